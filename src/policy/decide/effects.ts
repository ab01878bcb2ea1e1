import type { Effect } from '../model/document.ts';
import { type Candidate, isAct } from './candidate.ts';

/** Two effects that cannot both be carried out. */
const OPPOSED: readonly (readonly [Effect['do'], Effect['do']])[] = [
  ['endNow', 'endAtPeriodEnd'],
  ['forfeitCredits', 'keep'],
];

const targetOf = ({ target, what, do: kind }: Effect): string =>
  target ?? (kind === 'keep' ? (what ?? 'contract') : kind === 'forfeitCredits' ? 'credits' : 'contract');

export const oppose = (a: Effect, b: Effect): boolean =>
  targetOf(a) === targetOf(b) && OPPOSED.some(([x, y]) => (a.do === x && b.do === y) || (a.do === y && b.do === x));

/** Whether two effects say the same, however they were written. */
const same = (a: Effect, b: Effect): boolean =>
  a === b || (a.do === b.do && a.target === b.target && a.count === b.count && a.at === b.at && a.what === b.what);

/** Each effect once. */
export function distinctEffects(effects: readonly Effect[]): readonly Effect[] {
  if (effects.length < 2) return effects;
  return effects.filter((effect, i) => effects.findIndex((each) => same(each, effect)) === i);
}

/** Effects of the winner, and of every rule that has only effects and does not contradict it. */
export function effectsWith(
  winner: Candidate,
  sure: readonly Candidate[],
): { effects: readonly Effect[]; conflict: boolean } {
  const own = winner.rule.effects;
  let effects = own;
  let conflict = false;
  for (const candidate of sure) {
    if (candidate === winner || !isAct(candidate) || candidate.rule.isProposal) continue;
    for (const effect of candidate.rule.effects) {
      if (effects.some((each) => same(each, effect))) continue;
      const opposed = effects.some((each) => oppose(each, effect));
      // A winner with an outcome decides for its own; rules with only effects are equals.
      if (opposed) conflict ||= isAct(winner) || !own.some((each) => oppose(each, effect));
      else effects = [...effects, effect];
    }
  }
  return { effects, conflict };
}
