import type { Locale } from '#lib/locales.ts';
import { capitalised, type Labelled, labelsFor, NO_DOCUMENTS, nameOfPath } from '../explain/labels.ts';
import { valuesFor } from '../explain/values.ts';
import type { FactType } from '../model/vocabulary.ts';
import type { Question } from './interview.ts';

export type AnswerKind = 'choice' | 'date' | 'money' | 'number' | 'flag' | 'text' | 'words';

/** A question as a person reads it. */
export interface QuestionText {
  readonly text: string;
  readonly help: string | null;
  /** What kind of field takes the answer. */
  readonly kind: AnswerKind;
  /** For `choice`, `flag` and `words`: what there is to choose. `value` is the answer as facts are given, as text. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const KINDS: Readonly<Record<FactType, AnswerKind>> = {
  flag: 'flag',
  number: 'number',
  money: 'money',
  moment: 'date',
  duration: 'text',
  word: 'choice',
  text: 'text',
  words: 'words',
};

/** Words of an open set that are worth offering: what documents compare with, and room for something else. */
const OTHER = 'other';

/**
 * Puts a question into words.
 * @param question from `nextQuestion`, or any missing fact of a decision (without suggestions, only closed sets have options)
 * @param documents where a brand's own questions and labels come from; the compiled policies, say
 */
export function questionFor(
  question: Pick<Question, 'path' | 'type' | 'words'> & Partial<Pick<Question, 'suggestions'>>,
  locale: Locale,
  documents: Labelled = NO_DOCUMENTS,
): QuestionText {
  const labels = labelsFor(locale, documents);
  const { name } = nameOfPath(question.path);
  const label = (value: string): string => capitalised(labels.word(name, value), locale);
  const options = optionsOf(question).map((value) => ({ value, label: label(value) }));
  const kind = KINDS[question.type];
  return {
    text: labels.ask(question.path),
    help: labels.help(question.path),
    // An open set of which nothing is known is asked for in words.
    kind: kind === 'choice' && options.length === 0 ? 'text' : kind,
    options:
      kind === 'flag'
        ? ['true', 'false'].map((value) => ({ value, label: capitalised(labels.word('flag', value), locale) }))
        : options,
  };
}

function optionsOf({
  type,
  words,
  suggestions = [],
}: Pick<Question, 'type' | 'words'> & Partial<Pick<Question, 'suggestions'>>): readonly string[] {
  if (words) return words;
  if (type === 'words') return [...new Set(suggestions.flat().map(String))];
  if (type !== 'word') return [];
  const offered = suggestions.map(String);
  return offered.length === 1 && offered[0] === OTHER ? [] : [...new Set(offered)];
}

/** An answer in a person's words, for a summary: dates, money and labels written out. */
export function answerText(
  path: string,
  value: unknown,
  locale: Locale,
  zone: string,
  documents: Labelled = NO_DOCUMENTS,
): string {
  return valuesFor(labelsFor(locale, documents), zone).fact(path, value);
}
