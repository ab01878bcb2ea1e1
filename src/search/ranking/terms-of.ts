import { Scanner } from '../analysis/scanner.ts';
import type { SearchDocument } from '../types.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { forEachText } from './document-fields.ts';
import type { FieldLengths } from './segment-builder.ts';

/** Calls `each` once with every term of an indexed document, and takes its words out of the field lengths. */
export function forEachTermOf(
  document: SearchDocument,
  lexicon: Lexicon,
  each: (term: number) => void,
  lengths: FieldLengths,
): void {
  const scanner = new Scanner();
  const terms = new Set<number>();
  forEachText(document, (field, text) => {
    scanner.reset(text);
    while (scanner.next()) {
      const surface = lexicon.surfaces.findUnits(scanner.units, scanner.length, scanner.hash);
      if (surface >= 0) {
        terms.add(lexicon.termOf(surface));
        lexicon.unsee(surface);
      }
      lengths.totals[field] = Math.max(0, (lengths.totals[field] as number) - 1);
    }
  });
  lengths.documents = Math.max(0, lengths.documents - 1);
  for (const term of terms) each(term);
}
