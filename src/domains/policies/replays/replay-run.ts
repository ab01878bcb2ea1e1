import type { Temporal } from '#lib/time.ts';
import type { DecisionKind, Flip, Money } from '#policy/index.ts';

/** Flips under one key, with what they cost or save. */
export interface FlipGroup {
  readonly key: string;
  readonly flips: number;
  readonly change: readonly Money[];
}

/** What a replay has found so far. It is stored after every batch, so that it can go on after a crash. */
export interface ReplaySummary {
  /** The last request decided, and the last one there was when the replay was asked for. */
  readonly cursor: number;
  readonly upTo: number;
  readonly flips: number;
  readonly change: readonly Money[];
  readonly byReason: readonly FlipGroup[];
  readonly byRegion: readonly FlipGroup[];
  readonly byChannel: readonly FlipGroup[];
  readonly byKind: readonly { readonly from: DecisionKind; readonly to: DecisionKind; readonly flips: number }[];
  /** Requests whose facts can no longer be read. */
  readonly unreadable: number;
}

/** One replay of the stored requests under a text of a draft. */
export interface ReplayRun {
  readonly id: string;
  readonly brandId: string;
  readonly draftId: string;
  readonly draftText: number;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly casesDone: number;
  readonly casesTotal: number;
  readonly finishedAt: Temporal.Instant | null;
  readonly failure: ReplayFailure | null;
  readonly summary: ReplaySummary;
}

/** Why a replay ended early: somebody stopped it, or its documents cannot be used together. */
export const REPLAY_FAILURES = ['stopped', 'broken'] as const;
export type ReplayFailure = (typeof REPLAY_FAILURES)[number];

export const nothingYet = (upTo: number): ReplaySummary => ({
  cursor: 0,
  upTo,
  flips: 0,
  change: [],
  byReason: [],
  byRegion: [],
  byChannel: [],
  byKind: [],
  unreadable: 0,
});

/** Keys beyond this are counted together: a chart of more rows says nothing. */
const MAX_KEYS = 60;
export const OTHER_KEYS = 'other';

const byUnit = (a: Money, b: Money): number => (a.unit < b.unit ? -1 : 1);

function added(to: readonly Money[], change: readonly Money[]): readonly Money[] {
  const sums = new Map(to.map(({ minor, unit }) => [unit, minor]));
  for (const { minor, unit } of change) sums.set(unit, (sums.get(unit) ?? 0) + minor);
  return [...sums].map(([unit, minor]) => ({ minor, unit })).sort(byUnit);
}

function grouped(groups: readonly FlipGroup[], flips: readonly Flip[], keyOf: (flip: Flip) => string): FlipGroup[] {
  const known = new Map(groups.map((group) => [group.key, group]));
  for (const flip of flips) {
    const wanted = keyOf(flip);
    const key = known.has(wanted) || known.size < MAX_KEYS ? wanted : OTHER_KEYS;
    const { flips: count, change } = known.get(key) ?? { flips: 0, change: [] };
    known.set(key, { key, flips: count + 1, change: added(change, flip.change) });
  }
  return [...known.values()].sort((a, b) => b.flips - a.flips || (a.key < b.key ? -1 : 1));
}

/** A summary with the flips of one more batch. Batches of any size come to the same in the end. */
export function withFlips(
  summary: ReplaySummary,
  {
    flips,
    cursor,
    unreadable,
  }: { readonly flips: readonly Flip[]; readonly cursor: number; readonly unreadable: number },
): ReplaySummary {
  const kinds = new Map(summary.byKind.map((each) => [`${each.from} ${each.to}`, each]));
  for (const { from, to } of flips) {
    const key = `${from} ${to}`;
    kinds.set(key, { from, to, flips: (kinds.get(key)?.flips ?? 0) + 1 });
  }
  return {
    cursor,
    upTo: summary.upTo,
    flips: summary.flips + flips.length,
    change: added(
      summary.change,
      flips.flatMap(({ change }) => change),
    ),
    byReason: grouped(summary.byReason, flips, ({ reason }) => reason),
    byRegion: grouped(summary.byRegion, flips, ({ region }) => region),
    byChannel: grouped(summary.byChannel, flips, ({ channel }) => channel),
    byKind: [...kinds.values()].sort(
      (a, b) => b.flips - a.flips || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1),
    ),
    unreadable: summary.unreadable + unreadable,
  };
}
