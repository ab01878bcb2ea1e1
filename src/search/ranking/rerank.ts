import { Scanner } from '../analysis/scanner.ts';
import { RERANKED_CHARACTERS } from '../limits.ts';
import type { SearchDocument } from '../types.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { forEachText } from './document-fields.ts';
import type { QueryGroup } from './retrieve.ts';
import { OTHER_FORM_SHARE } from './weights.ts';

/** Words between two words of the query that still count as side by side. */
const NEAR_WORDS = 3;

export interface Closeness {
  /** Share of the query's neighbouring pairs that stand side by side, by weight. */
  readonly proximity: number;
  /** Share of the query's weight that stands within one window of a sentence's length. */
  readonly window: number;
}

/** Words in a window: about a long sentence. */
const WINDOW_WORDS = 24;

/** Reads candidates again for what postings do not keep: where the words stand. One for each query and locale. */
export class CloseReader {
  private readonly scanner = new Scanner();
  private readonly lexicon: Lexicon;
  private readonly groups: readonly QueryGroup[];
  private readonly groupsOfTerm = new Map<number, number>();
  private readonly lastAt: Int32Array;
  private readonly lastShare: Float32Array;
  private readonly typed: Int32Array;
  private readonly isPaired: Uint8Array;

  constructor(groups: readonly QueryGroup[], lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.groups = groups;
    this.lastAt = new Int32Array(groups.length);
    this.lastShare = new Float32Array(groups.length);
    this.typed = Int32Array.from(groups, ({ typed }) => (typed === undefined ? -1 : lexicon.surfaces.find(typed)));
    this.isPaired = new Uint8Array(groups.length);
    groups.forEach((group, index) => {
      for (const { term } of group.alternatives) this.groupsOfTerm.set(term, index);
    });
  }

  private bestWindow = 0;

  read(document: SearchDocument): Closeness {
    this.isPaired.fill(0);
    this.bestWindow = 0;
    let left = RERANKED_CHARACTERS;
    forEachText(document, (_, text) => {
      if (left > 0) this.scan(text, Math.min(text.length, left));
      left -= text.length;
    });
    return this.summarise();
  }

  private scan(text: string, to: number): void {
    const { scanner, lexicon } = this;
    this.lastAt.fill(-WINDOW_WORDS - 1);
    scanner.reset(text, 0, to);
    for (let at = 0; scanner.next(); at += 1) {
      const surface = lexicon.surfaces.findUnits(scanner.units, scanner.length, scanner.hash);
      const group = surface < 0 ? undefined : this.groupsOfTerm.get(lexicon.termOf(surface));
      if (group === undefined) continue;
      this.lastShare[group] = surface === this.typed[group] ? 1 : OTHER_FORM_SHARE;
      this.lastAt[group] = at;
      this.bestWindow = Math.max(this.bestWindow, this.weightSince(at - WINDOW_WORDS));
      if (group > 0 && at - (this.lastAt[group - 1] as number) <= NEAR_WORDS) this.isPaired[group] = 1;
      if (group + 1 < this.groups.length && at - (this.lastAt[group + 1] as number) <= NEAR_WORDS)
        this.isPaired[group + 1] = 1;
    }
  }

  /** The weight of the words last seen after a place. */
  private weightSince(place: number): number {
    let weight = 0;
    for (let group = 0; group < this.groups.length; group += 1) {
      if ((this.lastAt[group] as number) > place)
        weight += (this.groups[group]?.weight ?? 0) * (this.lastShare[group] as number);
    }
    return weight;
  }

  private summarise(): Closeness {
    let [weight, paired, pairs] = [0, 0, 0];
    this.groups.forEach((group, index) => {
      weight += group.weight;
      if (index === 0) return;
      const pair = Math.min(group.weight, this.groups[index - 1]?.weight ?? 0);
      pairs += pair;
      paired += pair * (this.isPaired[index] as number);
    });
    return {
      proximity: pairs > 0 ? paired / pairs : 0,
      window: weight > 0 ? this.bestWindow / weight : 0,
    };
  }
}
