/**
 * A part of this node cannot answer now, though it may soon: `busy` when too many wait already, `late` when it took too
 * long, `starting` while it is not ready, `failed` when it broke down. Asking again makes sense; pages answer 503.
 */
export class Unavailable extends Error {
  readonly reason: 'busy' | 'late' | 'starting' | 'failed';
  /** Whole seconds after which asking again makes sense. */
  readonly retryAfterSeconds: number;

  constructor(part: string, reason: Unavailable['reason'], retryAfterSeconds = 2) {
    super(`${part} cannot answer now (${reason})`);
    this.name = 'Unavailable';
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
