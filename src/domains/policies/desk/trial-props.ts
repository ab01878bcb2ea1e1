import type { Desk } from '#domains/people/index.ts';
import type { Temporal } from '#lib/time.ts';
import type { Explained, Policies } from '#policy/index.ts';
import type { DraftState } from '../drafts/draft.ts';
import type { GoldenCase } from '../golden-cases/golden-case.ts';
import type { PolicyVersion } from '../policy-version.ts';
import type { Quick } from './trial-facts.ts';

/** A case under one set of documents. */
export interface Side {
  readonly policies: Policies;
  readonly explained: Explained;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What one side came to; null while the text cannot decide anything. */
export type SideOrProblems = Side | { readonly problems: readonly string[] } | null;

export interface TrialPageProps extends DraftState {
  readonly desk: Desk;
  readonly here: string;
  /** Names of the document's own tests. */
  readonly tests: readonly string[];
  readonly golden: readonly GoldenCase[];
  /** Number of the stored request that is shown, and of those beside it. */
  readonly request: number | null;
  readonly beside: { readonly before: number | null; readonly after: number | null };
  readonly facts: string;
  readonly asOf: Temporal.Instant;
  readonly quick: Quick;
  readonly problems: readonly string[];
  readonly before: SideOrProblems;
  readonly after: SideOrProblems;
  readonly own: readonly PolicyVersion[];
  readonly laws: readonly PolicyVersion[];
  readonly mayEdit: boolean;
  /** What was typed to keep the case, when something was wrong with it. */
  readonly keeping?: {
    readonly name: string;
    readonly note: string;
    readonly expected: string;
    readonly problem: string;
  };
}
