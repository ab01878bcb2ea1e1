import type { Correction, TextRange } from '../types.ts';
import type { LocaleQuery } from './locale-query.ts';

/**
 * The query with its misspelt words replaced (applied), or with rare words replaced by far commoner ones (only offered);
 * nothing when there is neither.
 */
export function correctionOf(text: string, { groups }: LocaleQuery, isVerbatim: boolean): Correction | undefined {
  if (isVerbatim) return undefined;
  const isApplied = groups.some(({ corrected }) => corrected !== undefined);
  const replacements = groups.flatMap(({ word, corrected, suggested }) => {
    const replacement = isApplied ? corrected : suggested;
    return replacement === undefined ? [] : [{ word, replacement }];
  });
  if (replacements.length === 0) return undefined;
  const marks: TextRange[] = [];
  let corrected = '';
  let before = 0;
  for (const { word, replacement } of replacements.sort((left, right) => left.word.start - right.word.start)) {
    corrected += text.slice(before, word.start);
    marks.push({ start: corrected.length, end: corrected.length + replacement.length });
    corrected += replacement;
    before = word.end;
  }
  return { text: corrected + text.slice(before), marks, isApplied };
}
