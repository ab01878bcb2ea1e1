import type { Given } from '../boundaries/ground.ts';
import { factsOf, settled, type Trial, witnessFor } from '../boundaries/witness.ts';
import { asOfFacts } from '../check/check.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { decide } from '../decide/decide.ts';
import type { Condition } from '../model/conditions.ts';
import { pathOfRule, type Report } from './finding.ts';

/** Trying facts takes time; beyond these numbers the rest is left to the tests of the document. */
const MAX_TRIED = 300;
const LEAST_TRIED = 20;
/** Trying one case looks at every rule of the document. */
const MAX_RULES_READ = 500_000;

/** How many rules, pairs or cases are tried in a document of this many rules. */
export const triedIn = ({ rules }: Trial): number =>
  Math.min(MAX_TRIED, Math.max(LEAST_TRIED, Math.floor(MAX_RULES_READ / Math.max(1, rules.length))));

const whenOf = ({ source }: CompiledRule): Condition | undefined => ('when' in source ? source.when : undefined);

/** Rules no facts were found for: probably two of their conditions exclude each other. */
export function lintReach(trial: Trial, report: Report): void {
  const { document, rules } = trial;
  const most = triedIn(trial);
  if (rules.length > most) {
    report('info', 'notAllTried', ['rules'], `facts were tried for the first ${most} of ${rules.length} rules`);
  }
  for (const rule of rules.slice(0, most)) {
    if (rule.source.on.some((occasion) => witnessFor(trial, rule, occasion) !== null)) continue;
    const effects = rule.source.effects ? ', nor do its effects' : '';
    const path = pathOfRule(document, rule.source.id);
    report(
      'warning',
      'unreachable',
      path,
      `no facts were found under which ${rule.source.id} applies${effects}; do its conditions exclude each other?`,
    );
  }
}

/** Two exceptions to one rule that hold together and answer differently, shown by facts. */
export function lintConflicts(trial: Trial, report: Report): void {
  let left = triedIn(trial);
  const seen = new Set<string>();
  for (const base of trial.rules) {
    for (const [i, a] of base.exceptions.entries()) {
      for (const b of base.exceptions.slice(i + 1)) {
        const pair = `${a.key} ${b.key}`;
        if (seen.has(pair) || !rival(a, b)) continue;
        seen.add(pair);
        if (left-- <= 0) return;
        const example = together(trial, a, b);
        if (example) {
          report(
            'error',
            'conflict',
            pathOfRule(trial.document, b.source.id),
            `${a.source.id} and ${b.source.id} are exceptions to ${base.source.id}, can hold together and answer differently; let one be an exception to the other`,
            example,
          );
        }
      }
    }
  }
}

const rival = (a: CompiledRule, b: CompiledRule): boolean =>
  a.answer !== b.answer &&
  a.kind !== 'lift' &&
  b.kind !== 'lift' &&
  !a.exceptions.includes(b) &&
  !b.exceptions.includes(a) &&
  a.source.on.some((occasion) => b.source.on.includes(occasion));

function together(trial: Trial, a: CompiledRule, b: CompiledRule): Given | null {
  const occasion = a.source.on.find((each) => b.source.on.includes(each));
  const other = whenOf(b);
  if (occasion === undefined) return null;
  const given = witnessFor(trial, a, occasion, { hold: other === undefined ? [] : [other], fail: [] });
  const done = given && settled(trial, given);
  const facts = done && factsOf(trial, done.given);
  if (!done || !facts) return null;
  return decide(trial.policies, facts, asOfFacts(done.given)).reasons.includes('conflict') ? done.given : null;
}
