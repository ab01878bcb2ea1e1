import type { Locale } from '#lib/locales.ts';
import type { Row, Sheet } from '#platform/pdf/index.ts';
import { capitalised, labelsFor } from '#policy/index.ts';
import { type MessageKey, readerFor } from '#ui/reader.ts';
import type { ClaimFile } from '../claim.ts';
import type { NeededEvidence } from './evidence.ts';
import { awardsOf, chargedText, isoDayText } from './reading.ts';

/** The reason in the customer's words; one that only says "something else" is left to them. */
function reasonText({ reason, policies }: ClaimFile, locale: Locale): string {
  return reason === null || reason === 'other'
    ? ''
    : capitalised(labelsFor(locale, policies).word('request.reason', reason), locale);
}

/** A form to fill in and sign, for companies that ask for one. What the claim knows already stands on it. */
export function formSheet(file: ClaimFile, locale: Locale, needed: readonly NeededEvidence[]): Sheet {
  const { t } = readerFor(locale);
  const blank = (key: MessageKey, value = ''): Row => ({ label: t(key), value });
  const hasKey = needed.some(({ type }) => type === 'keyLabelImage');
  const purchase = [
    blank('papers.form.product', file.brand.name),
    blank('papers.form.boughtAt'),
    blank('papers.form.on', file.charge.on === null ? '' : isoDayText(file.charge.on, locale)),
    blank('papers.form.amount', chargedText(file, locale) ?? ''),
    blank('papers.form.order'),
    ...(hasKey ? [blank('papers.form.key')] : []),
    blank('papers.form.reason', reasonText(file, locale)),
    blank('papers.form.payTo'),
  ];
  const you = (['name', 'address', 'contact', 'account'] as const).map((name) => blank(`papers.form.${name}`));
  return {
    locale,
    blocks: [
      { kind: 'heading', level: 1, text: t('papers.form.title') },
      { kind: 'text', look: 'small', text: t('papers.form.own') },
      { kind: 'heading', level: 2, text: t('papers.form.you') },
      { kind: 'blanks', rows: you },
      { kind: 'heading', level: 2, text: t('papers.form.purchase') },
      { kind: 'blanks', rows: purchase },
      { kind: 'heading', level: 2, text: t('papers.form.declare') },
      { kind: 'checks', items: declarations(file, locale).map((text) => ({ text, notes: [], done: false })) },
      { kind: 'signatures', labels: [t('papers.form.placeDate'), t('papers.form.signature')] },
    ],
  };
}

/** What the customer has to confirm, by what the policy says happens. Nothing is ticked for them. */
function declarations({ decision }: ClaimFile, locale: Locale): readonly string[] {
  const { t } = readerFor(locale);
  const effects = [...decision.effects, ...awardsOf(decision).flatMap((award) => award.effects)];
  const has = (kind: string, what?: string): boolean =>
    effects.some((effect) => effect.do === kind && (what === undefined || effect.what === what));
  return [
    ...(has('requireAttestation', 'programRemoved') ? [t('papers.form.removed')] : []),
    ...(has('deactivateLicence') ? [t('papers.form.deactivated')] : []),
    t('papers.form.true'),
  ];
}
