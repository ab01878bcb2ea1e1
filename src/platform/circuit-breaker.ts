/** Failures in a row after which nobody is asked for a while. */
const MOST_FAILURES = 4;
const REST_MS = 60_000;

/**
 * Keeps a node from asking again and again somebody outside who does not answer: after a few failures in a row it rests,
 * then lets one call through to see. `now` counts milliseconds and never goes back.
 */
export class CircuitBreaker {
  readonly #now: () => number;
  #failures = 0;
  #restsUntil = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether calls are let through now. */
  get isClosed(): boolean {
    return this.#now() >= this.#restsUntil;
  }

  /** Runs `work` and counts how it ends; without trying, null while it rests. @throws what `work` throws */
  async run<T>(work: () => Promise<T>): Promise<T | null> {
    if (!this.isClosed) return null;
    // While one call tries whether things are mended, others rest on.
    if (this.#failures >= MOST_FAILURES) this.#rest();
    try {
      const result = await work();
      this.#failures = 0;
      this.#restsUntil = Number.NEGATIVE_INFINITY;
      return result;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures >= MOST_FAILURES) this.#rest();
      throw error;
    }
  }

  #rest(): void {
    this.#restsUntil = this.#now() + REST_MS;
  }
}
