import type { PolicyDocument, Rule } from '../model/document.ts';
import type { Path } from '../reading/problems.ts';

/** Something a document says that its author hardly meant. */
export interface Finding {
  readonly document: string;
  readonly version: number;
  /** Stable, such as `textMissing`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Where it stands in the document. */
  readonly path: Path;
  readonly message: string;
  /** Facts that show it, as they are given to `decide`. */
  readonly example?: Readonly<Record<string, unknown>>;
}

export type Report = (
  severity: Finding['severity'],
  code: string,
  path: Path,
  message: string,
  example?: Finding['example'],
) => void;

export interface Placed {
  readonly rule: Rule;
  readonly part: 'gate' | 'rules' | 'otherwise';
  readonly path: Path;
}

/** Every rule of a document with its place. */
export const rulesOf = (document: PolicyDocument): readonly Placed[] =>
  (['gate', 'rules', 'otherwise'] as const).flatMap((part) =>
    ((document[part] ?? []) as readonly Rule[]).map((rule, i) => ({ rule, part, path: [part, i] })),
  );

export const pathOfRule = (document: PolicyDocument, id: string): Path =>
  rulesOf(document).find(({ rule }) => rule.id === id)?.path ?? [];
