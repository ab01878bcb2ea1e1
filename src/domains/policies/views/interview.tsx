import type { QuestionText } from '#policy/index.ts';
import { RadioGroup } from '#ui/components/choice-field.tsx';
import { DateField, TextField } from '#ui/components/text-field.tsx';
import type { MessageKey, Translate } from '#ui/reader.ts';
import type { AnswerProblem } from '../interview-answer.ts';

/** What to put right, by what is wrong. */
export const PROBLEM_MESSAGES: Readonly<Record<AnswerProblem, MessageKey>> = {
  missing: 'question.problem.missing',
  day: 'question.problem.day',
  future: 'question.problem.future',
  tooOld: 'question.problem.tooOld',
  number: 'question.problem.number',
  amount: 'question.problem.amount',
  choice: 'question.problem.missing',
  tooLong: 'question.problem.tooLong',
};

export interface QuestionFieldProps {
  readonly question: QuestionText;
  /** Name of the form field. */
  readonly name: string;
  readonly value?: string | undefined;
  readonly problem?: AnswerProblem | undefined;
  /** Today where the customer lives, as `2026-11-22`. */
  readonly today: string;
  readonly t: Translate;
}

/** The one question of a page, with the kind of field that takes its answer. */
export const QuestionField = ({ question, name, value, problem, today, t }: QuestionFieldProps) => {
  const field = {
    name,
    label: question.text,
    help: question.help ?? undefined,
    error: problem && t(PROBLEM_MESSAGES[problem]),
    asTitle: true,
    value,
  };
  if (question.kind === 'choice' || question.kind === 'flag')
    return <RadioGroup {...field} options={question.options} />;
  if (question.kind === 'date') return <DateField {...field} max={today} />;
  if (question.kind === 'number' || question.kind === 'money')
    return <TextField {...field} inputmode="decimal" look="short" maxlength={20} autocomplete="off" />;
  return <TextField {...field} maxlength={500} autocomplete="off" />;
};
