import type { Catalogue } from '../catalogue.ts';
import { COMPLETIONS_TRIED, QUERY_CHARACTERS } from '../limits.ts';
import type { Completion } from '../types.ts';
import { wordsOf } from './words.ts';

const DEFAULT_LIMIT = 6;

/** Ways to finish the last word of a text, the most used first. */
export function complete(
  catalogue: Catalogue,
  text: string,
  locale: string,
  limit = DEFAULT_LIMIT,
): readonly Completion[] {
  const index = catalogue.searched(locale)[0];
  if (index === undefined || text.length > QUERY_CHARACTERS) return [];
  const last = wordsOf(text, index.lexicon.language).at(-1);
  if (last === undefined || last.end !== text.length) return [];
  const surfaces = index.completions.startingWith(last.folded, COMPLETIONS_TRIED);
  const live = surfaces.filter((surface) => index.lexicon.frequencyOf(index.lexicon.termOf(surface)) > 0);
  return live.slice(0, Math.max(0, limit)).map((surface) => {
    const word = index.lexicon.surfaces.at(surface);
    const completed = `${text.slice(0, last.start)}${word}`;
    return { text: completed, marks: [{ start: last.start + last.folded.length, end: completed.length }] };
  });
}
