import { describe, expect, test } from 'vitest';
import { checkDocuments } from './check/check.ts';
import { documentsIn, inventedDocuments } from './testing/shipped.ts';

/** Everything seen in real policies elsewhere, each with scenarios of invented companies that need it. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  'usage thresholds beside windows': ['arcadia: within 14 days and under two hours', 'glint: two hours are played'],
  'pre-orders whose clock starts at release': [
    'arcadia: a pre-order counts from release',
    'glint: a pre-order counts from its release',
  ],
  'a fee for ending early, as a share of what is left': [
    'fable: half of eight instalments',
    'ironworks: never more than two hundred',
    'parley: in the second a quarter',
  ],
  'pro rata by country': ['harbourhost: 45 days in Germany', 'scholar: other countries get less'],
  'pro rata by length of term': ['fable: a monthly plan ends without a fee'],
  'initial period or renewal': [
    'harbourhost: a renewal gives half of the rest',
    'parley: in the first year all that is left is owed',
  ],
  'a trial counted inside the window': [
    'harbourhost: the trial counts inside the window',
    'fable: a trial moves the window',
  ],
  'once for a category in a lifetime': ['registra: once in a lifetime for a category', 'nimbus: once in a lifetime'],
  'another purchase that defeats this one': ['registra: another purchase defeats this one'],
  'versions selected by the date of purchase': [
    'coursewell: bought under the old terms, 30 days',
    'coursewell: bought under the new ones, 14 days',
  ],
  'a fee of a third party taken off': [
    'coursewell: the fee of a third party is deducted',
    'kindred: a slip of the finger comes back without the card fee',
  ],
  'tax and shipping left out except where law says': [
    'handset: tax and shipping only where law says so',
    'duo: unopened and sent back, shipping aside',
  ],
  'the date of the evidence decides': [
    'handset: the day the parcel arrives decides',
    'bluenote: the clock starts when the papers arrive',
  ],
  'windows in business days': ['brightwave: the eleventh business day', 'seatly: bought on a Friday'],
  'the value of benefits used taken off': [
    'atrium: what was used is deducted',
    'bluenote: what was paid out is taken off',
  ],
  'a refund in kind': ['atrium: after three months tickets instead', 'duo: broken within two years is replaced'],
  'credit for months not used when a plan changes': [
    'tunnelier: three months begun, nine credited',
    'seatly: fewer seats for the rest of the year',
  ],
  'cancelling that does not refund': [
    'tunnelier: cancelling does not refund',
    'kindred: a recurring gift ends at once',
  ],
  'methods only a bank can pay back': [
    'brightwave: a direct debit only by the bank',
    'nimbus: paid with coins it goes to the wallet',
  ],
  'a merchant of record elsewhere': [
    'cloudberry: another merchant decides itself',
    'seatly: billed by a partner, the partner is asked',
  ],
  'a milestone that ends the right': [
    'coursewell: a certificate ends the right',
    'scholar: a certificate ends the right',
    'bluenote: a claim ends the right',
  ],
  'a renewal charged early': ['cloudberry: charged before the period begins, asked before it begins'],
  'what follows a chargeback': ['playnet: a chargeback ends the account', 'kindred: a dispute goes to a person'],
  'ended by the provider': ['playnet: the same when the provider ends it', 'meridian: a flight we cancel comes back'],
  'times and ways of paying by method': [
    'brightwave: a card is paid back as it was paid',
    'nimbus: paid with coins it goes to the wallet',
  ],
};

const checked = checkDocuments([...inventedDocuments(), ...documentsIn('jurisdictions/calendars/*.yaml')]);

describe.each(Object.entries(SHAPES))('%s', (_shape, scenarios) => {
  test.each(scenarios)('is decided as written: %s', (scenario) => {
    const [id = '', ...name] = scenario.split(': ');
    const found = checked.find((each) => each.document === id && each.name.startsWith(name.join(': ')));
    expect(found?.differences).toEqual([]);
  });
});

test('versions are also selected by the date of the request, as one company does with each', () => {
  const anchors = new Set(
    inventedDocuments().map((document) =>
      document.kind === 'policy' ? (document.effective.anchor ?? 'request') : 'none',
    ),
  );
  expect([...anchors]).toEqual(expect.arrayContaining(['purchase', 'request']));
});
