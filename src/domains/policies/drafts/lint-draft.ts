import { type AnyDocument, lintDocuments, locateProblems, type PolicyDocument } from '#policy/index.ts';
import { inOrder, type PolicyShelf } from '../policy-shelves.ts';
import { heldAllAlong } from './compared.ts';

/** Something a text says that was hardly meant. */
export interface DraftFinding {
  readonly severity: 'error' | 'warning' | 'info';
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** The worst come first; who mends these sees the next ones. */
const MAX_FINDINGS = 20;

/** What lint finds in a document that compiles, each at its line of the text it was read from. */
export function lintDraft(document: PolicyDocument, source: string, shelf: PolicyShelf): readonly DraftFinding[] {
  const held = heldAllAlong(document);
  const others: readonly AnyDocument[] = inOrder([...shelf.own, ...shelf.laws]).filter(({ id }) => id !== document.id);
  const found = lintDocuments([held], [held, ...others]).slice(0, MAX_FINDINGS);
  const placed = locateProblems(source, found);
  return found.map(({ severity, message }, i) => ({
    severity,
    line: placed[i]?.line ?? 1,
    message: placed[i]?.message ?? message,
  }));
}
