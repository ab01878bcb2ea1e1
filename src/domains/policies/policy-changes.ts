import { diffWordsWithSpace } from 'diff';
import type { Locale } from '#lib/locales.ts';
import { type PlainClause, type PlainCondition, type PolicyDocument, plainDocument } from '#policy/index.ts';
import type { DiffWord } from '#ui/components/diff-view.tsx';

/** A comparison costs the square of how much differs; past this, whole lines are shown as replaced. */
const MAX_WORD_EDITS = 200;

/** One line as it was and as it is; null on the side where there is none. */
export interface ChangedLine {
  readonly before: readonly DiffWord[] | null;
  readonly after: readonly DiffWord[] | null;
}

export interface ChangedClause {
  readonly anchor: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its number in the version that has it; in the later one where both have. */
  readonly number: number;
  readonly title: string;
  /** Conditions that stayed as they were: they tell one clause from another. */
  readonly context: readonly string[];
  readonly lines: readonly ChangedLine[];
}

/** What differs between two versions, in plain words. */
export interface PolicyChanges {
  readonly clauses: readonly ChangedClause[];
  /** Clauses that say the same in both. */
  readonly same: number;
  readonly appeal: readonly ChangedLine[];
}

const conditionLines = ({ text, parts }: PlainCondition): string[] => [text, ...parts.flatMap(conditionLines)];

/** Everything a clause says, line by line. */
const linesOf = (clause: PlainClause): string[] => [
  clause.outcome,
  ...(clause.when ? conditionLines(clause.when) : []),
  ...clause.evidence,
  ...clause.choices.map(({ is, value }) => (is === null ? value : `${is} → ${value}`)),
  ...clause.details,
  ...(clause.text === null ? [] : [`✓ ${clause.text}`]),
  ...(clause.textNot === null ? [] : [`✕ ${clause.textNot}`]),
];

function pairOf(before: string | undefined, after: string | undefined): ChangedLine {
  if (before === undefined || after === undefined)
    return {
      before: before === undefined ? null : [{ text: before, changed: true }],
      after: after === undefined ? null : [{ text: after, changed: true }],
    };
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MAX_WORD_EDITS });
  if (!parts) return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] };
  return {
    before: parts.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, changed: removed })),
    after: parts.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, changed: added })),
  };
}

/** Lines that stand in one only, in order, the first of one beside the first of the other. */
function changedLines(before: readonly string[], after: readonly string[]): ChangedLine[] {
  const gone = before.filter((line) => !after.includes(line));
  const added = after.filter((line) => !before.includes(line));
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, i) => pairOf(gone[i], added[i]));
}

const leaves = ({ text, parts }: PlainCondition): string[] => (parts.length === 0 ? [text] : parts.flatMap(leaves));

function headOf(clause: PlainClause | undefined, before: PlainClause | undefined) {
  const was = before?.when ? leaves(before.when) : [];
  const context = clause?.when ? leaves(clause.when).filter((line) => was.includes(line)) : [];
  return { number: clause?.number ?? 0, title: clause?.outcome ?? '', context };
}

/** Compares two versions of one document as its readers read them. */
export function policyChanges(before: PolicyDocument, after: PolicyDocument, locale: Locale): PolicyChanges {
  const [old, now] = [plainDocument(before, locale), plainDocument(after, locale)];
  const clausesOf = (plain: typeof old): Map<string, PlainClause> =>
    new Map(plain.chapters.flatMap(({ clauses }) => clauses.map((clause) => [clause.anchor, clause])));
  const [was, is] = [clausesOf(old), clausesOf(now)];
  const clauses: ChangedClause[] = [];
  let same = 0;
  for (const anchor of new Set([...is.keys(), ...was.keys()])) {
    const [a, b] = [was.get(anchor), is.get(anchor)];
    const lines = changedLines(a ? linesOf(a) : [], b ? linesOf(b) : []);
    const kind = a === undefined ? 'added' : b === undefined ? 'removed' : 'changed';
    if (lines.length === 0) same += 1;
    else clauses.push({ anchor, kind, ...headOf(b ?? a, kind === 'changed' ? a : undefined), lines });
  }
  return { clauses, same, appeal: changedLines(old.appeal, now.appeal) };
}
