import type { Locale } from '#lib/locales.ts';
import { cleanText } from '#lib/text.ts';
import { type Labels, labelsFor, sentencesFor } from '#policy/index.ts';
import type { ClaimFile } from '../claim.ts';
import { type Deadlines, deadlinesOf } from '../papers/deadlines.ts';
import { type NeededEvidence, neededEvidence } from '../papers/evidence.ts';
import {
  awardsOf,
  chargedText,
  companyTerms,
  dayText,
  inLanguage,
  isoDayText,
  ruleOf,
  sumText,
} from '../papers/reading.ts';
import { citationText } from './citation.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { type LetterWords, type Spent, TOLD_REASONS, type ToldReason } from './words.ts';

/** What a letter says, written out in its language. */
export interface LetterReading {
  readonly file: ClaimFile;
  readonly locale: Locale;
  readonly words: LetterWords;
  readonly labels: Labels;
  readonly spent: Spent;
  /** What is asked for, where it is known. */
  readonly sum: string | null;
  readonly days: Deadlines;
  readonly answerBy: string;
  readonly moneyBy: string;
  readonly written: string;
  /** The terms the letter relies on, with version, date and address; null where no document of the company decides. */
  readonly terms: string | null;
  /** What the rules that decided say, in the words of the document. */
  readonly quotes: readonly string[];
  /** The law that decided, as it is cited; empty where only the company's terms did. */
  readonly laws: readonly string[];
  readonly evidence: readonly NeededEvidence[];
  readonly story: string;
}

/** A word from outside every list is named by the documents; what looks like our own word is used as ours. */
export const isTold = (reason: string): reason is ToldReason => (TOLD_REASONS as readonly string[]).includes(reason);

function termsText(file: ClaimFile, locale: Locale, words: LetterWords): string | null {
  const cited = companyTerms(file).map(({ title, version, effective, provenance }) => {
    const page = provenance.find(({ url, verified }) => url !== undefined && verified);
    return words.terms({
      title: inLanguage(title, locale),
      version,
      // A page that was read says how it stands; otherwise the day the text took effect does.
      since: page ? null : isoDayText(effective.from, locale),
      url: page?.url ?? null,
      read: page?.retrievedAt ? isoDayText(page.retrievedAt, locale) : null,
    });
  });
  return cited.length === 0 ? null : cited.join('; ');
}

/** The texts of the deciding rules; a rule that only extends another one is quoted after it. */
export function quotesOf(file: ClaimFile, locale: Locale): readonly string[] {
  const sheet = sentencesFor(file, locale, file.zone, file.policies);
  const bases = awardsOf(file.decision).flatMap(({ rule: key }) => {
    const found = ruleOf(file, key);
    const { exceptionTo = [], outcome } = found?.rule ?? {};
    const pays = outcome !== undefined && 'refund' in outcome;
    const named = pays ? (found?.document.rules.filter(({ id }) => exceptionTo.includes(id)) ?? []) : [];
    return named.map(({ text }) => inLanguage(text, locale)).filter((text) => text !== '' && !text.includes('{'));
  });
  const decided = sheet.results.flatMap(({ kind, because }) => (kind === 'noRule' ? [] : because));
  return [...new Set([...bases, ...decided])];
}

/** Laws whose rule gave the result. A law that only stands beside it is not relied on. */
const lawsOf = (file: ClaimFile, locale: Locale): readonly string[] => [
  ...new Set(
    file.explanations
      .flatMap(({ rules }) => rules)
      .filter(({ layer, decided, truth, citation }) => layer === 'statute' && decided && truth === 'true' && citation)
      .flatMap(({ citation }) => (citation ? [citationText(citation, locale)] : [])),
  ),
];

/** Reads a claim's file for a letter in one language. */
export function readForLetter(file: ClaimFile, locale: Locale): LetterReading {
  const words = LETTER_WORDS[locale];
  const days = deadlinesOf(file);
  const on = file.charge.on === null ? null : isoDayText(file.charge.on, locale);
  const sum = sumText(file, locale);
  const charged = chargedText(file, locale);
  return {
    file,
    locale,
    words,
    labels: labelsFor(locale, file.policies),
    spent: { name: file.brand.name, on, amount: charged },
    sum,
    days,
    answerBy: dayText(days.answerBy, locale),
    moneyBy: dayText(days.moneyBy ?? days.answerBy, locale),
    written: dayText(days.written, locale),
    terms: termsText(file, locale, words),
    quotes: quotesOf(file, locale),
    laws: lawsOf(file, locale),
    evidence: neededEvidence(file),
    story: cleanText(file.story),
  };
}
