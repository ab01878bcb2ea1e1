import type { ResultSheet } from '#policy/index.ts';
import { capitalised, labelsFor, type Money, valuesFor } from '#policy/index.ts';
import type { MessageKey, Reader } from '#ui/reader.ts';
import { answerTo, type ClaimFile } from './claim.ts';
import { SHARE_UNIT } from './facts-of-answers.ts';

/** What a claim comes to, in the voice of an adviser and not of the company. */
export interface Outcome {
  readonly headline: string;
  readonly how: readonly string[];
}

const OUTCOMES: Readonly<Record<ResultSheet['kind'], MessageKey>> = {
  full: 'claim.outcome.full',
  partial: 'claim.outcome.partial',
  none: 'claim.outcome.none',
  fee: 'claim.outcome.fee',
  credit: 'claim.outcome.credit',
  inKind: 'claim.outcome.credit',
  route: 'claim.outcome.route',
  ask: 'claim.outcome.open',
  refer: 'claim.outcome.refer',
  effects: 'claim.outcome.none',
  noRule: 'claim.outcome.noRule',
};

/** The amount of an award, or the share of a charge whose amount nobody named. */
export function amountText(amount: Money, { locale }: Reader, file: ClaimFile): string {
  if (amount.unit === SHARE_UNIT)
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(amount.minor / 100);
  return valuesFor(labelsFor(locale, file.policies), file.zone).money(amount);
}

/** Questions the customer could not answer and that still decide. */
export const openFacts = ({ decision, claim }: ClaimFile): readonly string[] =>
  decision.missing.map(({ path }) => path).filter((path) => answerTo(claim, path) === undefined);

/** Says the outcome as a sentence, and below it what it means. */
export function outcomeOf(file: ClaimFile, reader: Reader): Outcome {
  const { t, locale } = reader;
  const result = file.decision.results[0];
  const labels = labelsFor(locale, file.policies);
  const company = file.brand.name;
  const award = result?.award ?? result?.proposal ?? null;
  const known = award?.amount && award.amount.unit !== SHARE_UNIT ? amountText(award.amount, reader, file) : '';
  const share = award?.amount && award.amount.unit === SHARE_UNIT ? amountText(award.amount, reader, file) : '';
  const to = capitalised(labels.word('to', result?.award?.to ?? 'seller'), locale);
  const params = { amount: known === '' ? 'none' : known, share, company, to, papers: file.decision.evidence.length };
  const kind = result?.kind ?? 'noRule';
  const isNearly = kind === 'ask' && file.decision.missing.length === 0 && file.decision.evidence.length > 0;
  const wins = isNearly && (result?.proposal?.kind === 'full' || result?.proposal?.kind === 'partial');
  if (isNearly) {
    const anyOf = file.decision.evidence.every((paper) => paper.anyOf);
    const there = file.decision.evidence.every(({ state }) => state !== 'absent' && state !== 'unknown');
    const key = wins ? (there ? 'claim.outcome.ready' : 'claim.outcome.papers') : 'claim.outcome.review';
    return { headline: t(key, params), how: [t(anyOf ? 'claim.how.anyPaper' : 'claim.how.allPapers', params)] };
  }
  const isNot = kind === 'none' || kind === 'noRule' || kind === 'effects';
  if (file.decision.occasion === 'withdraw' && isNot)
    return { headline: t('claim.outcome.noWithdrawal'), how: [t('claim.how.noWithdrawal', params)] };
  return { headline: t(OUTCOMES[kind], params), how: howOf(kind, t, params) };
}

function howOf(
  kind: ResultSheet['kind'],
  t: Reader['t'],
  params: Readonly<Record<string, string | number>>,
): readonly string[] {
  if (kind === 'full' || kind === 'partial') return [t('claim.how.original', params)];
  if (kind === 'none') return [t('claim.how.none', params)];
  if (kind === 'refer') return [t('claim.how.refer', params)];
  if (kind === 'route') return [t('claim.how.route', params)];
  if (kind === 'ask') return [t('claim.how.open', params)];
  return kind === 'noRule' ? [t('claim.how.noRule', params)] : [];
}
