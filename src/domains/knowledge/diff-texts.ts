import { diffLines, diffWordsWithSpace } from 'diff';
import type { DiffLine } from '#ui/components/diff-view.tsx';
import type { ArticleText } from './article.ts';
import { writeTextFile } from './text-file.ts';

/** Unchanged lines kept around a change. */
const CONTEXT = 2;
/** A comparison costs the square of how much differs; past these, whole lines and whole texts are shown as replaced. */
const MAX_LINE_EDITS = 1000;
const MAX_WORD_EDITS = 200;
const MAX_COMPARED_LINES = 60;

const linesOf = (value: string): string[] => value.replace(/\n$/, '').split('\n');

const whole = (kind: DiffLine['kind'], text: string): DiffLine => ({ kind, words: [{ text }] });

/** A removed line beside the added line that replaced it, with the words that differ. */
function pairWords(before: string, after: string): [DiffLine, DiffLine] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MAX_WORD_EDITS });
  if (!parts) return [whole('removed', before), whole('added', after)];
  const side = (kind: 'removed' | 'added', skip: 'added' | 'removed'): DiffLine => ({
    kind,
    words: parts.filter((part) => !part[skip]).map((part) => ({ text: part.value, changed: part[kind] })),
  });
  return [side('removed', 'added'), side('added', 'removed')];
}

function replaced(removed: readonly string[], added: readonly string[]): DiffLine[] {
  const pairs = Math.min(removed.length, added.length, MAX_COMPARED_LINES);
  const matched = removed.slice(0, pairs).flatMap((line, i) => pairWords(line, added[i] ?? ''));
  return [
    ...matched,
    ...removed.slice(pairs).map((line) => whole('removed', line)),
    ...added.slice(pairs).map((line) => whole('added', line)),
  ];
}

/** Long stretches without a change become one gap. */
function fold(lines: readonly DiffLine[]): DiffLine[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some((line) => line.kind !== 'same'),
  );
  return lines.flatMap((line, i): DiffLine[] => {
    if (near[i]) return [line];
    return i === 0 || near[i - 1] ? [{ kind: 'gap', words: [{ text: '…' }] }] : [];
  });
}

/** What changed between two revisions, line by line and word by word, front matter included. */
export function diffTexts(before: ArticleText, after: ArticleText): DiffLine[] {
  const [old, now] = [writeTextFile(before), writeTextFile(after)];
  const parts = diffLines(old, now, { maxEditLength: MAX_LINE_EDITS });
  if (!parts)
    return [...linesOf(old).map((line) => whole('removed', line)), ...linesOf(now).map((line) => whole('added', line))];
  const lines: DiffLine[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const next = parts[i + 1];
    if (!part) continue;
    if (part.removed && next?.added) {
      lines.push(...replaced(linesOf(part.value), linesOf(next.value)));
      i += 1;
    } else {
      lines.push(
        ...linesOf(part.value).map((line) => whole(part.added ? 'added' : part.removed ? 'removed' : 'same', line)),
      );
    }
  }
  return fold(lines);
}
