import { diffLines } from 'diff';
import type { DiffLine } from '#ui/components/diff-view.tsx';

/** Unchanged lines kept around a change. */
const CONTEXT = 3;
/** A comparison costs the square of how much differs; past this, the whole text is shown as replaced. */
const MAX_EDITS = 2_000;

const linesOf = (value: string): string[] => value.replace(/\n$/, '').split('\n');
const line = (kind: DiffLine['kind'], text: string): DiffLine => ({ kind, words: [{ text }] });

/** Long stretches without a change become one gap. */
function folded(lines: readonly DiffLine[]): DiffLine[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((each, i): DiffLine[] => {
    if (near[i]) return [each];
    return i === 0 || near[i - 1] ? [line('gap', '…')] : [];
  });
}

/** What changed between two texts, line by line; empty when nothing did. */
export function diffSources(before: string, after: string): DiffLine[] {
  if (before === after) return [];
  const parts = diffLines(before, after, { maxEditLength: MAX_EDITS });
  if (!parts)
    return [
      ...linesOf(before).map((text) => line('removed', text)),
      ...linesOf(after).map((text) => line('added', text)),
    ];
  return folded(
    parts.flatMap(({ value, added, removed }) =>
      linesOf(value).map((text) => line(added ? 'added' : removed ? 'removed' : 'same', text)),
    ),
  );
}
