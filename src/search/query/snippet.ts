import { Scanner } from '../analysis/scanner.ts';
import { SNIPPET_CHARACTERS, SNIPPET_SOURCE_CHARACTERS } from '../limits.ts';
import type { QueryGroup } from '../ranking/retrieve.ts';
import type { MarkedText, SearchDocument, TextRange } from '../types.ts';
import type { Lexicon } from '../words/lexicon.ts';

interface MatchedRange extends TextRange {
  readonly group: number;
  readonly weight: number;
}

/** Finds and marks the words of a query in texts. One for each query and locale. */
export class Marker {
  private readonly scanner = new Scanner();
  private readonly lexicon: Lexicon;
  private readonly matchOfTerm = new Map<number, { readonly group: number; readonly weight: number }>();

  constructor(groups: readonly QueryGroup[], lexicon: Lexicon) {
    this.lexicon = lexicon;
    groups.forEach((group, index) => {
      for (const { term } of group.alternatives) this.matchOfTerm.set(term, { group: index, weight: group.weight });
    });
  }

  mark(text: string): MarkedText {
    return { text, marks: this.matches(text).map(({ start, end }) => ({ start, end })) };
  }

  /** The part of a document that shows best why it was found, and the anchor of its passage. */
  snippet(document: SearchDocument): { readonly snippet: MarkedText; readonly anchor: string } {
    const parts = [{ anchor: '', text: document.summary ?? '' }, ...document.passages];
    let best = { anchor: '', text: parts.find(({ text }) => text !== '')?.text ?? '', at: 0, score: 0 };
    for (const { anchor, text } of parts) {
      const { at, score } = bestWindow(this.matches(text));
      if (score > best.score) best = { anchor, text, at, score };
    }
    return { snippet: this.cut(best.text, best.at), anchor: best.anchor };
  }

  private cut(text: string, at: number): MarkedText {
    const start = startOfSnippet(text, at);
    let end = Math.min(text.length, start + SNIPPET_CHARACTERS);
    if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), start + SNIPPET_CHARACTERS / 2);
    if (isInsidePair(text, end)) end += 1;
    const prefix = start > 0 ? '… ' : '';
    const shown = `${prefix}${text.slice(start, end).trimEnd()}${end < text.length ? ' …' : ''}`;
    return this.mark(shown);
  }

  private matches(text: string): readonly MatchedRange[] {
    const found: MatchedRange[] = [];
    const { scanner, lexicon } = this;
    scanner.reset(text, 0, SNIPPET_SOURCE_CHARACTERS);
    while (scanner.next()) {
      const surface = lexicon.surfaces.findUnits(scanner.units, scanner.length, scanner.hash);
      const match = surface < 0 ? undefined : this.matchOfTerm.get(lexicon.termOf(surface));
      if (match !== undefined) found.push({ start: scanner.start, end: scanner.end, ...match });
    }
    return found;
  }
}

/** Where the window with the most different words of the query begins. */
function bestWindow(matches: readonly MatchedRange[]): { readonly at: number; readonly score: number } {
  let best = { at: 0, score: 0 };
  for (let first = 0; first < matches.length; first += 1) {
    const from = matches[first]?.start ?? 0;
    const groups = new Map<number, number>();
    for (let next = first; next < matches.length; next += 1) {
      const match = matches[next];
      if (match === undefined || match.end > from + SNIPPET_CHARACTERS) break;
      groups.set(match.group, match.weight);
    }
    const score = [...groups.values()].reduce((sum, weight) => sum + weight, 0);
    if (score > best.score) best = { at: from, score };
  }
  return best;
}

/** The beginning of the sentence the match stands in when it is near, else a word a little before the match. */
function startOfSnippet(text: string, at: number): number {
  const earliest = Math.max(0, at - SNIPPET_CHARACTERS / 2);
  if (earliest === 0) return 0;
  const sentence = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), text.lastIndexOf('? ', at));
  if (sentence >= earliest) return sentence + (text[sentence] === '\n' ? 1 : 2);
  const word = text.indexOf(' ', at - 40);
  const start = word >= 0 && word < at ? word + 1 : at;
  return isInsidePair(text, start) ? start - 1 : start;
}

/** True when a cut here would tear a character outside the basic plane apart. */
function isInsidePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
