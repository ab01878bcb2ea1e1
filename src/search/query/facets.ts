import { languageOf } from '../analysis/language.ts';
import { PHRASE_WORDS } from '../limits.ts';
import type { FacetName, SearchDocument } from '../types.ts';
import { wordsOf } from './words.ts';

interface Entry {
  readonly id: string;
  readonly kind: FacetName['kind'];
}

/** One misspelt letter is forgiven in words of this length and more. */
const FORGIVING_UNITS = 6;
const FORGIVING_WORDS = 3;
/** Queries longer than this are matched with names letter by letter only. */
const FORGIVING_QUERY_WORDS = 16;
const generic = languageOf('und');

/** Devices and symptoms by the words of their names, in all languages together. */
export class FacetIndex {
  /** Names as their folded words joined by blanks. */
  private readonly names = new Map<string, Map<string, Entry & { count: number }>>();
  /** Names by their words without endings: "sticks" and "ruckeln" find "stick" and "ruckelt". */
  private readonly loose = new Map<string, Set<string>>();

  add(facet: FacetName): void {
    for (const name of facet.names) {
      const key = keyOf(name);
      if (key === '') continue;
      const entries = this.names.get(key) ?? new Map<string, Entry & { count: number }>();
      const entry = entries.get(facet.id);
      entries.set(facet.id, { id: facet.id, kind: facet.kind, count: (entry?.count ?? 0) + 1 });
      this.names.set(key, entries);
      const loose = withoutEndings(key);
      this.loose.set(loose, (this.loose.get(loose) ?? new Set<string>()).add(key));
    }
  }

  remove(facet: FacetName): void {
    for (const name of facet.names) {
      const key = keyOf(name);
      const entries = this.names.get(key);
      const entry = entries?.get(facet.id);
      if (entries === undefined || entry === undefined) continue;
      if (entry.count > 1) entries.set(facet.id, { ...entry, count: entry.count - 1 });
      else entries.delete(facet.id);
      if (entries.size > 0) continue;
      this.names.delete(key);
      this.loose.get(withoutEndings(key))?.delete(key);
    }
  }

  /** Facets named in a query, longest names first; a name inside a longer one that was found does not count. */
  recognise(text: string, isVerbatim = false): readonly Entry[] {
    const words = wordsOf(text, generic).map(({ folded }) => folded);
    const isUsed = words.map(() => false);
    const found = new Map<string, Entry>();
    for (let length = Math.min(PHRASE_WORDS, words.length); length > 0; length -= 1) {
      for (let first = 0; first + length <= words.length; first += 1) {
        if (isUsed.slice(first, first + length).some(Boolean)) continue;
        const entries = this.lookUp(
          words.slice(first, first + length),
          !isVerbatim && words.length <= FORGIVING_QUERY_WORDS,
        );
        if (entries === undefined) continue;
        isUsed.fill(true, first, first + length);
        for (const entry of entries.values())
          found.set(`${entry.kind} ${entry.id}`, { id: entry.id, kind: entry.kind });
      }
    }
    return [...found.values()];
  }

  private lookUp(words: readonly string[], isForgiving: boolean): ReadonlyMap<string, Entry> | undefined {
    const key = words.join(' ');
    const [like] = this.loose.get(withoutEndings(key)) ?? [];
    const exact = this.names.get(key) ?? this.names.get(like ?? '');
    if (exact !== undefined || key.length < FORGIVING_UNITS || words.length > FORGIVING_WORDS || !isForgiving)
      return exact;
    for (const name of this.names.keys()) if (isOneEditAway(key, name)) return this.names.get(name);
    return undefined;
  }
}

/** The facet a device document gives to the catalogue on its own. */
export function facetsOfDevice(document: SearchDocument): readonly FacetName[] {
  if (document.type !== 'device') return [];
  const names = [document.title, ...(document.aliases ?? [])];
  return (document.devices ?? [document.id]).map((id) => ({ kind: 'device', id, names }));
}

function keyOf(name: string): string {
  return wordsOf(name, generic)
    .slice(0, PHRASE_WORDS)
    .map(({ folded }) => folded)
    .join(' ');
}

/** The words of a name without what most endings in our languages are made of; short words stay whole. */
function withoutEndings(key: string): string {
  return key.replace(/(?<=[^ ]{4})(?:es|en|[setn])(?= |$)/g, '');
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneEditAway(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1 || left[0] !== right[0]) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const rest = (from: number, other: number): boolean => left.slice(start + from) === right.slice(start + other);
  if (left.length > right.length) return rest(1, 0);
  if (left.length < right.length) return rest(0, 1);
  return rest(1, 1) || (left[start] === right[start + 1] && left[start + 1] === right[start] && rest(2, 2));
}
