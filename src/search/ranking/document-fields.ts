import { DOCUMENT_PASSAGES, FIELD_CHARACTERS } from '../limits.ts';
import type { SearchDocument } from '../types.ts';
import { ALIASES, BODY, HEADINGS, SUMMARY, TAGS, TITLE } from './weights.ts';

/** Calls `each` with every text of a document and the field it belongs to. */
export function forEachText(document: SearchDocument, each: (field: number, text: string) => void): void {
  const give = (field: number, text: string): void => each(field, text.slice(0, FIELD_CHARACTERS));
  give(TITLE, document.title);
  if (document.summary !== undefined) give(SUMMARY, document.summary);
  for (const passage of document.passages.slice(0, DOCUMENT_PASSAGES)) {
    if (passage.heading !== '') give(HEADINGS, passage.heading);
    give(BODY, passage.text);
  }
  for (const tag of document.tags ?? []) give(TAGS, tag);
  for (const alias of document.aliases ?? []) give(ALIASES, alias);
  for (const code of document.codes ?? []) give(ALIASES, code);
}
