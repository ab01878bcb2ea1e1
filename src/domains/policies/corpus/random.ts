/** A weighted choice: the value and how often it comes, in any unit. */
export type Weighted<T> = readonly (readonly [T, number])[];

/** Even 32 bits from a seed: the mulberry32 generator, small and the same everywhere. */
function evenBits(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The bits of a name, so that every brand and every place in its corpus has its own. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** Chance that repeats itself: the same name, the same choices. */
export class Dice {
  readonly #bits: () => number;

  constructor(name: string) {
    this.#bits = evenBits(hashOf(name));
    // Names that differ in their last letter begin alike; a few throws part them.
    for (let i = 0; i < 4; i++) this.#bits();
  }

  /** Even in [0, 1). */
  share(): number {
    return this.#bits() / 0x1_0000_0000;
  }

  chance(of: number): boolean {
    return this.share() < of;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  /** Mostly small, seldom large: exponential around a mean. */
  around(mean: number): number {
    return -Math.log(1 - this.share()) * mean;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  }

  weigh<T>(items: Weighted<T>): T {
    let left = this.share() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (!last) throw new Error('there is nothing to choose from');
    return last[0];
  }
}
