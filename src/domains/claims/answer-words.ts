import { wordsRead } from '#domains/policies/index.ts';
import { countryOf } from '#lib/countries.ts';
import type { Temporal } from '#lib/time.ts';
import {
  answerText,
  capitalised,
  labelsFor,
  type Policies,
  type Question,
  type QuestionText,
  questionFor,
} from '#policy/index.ts';
import type { Reader } from '#ui/reader.ts';
import { type Answer, answerTo, CHANNEL, CHARGED_AMOUNT, CHARGED_AT, type Claim, REASON, REGION } from './claim.ts';
import { screensAnswered } from './interview.ts';

/** One answer as it is listed, with the way to change it. */
export interface AnswerRow {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly href: string;
}

/** Where something is bought, in the order people mean it. */
export const CHANNEL_WORDS: readonly string[] = ['own', 'retail', 'appStore', 'playStore', 'isp', 'reseller', 'gift'];
/** Why people want their money back (SPEC G5), the most frequent first. */
export const REASONS: readonly string[] = [
  'renewalCharge',
  'accidentalSignUp',
  'technicalProblem',
  'duplicate',
  'billingError',
  'unauthorised',
  'priceChange',
  'serviceChange',
  'notSatisfied',
];
const OTHER = 'other';

/** Words offered whether documents compare with them or not: people look for their own. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  [REASON]: REASONS,
  'contract.term': ['monthly', 'annual'],
};

const DISPUTE = /^charges\[.*\]\.disputeState$/;

/** The question of a screen in words. What the assistant asks of itself has its options here. */
export function questionText(
  path: string,
  question: Question | null,
  policies: Policies,
  { locale }: Reader,
): QuestionText {
  const suggestions = suggestionsFor(path, policies) ?? compared(path, question, policies);
  const type = question?.type ?? typeOf(path);
  return questionFor({ path, type, words: question?.words ?? null, suggestions }, locale, policies);
}

/** Words of an open set: those documents compare with, and room for something else. */
function compared(path: string, question: Question | null, policies: Policies): readonly unknown[] {
  if (question?.type !== 'word' || question.words) return question?.suggestions ?? [];
  const name = path.replace(/^charges\[[^\]]*\]/, 'charge');
  const words = wordsRead(
    policies.documents.map(({ source }) => source),
    name,
  );
  return words.length === 0 ? [] : [...new Set([...words, OTHER])];
}

const typeOf = (path: string): Question['type'] => (path === CHARGED_AT ? 'moment' : 'word');

function suggestionsFor(path: string, policies: Policies): readonly string[] | null {
  if (path === CHANNEL) return CHANNEL_WORDS;
  if (DISPUTE.test(path)) return ['none', 'open'];
  const usual = USUAL[path];
  if (usual === undefined) return null;
  const documents = policies.documents.map(({ source }) => source);
  return [...new Set([...usual, ...wordsRead(documents, path), OTHER])];
}

/** An answer given before, as it stands in its field again. */
export function typedBefore(claim: Claim, path: string, { locale }: Reader): Readonly<Record<string, string>> {
  const value = answerTo(claim, path);
  const text =
    value === undefined ? {} : { value: typeof value === 'object' ? amountTyped(value, locale) : String(value) };
  if (path !== CHARGED_AT) return text;
  const amount = answerTo(claim, CHARGED_AMOUNT);
  if (typeof amount !== 'object') return { ...text, currency: currencyOf(claim) };
  return { ...text, amount: amountTyped(amount, locale), currency: amount.unit };
}

const amountTyped = ({ minor, unit }: { readonly minor: number; readonly unit: string }, locale: string): string => {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: unit }).resolvedOptions().maximumFractionDigits ?? 2;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, useGrouping: false });
  return format.format(minor / 10 ** digits);
};

/** What people pay in where the customer lives. */
export const currencyOf = (claim: Pick<Claim, 'answers'>): string => {
  const region = answerTo(claim, REGION);
  return (typeof region === 'string' ? countryOf(region)?.currency : undefined) ?? 'EUR';
};

/** The answers so far in words. */
export function answerRows(claim: Claim, policies: Policies, reader: Reader, href: string): readonly AnswerRow[] {
  const { locale, t } = reader;
  const labels = labelsFor(locale, policies);
  const zone = 'UTC';
  const said = (answer: Answer): string =>
    answer.value === undefined
      ? t('question.unknown')
      : capitalised(answerText(answer.path, answer.value, locale, zone, policies), locale);
  return screensAnswered(claim.answers).map((answer, i) => {
    const amount = claim.answers.find(({ path, value }) => path === CHARGED_AMOUNT && value !== undefined);
    const beside = answer.path === CHARGED_AT && amount ? `, ${said(amount)}` : '';
    return {
      path: answer.path,
      label: capitalised(labels.fact(answer.path), locale),
      value: `${said(answer)}${beside}`,
      href: `${href}/questions/${i + 1}`,
    };
  });
}

/** Today where the customer lives, as far as it is known. */
export const todayOf = (claim: Pick<Claim, 'answers'>, now: Temporal.Instant): Temporal.PlainDate => {
  const region = answerTo(claim, REGION);
  const zone = typeof region === 'string' ? countryOf(region)?.zone : undefined;
  return now.toZonedDateTimeISO(zone ?? 'UTC').toPlainDate();
};
