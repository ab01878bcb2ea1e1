import { Temporal } from '#lib/time.ts';

/**
 * The two clocks. Business time decides what is due (windows, schedules, reviews) and can be moved in a demo;
 * wall time decides what is safe (sessions, tokens, rate limits, retries) and cannot.
 */
export interface Clock {
  business(): Temporal.Instant;
  wall(): Temporal.Instant;
}

/** A clock whose business time runs `offset` ahead of the wall; the offset is zero outside a demo. */
export function systemClock(offset: () => Temporal.Duration = () => new Temporal.Duration()): Clock {
  return {
    business: () => Temporal.Now.instant().add(offset()),
    wall: () => Temporal.Now.instant(),
  };
}

/** A clock that stands still until told, for tests. */
export function fixedClock(start: string): Clock & { set(at: string): void } {
  let at = Temporal.Instant.from(start);
  return {
    business: () => at,
    wall: () => at,
    set: (next) => {
      at = Temporal.Instant.from(next);
    },
  };
}
