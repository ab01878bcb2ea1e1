import { describe, expect, test } from 'vitest';
import type { ArticleText } from './article.ts';
import { diffTexts } from './diff-texts.ts';

const lines = Array.from({ length: 20 }, (_, n) => `Line ${n + 1}.`);
const text = (body: readonly string[], title = 'Cancel your plan'): ArticleText => ({
  title,
  summary: 'You cancel in two steps.',
  aliases: [],
  body: body.join('\n'),
});
/** A change as people read it: `-` removed, `+` added, `…` passed over; changed words in brackets. */
const shown = (before: ArticleText, after: ArticleText): string[] =>
  diffTexts(before, after).map(({ kind, words }) => {
    const sign = { removed: '-', added: '+', same: ' ', gap: '' }[kind];
    return sign + words.map((word) => (word.changed ? `[${word.text}]` : word.text)).join('');
  });

describe('the difference between two texts', () => {
  test('is nothing but a gap when there is none', () => {
    expect(shown(text(lines), text(lines))).toEqual(['…']);
  });

  test('shows a changed line twice, with the words that differ, between two lines that did not change', () => {
    expect(shown(text(lines), text(lines.with(9, 'Row 10.')))).toEqual([
      '…',
      ' Line 8.',
      ' Line 9.',
      '-[Line] 10.',
      '+[Row] 10.',
      ' Line 11.',
      ' Line 12.',
      '…',
    ]);
  });

  test('shows what was added and what was taken away', () => {
    expect(shown(text(lines), text([...lines, 'Line 21.'])).slice(-3)).toEqual([' Line 19.', ' Line 20.', '+Line 21.']);
    expect(shown(text(lines), text(lines.slice(0, -1))).slice(-3)).toEqual([' Line 18.', ' Line 19.', '-Line 20.']);
  });

  test('covers the title as well', () => {
    expect(shown(text(lines), text(lines, 'Cancel your subscription'))).toContain('+title: Cancel your [subscription]');
  });

  test('pairs lines one by one and shows the rest whole', () => {
    const after = [...lines.slice(0, 9), 'Row 10.', 'New.', ...lines.slice(10)];
    expect(shown(text(lines), text(after)).filter((line) => /^[-+]/.test(line))).toEqual([
      '-[Line] 10.',
      '+[Row] 10.',
      '+New.',
    ]);
  });
});
