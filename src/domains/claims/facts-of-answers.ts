import { countryOf } from '#lib/countries.ts';
import type { Temporal } from '#lib/time.ts';
import { type PolicyDocument, withFact } from '#policy/index.ts';
import {
  type Answer,
  type AnswerValue,
  CHANNEL,
  CHARGE_ID,
  CHARGED_AMOUNT,
  CHARGED_AT,
  REASON,
  REGION,
  STORY,
} from './claim.ts';

/** While nobody knows the amount, a charge is reckoned in hundredths of itself. */
export const SHARE_UNIT = 'percent';
const WHOLE = 100;

export interface FactsInput {
  readonly brandId: string;
  readonly answers: readonly Answer[];
  /** Papers at hand, such as `receiptImage`. */
  readonly papers: readonly string[];
  /** When the request counts as made: the day it was sent, else now. */
  readonly requestedAt: Temporal.Instant;
  /** The brand's own documents, for the words their facts have. */
  readonly documents: readonly PolicyDocument[];
}

type Given = Readonly<Record<string, unknown>>;

type Value = (path: string) => AnswerValue | undefined;

const MERCHANT = `charges[${CHARGE_ID}].merchantOfRecord`;

/** The company took the money in its own shop, and for a renewal of what another shop once sold. */
const wasPaidToCompany = (value: Value): boolean =>
  value(CHANNEL) === 'own' || (value(CHANNEL) === 'retail' && value(REASON) === 'renewalCharge');

/** What the claim assumes unless the customer says otherwise; shown as assumed, never as told. */
const assumed = (value: Value): ReadonlyMap<string, AnswerValue> =>
  new Map<string, AnswerValue>([
    ['account.standing', 'good'],
    ['contract.consumer', true],
    ...(wasPaidToCompany(value) ? ([[MERCHANT, 'us']] as const) : []),
  ]);

const PLACED = new Set([CHARGED_AT, CHARGED_AMOUNT, REGION]);

const isMoney = (value: AnswerValue | undefined): value is { readonly minor: number; readonly unit: string } =>
  typeof value === 'object';

function chargeOf(value: Value): Given {
  const amount = value(CHARGED_AMOUNT);
  const money = isMoney(amount) ? amount : { minor: WHOLE, unit: SHARE_UNIT };
  const on = value(CHARGED_AT);
  return {
    id: CHARGE_ID,
    currency: money.unit,
    components: [{ kind: 'fee', amount: money.minor }],
    alreadyRefunded: 0,
    ...(on === undefined ? {} : { at: on }),
  };
}

/** A pack's own fact may be gone, or have other words, since it was answered. */
function stillMeans(path: string, value: AnswerValue, documents: readonly PolicyDocument[]): boolean {
  if (!path.startsWith('own.')) return true;
  const fact = documents.map(({ facts = {} }) => facts[path.slice('own.'.length)]).find((each) => each !== undefined);
  return fact !== undefined && (fact.words === undefined || fact.words.includes(String(value)));
}

/** What one answer says about other facts, where a document means the same by another name. */
function implied(input: FactsInput): ReadonlyMap<string, AnswerValue> {
  const reason = input.answers.find(({ path }) => path === REASON)?.value;
  const found = new Map<string, AnswerValue>();
  if (typeof reason !== 'string') return found;
  if (reason === 'renewalCharge') found.set('contract.periodKind', 'renewal');
  if (reason === 'accidentalSignUp') found.set('contract.periodKind', 'initial');
  for (const { facts = {} } of input.documents)
    for (const [name, fact] of Object.entries(facts))
      if (fact.type === 'word' && fact.words?.includes(reason)) found.set(`own.${name}`, reason);
  return found;
}

/** Facts as the engine reads them. Whatever was answered comes from the customer; a listed brand has no ledger. */
export function factsOfAnswers(input: FactsInput): Given {
  const answered = new Map(input.answers.flatMap(({ path, value }) => (value === undefined ? [] : [[path, value]])));
  const value: Value = (path) => answered.get(path);
  const assumptions = assumed(value);
  const isAssumed = (path: string): boolean => assumptions.has(path) && !answered.has(path);
  const region = value(REGION);
  const country = typeof region === 'string' ? countryOf(region) : undefined;
  const papers = [...input.papers, ...(value(STORY) ? ['explanation'] : [])];
  const start: Given = {
    brand: input.brandId,
    request: { kind: 'refund', at: input.requestedAt.toString(), about: [CHARGE_ID] },
    charges: [chargeOf(value)],
    evidence: papers.length > 0 ? Object.fromEntries(papers.map((paper) => [paper, 'provided'])) : [],
    ...(region === undefined ? {} : { contract: { region, ...(country ? { zone: country.zone } : {}) } }),
    sources: {
      '': 'customer',
      'request.at': 'system',
      brand: 'system',
      'contract.zone': 'system',
      ...Object.fromEntries([...assumptions.keys()].filter(isAssumed).map((path) => [path, 'system'])),
    },
    answerers: { '': 'customer', incidents: 'agent', 'charges[c1].alreadyRefunded': 'agent' },
  };
  const others = [...assumptions, ...implied(input), ...answered].filter(
    ([path, each]) => !PLACED.has(path) && stillMeans(path, each, input.documents),
  );
  return others.reduce((given, [path, each]) => withFact(given, path, each), start);
}
