import type { LivingValues } from '#domains/policies/index.ts';
import type { Locale } from '#lib/locales.ts';
import type { FileProblem } from '#lib/yaml.ts';
import { nearestWord, type Quotes } from '#policy/index.ts';
import { readerFor } from '#ui/reader.ts';
import type { ArticleText } from './article.ts';

/** `{{policy.NAME}}`; names are words of letters, digits and hyphens joined by points. */
const QUOTE = /\{\{\s{0,4}policy\.([A-Za-z0-9-]{1,80}(?:\.[A-Za-z0-9-]{1,80}){0,3})\s{0,4}\}\}/g;
/** Anything in double braces that is meant as a quotation, well written or not. */
const MEANT = /\{\{[^{}\n]{0,300}\}\}/g;
/** What Markdown would take as a mark. */
const MARKS = /[\\`*_[\]<>#|~]/g;
/** Code stands as it was typed, so that a text can also speak about this syntax. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;

/** Whether a text may quote a policy at all: most do not, and need no values read for them. */
export const quotesPolicy = (text: Pick<ArticleText, 'title' | 'summary' | 'body'>): boolean =>
  [text.title, text.summary, text.body].some((part) => part.includes('{{'));

/** Applies to everything but code. */
const outsideCode = (text: string, change: (prose: string) => string): string =>
  text
    .split(CODE)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join('');

type Fill = (name: string) => string;

const filled = (text: string, fill: Fill, unknown: string): string =>
  text.replaceAll(QUOTE, (_all, name: string) => fill(name)).replaceAll(MEANT, unknown);

export interface Quoted<T> {
  readonly text: T;
  /** Names that stand in the text and mean nothing now. */
  readonly unknown: readonly string[];
}

/**
 * A text with the policy's values in the places that quote them. What is not known there reads "(see the policy)": a
 * reader never meets braces, and never a wrong number.
 */
export function withValues<T extends Pick<ArticleText, 'title' | 'summary' | 'body'>>(
  text: T,
  locale: Locale,
  values: LivingValues,
): Quoted<T> {
  if (!quotesPolicy(text)) return { text, unknown: [] };
  const quotes = values.in(locale);
  const instead = readerFor(locale).t('policy.seePolicy');
  const unknown = new Set<string>();
  const plain: Fill = (name) => {
    const value = quotes.get(name);
    if (value === undefined) unknown.add(name);
    return value ?? instead;
  };
  const inMarkdown: Fill = (name) => plain(name).replaceAll(MARKS, '\\$&');
  return {
    text: {
      ...text,
      title: filled(text.title, plain, instead),
      summary: filled(text.summary, plain, instead),
      body: outsideCode(text.body, (prose) => filled(prose, inMarkdown, instead)),
    },
    unknown: [...unknown],
  };
}

/** Names a text quotes, each once. */
export const quotedNames = ({ title, summary, body }: Pick<ArticleText, 'title' | 'summary' | 'body'>): string[] => {
  const names = new Set<string>();
  const collect = (prose: string): string => {
    for (const [, name] of prose.matchAll(QUOTE)) if (name !== undefined) names.add(name);
    return prose;
  };
  collect(title);
  collect(summary);
  outsideCode(body, collect);
  return [...names];
};

/** Blanks code out, line by line, so that lines keep their numbers. */
const withoutCode = (text: string): string =>
  text
    .split(CODE)
    .map((part, i) => (i % 2 === 0 ? part : part.replaceAll(/[^\n]/g, ' ')))
    .join('');

/**
 * Quotations that mean nothing, with their lines counted from 1, and the name that was perhaps meant.
 * @param text a title, a summary or a body
 */
export function unknownQuotes(text: string, quotes: Quotes): FileProblem[] {
  return withoutCode(text)
    .split('\n')
    .flatMap((source, index) =>
      [...source.matchAll(MEANT)].flatMap(([written]) => {
        const name = [...written.matchAll(QUOTE)].find(([all]) => all === written)?.[1];
        if (name !== undefined && quotes.has(name)) return [];
        const meant = name === undefined ? null : nearestWord(name, quotes.keys());
        const hint = meant === null ? '' : `; did you mean {{policy.${meant}}}?`;
        return [{ line: index + 1, message: `${written} quotes nothing of this brand’s policies${hint}` }];
      }),
    );
}
