import { type AnswerProblem, readAmount, readAnswer, readPastDay } from '#domains/policies/index.ts';
import { CURRENCIES, countryOf } from '#lib/countries.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Temporal } from '#lib/time.ts';
import type { QuestionText } from '#policy/index.ts';
import type { Given } from './answer-question.ts';
import { CHARGED_AMOUNT, CHARGED_AT, cut, KIND, MAX_STORY, REGION, STORY } from './claim.ts';
import { pathsOn } from './interview.ts';

export type ReadAnswers = { readonly given: Given } | { readonly problems: Readonly<Record<string, AnswerProblem>> };

const MAX_DAYS_AGO = 7000;
const field = (form: FormData, name: string): string => cleanLine(String(form.get(name) ?? ''));

/** The day of the charge: written as a day, or as so many days ago. */
function chargedOn(form: FormData, today: Temporal.PlainDate) {
  const ago = field(form, 'ago');
  if (field(form, 'value') !== '' || ago === '')
    return { name: 'value', read: readPastDay(field(form, 'value'), today) };
  const days = /^\d{1,4}$/.test(ago) ? Number(ago) : Number.NaN;
  if (!(days <= MAX_DAYS_AGO)) return { name: 'ago', read: { problem: 'number' } as const };
  return { name: 'ago', read: { value: today.subtract({ days }).toString() } };
}

function readCharge(form: FormData, today: Temporal.PlainDate): ReadAnswers {
  const { name, read } = chargedOn(form, today);
  const typed = field(form, 'amount');
  const currency = field(form, 'currency');
  const unit = CURRENCIES.includes(currency) ? currency : 'EUR';
  const amount = typed === '' ? null : readAmount(typed, unit);
  const problems = {
    ...('problem' in read ? { [name]: read.problem } : {}),
    ...(amount && 'problem' in amount ? { amount: amount.problem } : {}),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    given: {
      [CHARGED_AT]: 'value' in read ? read.value : undefined,
      [CHARGED_AMOUNT]: amount && 'value' in amount ? amount.value : undefined,
    },
  };
}

/** Reads what the form of one screen sent. @param currency what the customer pays in */
export function readAnswers(
  form: FormData,
  path: string,
  question: QuestionText,
  { today, currency }: { readonly today: Temporal.PlainDate; readonly currency: string },
): ReadAnswers {
  if (form.get('unknown') === 'yes')
    return { given: Object.fromEntries(pathsOn(path).map((each) => [each, undefined])) };
  if (path === STORY) return { given: { [STORY]: cut(cleanText(String(form.get('value') ?? '')), MAX_STORY) } };
  if (path === CHARGED_AT) return readCharge(form, today);
  const value = field(form, 'value');
  if (path === KIND) return { given: { [KIND]: value === 'withdraw' ? 'withdraw' : 'refund' } };
  if (path === REGION) {
    if (value === '') return { problems: { value: 'missing' } };
    return countryOf(value) ? { given: { [REGION]: value } } : { problems: { value: 'choice' } };
  }
  const read = readAnswer(value, { ...question, unit: currency, today });
  return 'problem' in read ? { problems: { value: read.problem } } : { given: { [path]: read.value } };
}
