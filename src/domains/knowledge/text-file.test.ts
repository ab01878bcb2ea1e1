import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '#lib/text.ts';
import { linesBeforeBody, readTextFile, writeTextFile } from './text-file.ts';

const file = `---
title: Cancel your plan
summary: You cancel on the plan page in two steps.
aliases: [unsubscribe]
---
## Steps {#steps}
`;

describe('a text file', () => {
  test('is read into title, summary, aliases and body', () => {
    expect(readTextFile(file)).toEqual({
      value: {
        title: 'Cancel your plan',
        summary: 'You cancel on the plan page in two steps.',
        aliases: ['unsubscribe'],
        body: '## Steps {#steps}',
      },
    });
  });

  test('is written as it was read', () => {
    const read = readTextFile(file);
    expect('value' in read && writeTextFile(read.value)).toBe(file);
  });

  test('reads the same with other line ends and a byte order mark', () => {
    expect(readTextFile(`\uFEFF${file.replaceAll('\n', '\r\n')}`)).toEqual(readTextFile(file));
  });

  test('comes back as the same text, whatever an editor wrote', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 });
    const line = (from: number, to: number) =>
      words.map(cleanLine).filter((text) => [...text].length >= from && text.length <= to);
    const text = fc.record({
      title: line(3, 140),
      summary: line(10, 600),
      aliases: fc.array(line(2, 80), { maxLength: 5 }),
      body: fc.array(words, { maxLength: 6 }).map((lines) => cleanText(lines.join('\n'))),
    });
    fc.assert(
      fc.property(text, (written) => {
        expect(readTextFile(writeTextFile(written))).toEqual({ value: written });
      }),
    );
  });

  test.each([
    ['no front matter', '## Steps', 1, 'starts with front matter between two lines of ---'],
    ['front matter that does not end', '---\ntitle: A', 1, 'starts with front matter between two lines of ---'],
    ['a title too short', file.replace('Cancel your plan', 'A'), 2, /^title: /],
    ['a key nobody knows', file.replace('aliases:', 'tags:'), 2, /^the file: /],
    ['a summary that is missing', file.replace(/summary.*\n/, ''), 2, /^summary: /],
    ['an alias too long', file.replace('unsubscribe', 'x'.repeat(81)), 4, /^aliases\[1\]: /],
    ['broken YAML', file.replace('[unsubscribe]', '[unsubscribe'), 4, /./],
  ])('with %s is refused at its line', (_what, text, line, message) => {
    const read = readTextFile(text);
    expect('problems' in read ? read.problems[0] : undefined).toEqual({
      line,
      message: expect.stringMatching(message),
    });
  });
});

test.each([
  ['right after the front matter', file, 5],
  ['after blank lines', file.replace('---\n##', '---\n\n\n##'), 7],
  ['in a file with other line ends', file.replaceAll('\n', '\r\n'), 5],
  ['in a file without front matter', '## Steps', 0],
])('lines are counted to a body that starts %s', (_where, text, lines) => {
  expect(linesBeforeBody(text)).toBe(lines);
});
