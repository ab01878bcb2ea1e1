import type { CompiledRule } from '../compile/rule.ts';
import type { CompiledWindow } from '../compile/window.ts';
import { windowsIn } from '../explain/change.ts';
import { canonicalText } from '../model/canonical.ts';
import type { Anchor, Condition, WindowTest } from '../model/conditions.ts';
import type { Decision } from '../model/decision.ts';
import type { Truth } from '../model/truth.ts';
import type { Occasion } from '../model/vocabulary.ts';
import { type Moment, momentText } from '../time/moment.ts';
import { firstMoment, lastMoment, type Window } from '../time/window.ts';
import type { Zone } from '../time/zone.ts';
import { deciding } from './branch.ts';
import type { Given } from './ground.ts';
import { put } from './places.ts';
import { inSituation, SITUATIONS, type Situation } from './situations.ts';
import { factsOf, settled, standingIn, type Trial, witnessFor } from './witness.ts';

/** One side of an edge: the event at a moment, with what is decided then. */
export interface Side {
  /** The moment of the event. */
  readonly at: string;
  readonly given: Given;
  readonly decision: Decision;
  /** Whether the rule of the window gives its outcome. */
  readonly truth: Truth;
}

/** The last moment inside a window and the first outside, or the first inside and the last before. */
export interface BoundaryCase {
  readonly rule: string;
  readonly occasion: Occasion;
  readonly window: WindowTest;
  readonly situation: Situation;
  readonly edge: 'first' | 'last';
  readonly inside: Side;
  readonly outside: Side;
  /** Whether a customer would notice the difference. */
  readonly differs: boolean;
  /** Why nobody would: the rule gives its outcome on both sides, or on neither, or another rule gives the same. */
  readonly because: 'samePart' | 'anotherRule' | null;
}

const SECOND_MS = 1_000;

/** Boundary cases of every window of every rule, with facts that make the rest of the rule true where some were found. */
export function boundaryCases(trial: Trial, situations: readonly Situation[] = SITUATIONS): readonly BoundaryCase[] {
  return trial.rules.flatMap((rule) =>
    (rule.test === null ? [] : windowsIn(rule.test)).flatMap((window) => casesOf(trial, rule, window, situations)),
  );
}

function casesOf(
  trial: Trial,
  rule: CompiledRule,
  window: CompiledWindow,
  situations: readonly Situation[],
): readonly BoundaryCase[] {
  const when = 'when' in rule.source ? rule.source.when : undefined;
  const more = when && deciding(when as Condition, window.source, trial.scene.define);
  const [occasion] = rule.source.on;
  if (!more || occasion === undefined) return [];
  const found = witnessFor(trial, rule, occasion, more);
  const start = found && settled(trial, found);
  if (!start) return [];
  return situations.flatMap((situation) => {
    const moved = placed(trial, start.given, window, situation);
    return moved === null
      ? []
      : (['last', 'first'] as const).flatMap(
          (edge) => edgeCase(trial, rule, occasion, window, situation, edge, moved) ?? [],
        );
  });
}

interface Seen {
  readonly shape: Window;
  readonly anchor: Moment;
  readonly zone: Zone;
}

/** The window as it stands in a case. */
function seenIn(trial: Trial, given: Given, window: CompiledWindow): Seen | null {
  const facts = factsOf(trial, given);
  const c = facts && standingIn(trial, facts)?.applied.c;
  const anchor = c && window.anchor.of(c);
  const shape = c && window.of(c);
  return c && anchor && shape ? { shape, anchor, zone: c.zone } : null;
}

function placed(trial: Trial, given: Given, window: CompiledWindow, situation: Situation): Given | null {
  const seen = seenIn(trial, given, window);
  const last =
    seen && (lastMoment(seen.shape, seen.anchor, seen.zone) ?? firstMoment(seen.shape, seen.anchor, seen.zone));
  return last ? inSituation(situation, given, trial.document, seen.shape, last, seen.zone) : null;
}

/** The two instants at an edge: one inside, one second further outside. */
function instantsAt(
  edge: 'first' | 'last',
  { shape, anchor, zone }: Seen,
): readonly [inside: number, outside: number] | null {
  const moment = (edge === 'last' ? lastMoment : firstMoment)(shape, anchor, zone);
  if (!moment) return null;
  if (moment.kind === 'instant') return [moment.ms, moment.ms + (edge === 'last' ? SECOND_MS : -SECOND_MS)];
  const border = zone.startOf(edge === 'last' ? moment.day + 1 : moment.day);
  return edge === 'last' ? [border - SECOND_MS, border] : [border, border - SECOND_MS];
}

const firstFact = (anchor: Anchor): string =>
  typeof anchor === 'string' ? anchor : firstFact(('laterOf' in anchor ? anchor.laterOf : anchor.earlierOf)[0] ?? '');

function edgeCase(
  trial: Trial,
  rule: CompiledRule,
  occasion: Occasion,
  window: CompiledWindow,
  situation: Situation,
  edge: 'first' | 'last',
  given: Given,
): BoundaryCase | null {
  const seen = seenIn(trial, given, window);
  const instants = seen && instantsAt(edge, seen);
  if (!instants) return null;
  const event = firstFact(window.source.event ?? 'occasion');
  const [inside, outside] = instants.map((ms) =>
    sideAt(trial, rule, put(given, event, momentText({ kind: 'instant', ms })), ms),
  );
  if (!inside || !outside) return null;
  const differs = noticed(inside) !== noticed(outside);
  const because = differs ? null : inside.truth === outside.truth ? 'samePart' : 'anotherRule';
  return { rule: rule.key, occasion, window: window.source, situation, edge, inside, outside, differs, because };
}

function sideAt(trial: Trial, rule: CompiledRule, given: Given, ms: number): Side | null {
  const decided = settled(trial, given);
  const facts = decided && factsOf(trial, decided.given);
  const standing = facts && standingIn(trial, facts);
  if (!decided || !standing) return null;
  const at = momentText({ kind: 'instant', ms });
  return { at, given: decided.given, decision: decided.decision, truth: standing.truth(rule) };
}

/** What a customer would notice of a decision: not its time, not its rules' names alone. */
const noticed = ({ decision: { kind, amounts, fees, effects, reasons, results } }: Side): string =>
  canonicalText([
    kind,
    amounts,
    fees,
    effects,
    reasons,
    results.map(({ proposal, award }) => [award?.promises, proposal?.amount]),
  ]);
