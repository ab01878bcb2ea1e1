import type { Given } from '../boundaries/ground.ts';
import { groundsFor } from '../boundaries/ground.ts';
import { ways } from '../boundaries/ways.ts';
import { settled, type Trial } from '../boundaries/witness.ts';
import type { Decision } from '../model/decision.ts';
import { OCCASIONS, type Occasion } from '../model/vocabulary.ts';
import { pathOfRule, type Report } from './finding.ts';
import { triedIn } from './reach.ts';

/** Cases on both sides of every condition a document tests, each from the last one, so that conditions meet. */
function* casesFor(trial: Trial, occasion: Occasion): Generator<Given> {
  const rules = trial.rules.filter(({ on }) => on.has(occasion)).slice(0, triedIn(trial));
  for (const ground of groundsFor(trial.document, occasion, trial.policies.vocabulary)) {
    yield ground;
    let drifting = ground;
    for (const rule of rules) {
      const when = 'when' in rule.source ? rule.source.when : undefined;
      if (!when) continue;
      for (const wanted of [false, true]) {
        const [alone] = ways(when, wanted, ground, trial.scene);
        if (alone) yield alone;
        const [next] = ways(when, wanted, drifting, trial.scene);
        if (next && !wanted) drifting = next;
      }
      yield drifting;
    }
  }
}

const DECIDED: readonly Decision['kind'][] = ['noRule'];

/** Facts no rule speaks about, contradictions that facts show, and what cannot be decided. One finding of each kind for an occasion. */
export function lintGaps(trial: Trial, report: Report): void {
  // A law that gives nothing says so with noEntitlement, which is no answer by itself.
  const statute = trial.document.layer === 'statute';
  for (const occasion of OCCASIONS) {
    if (!trial.rules.some(({ on, role, kind }) => on.has(occasion) && role !== 'gate' && kind !== 'lift')) continue;
    const said = new Set<string>();
    let left = triedIn(trial);
    for (const given of casesFor(trial, occasion)) {
      if (left-- <= 0) break;
      const done = settled(trial, given);
      if (!done) continue;
      const code = codeOf(done.decision, statute);
      if (code === null || said.has(code)) continue;
      said.add(code);
      tell(code, occasion, done.decision, done.given, trial, report);
    }
  }
}

function codeOf({ kind, reasons }: Decision, statute: boolean): 'gap' | 'conflict' | 'notDecidable' | null {
  if (reasons.includes('conflict')) return 'conflict';
  if (reasons.includes('notDecidable')) return 'notDecidable';
  return DECIDED.includes(kind) && !statute ? 'gap' : null;
}

function tell(
  code: 'gap' | 'conflict' | 'notDecidable',
  occasion: Occasion,
  decision: Decision,
  example: Given,
  { document }: Trial,
  report: Report,
): void {
  const rule = decision.results[0]?.award?.rule.split('/').at(-1) ?? '';
  if (code === 'gap') {
    report(
      'warning',
      'gap',
      ['rules'],
      `no rule answers some ${occasion}; add an otherwise for it, even one that refers`,
      short(example),
    );
  } else if (code === 'conflict') {
    report(
      'error',
      'conflict',
      pathOfRule(document, rule),
      `${rule} contradicts another rule on ${occasion}`,
      short(example),
    );
  } else {
    report(
      'info',
      'notDecidable',
      ['rules'],
      `some ${occasion} cannot be decided even with all facts known; do units differ, or does a calendar end?`,
      short(example),
    );
  }
}

/** Without what is known not to exist: the facts that matter. */
function short(given: Given): Given {
  const kept = Object.entries(given).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    if (typeof value !== 'object' || Array.isArray(value)) return [[key, value] as const];
    const inner = short(value as Given);
    return Object.keys(inner).length === 0 ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(kept);
}
