import { decide, type Policies, problemText, readFacts } from '#policy/index.ts';
import { type GoldenCase, type Outcome, outcomeOf, sameOutcome } from './golden-case.ts';

/** A golden case decided under a draft. */
export interface GoldenResult {
  readonly golden: GoldenCase;
  /** What it came to; null when its facts can no longer be read. */
  readonly outcome: Outcome | null;
  readonly holds: boolean;
  readonly problems: readonly string[];
}

/** Decides every golden case. */
export function runGoldenCases(cases: readonly GoldenCase[], policies: Policies): readonly GoldenResult[] {
  return cases.map((golden) => {
    const read = readFacts(golden.facts, policies.vocabulary);
    if ('problems' in read)
      return { golden, outcome: null, holds: false, problems: read.problems.slice(0, 3).map(problemText) };
    const outcome = outcomeOf(decide(policies, read.facts, golden.asOf));
    return { golden, outcome, holds: sameOutcome(outcome, golden.expected), problems: [] };
  });
}
