import { LOCALES, type Locale } from '#lib/locales.ts';
import { readBody } from './body.ts';
import { plainText } from './markdown.ts';

/**
 * Finds sentences that are written in another language than their text. It counts function words: short, frequent,
 * and seldom shared between English, Malay, French and German. Words that two of the languages share are left out.
 */
const FUNCTION_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to is you your that it for are with this from have be as by not what when how which can will does they we there their was has but our why where who if while after before into without should would could about these those then'.split(
      ' ',
    ),
  ),
  ms: new Set(
    'yang dan anda ialah untuk dengan dalam daripada kepada tidak ini itu pada akan boleh adalah oleh jika atau selepas sebelum kami juga sudah telah apabila bagaimana mengapa apa supaya hanya lagi semua setiap semasa tanpa bukan'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les du et est vous votre vos une un que qui dans pour avec sur pas par ce cette ces ne au aux sont mais ou où nous notre il elle comment pourquoi quand sans après avant lorsque depuis cela être si'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der das den dem ein eine einen einer und ist sie ihr ihre ihren mit auf für nicht von zu im am wird werden oder aber wenn wie warum was nach vor bei aus durch über noch nur auch kann können haben sich dass ohne dann'.split(
      ' ',
    ),
  ),
};

const MIN_HITS = 2;
const MAX_FOUND = 20;

export interface ForeignText {
  readonly locale: Locale;
  readonly text: string;
}

/** The language a sentence is clearly written in; null when its function words do not tell. */
export function languageOf(sentence: string): Locale | null {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = LOCALES.map((locale) => ({
    locale,
    hits: words.filter((word) => FUNCTION_WORDS[locale].has(word)).length,
  }));
  const [first, second] = counts.sort((a, b) => b.hits - a.hits);
  return first && second && first.hits >= MIN_HITS && first.hits >= second.hits * 2 + 1 ? first.locale : null;
}

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?:])\s+|\n+/u).filter((sentence) => sentence.trim() !== '');

/** Sentences and headings of a text that stand in another of our languages than `locale`. */
export function foreignTexts(locale: Locale, text: { title: string; summary: string; body: string }): ForeignText[] {
  const { sections } = readBody(text.body).body;
  const pieces = [
    text.title,
    ...sentencesOf(text.summary),
    ...sections.flatMap((section) => [
      section.heading,
      ...sentencesOf(plainText(section.markdown)),
      ...section.steps.flatMap((step) => [
        step.title,
        ...sentencesOf(plainText(step.markdown)),
        ...sentencesOf(plainText(step.expected ?? '')),
      ]),
    ]),
  ];
  return pieces
    .flatMap((piece) => {
      const found = languageOf(piece);
      return found !== null && found !== locale ? [{ locale: found, text: piece }] : [];
    })
    .slice(0, MAX_FOUND);
}
