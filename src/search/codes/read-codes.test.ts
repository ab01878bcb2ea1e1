import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeIndex } from './code-index.ts';
import { readCodes } from './read-codes.ts';

const registered = ['NW-2-5', 'UI-113', 'TVP-801', 'M7111-1331', 'S7363-1260-FFFFD119', 'DRM-310', '10025'];

function codesOf(written: readonly string[]): CodeIndex {
  const codes = new CodeIndex();
  for (const code of written) codes.add(code, `page ${code}`);
  return codes;
}

const found = (text: string, written = registered): string[] =>
  readCodes(text, codesOf(written)).map(({ code }) => code);

describe('codes in any spelling', () => {
  const separator = fc.constantFrom('', ' ', '-', '_', '.', '–', '/', ' - ', '\u200B');
  const character = (letter: string): fc.Arbitrary<string> => {
    const same: Record<string, string[]> = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'l', 'L', 'i'] };
    return fc.constantFrom(...(same[letter] ?? [letter, letter.toLowerCase()]));
  };
  const spelling = fc.constantFrom(...registered.slice(0, 6)).chain((code) => {
    const parts = code
      .split('-')
      .map((part) => fc.tuple(...[...part].map(character)).map((letters) => letters.join('')));
    return fc.tuple(separator, fc.tuple(...parts)).map(([between, written]) => ({ code, text: written.join(between) }));
  });

  test('separators, case and look-alike characters do not matter', () => {
    fc.assert(
      fc.property(spelling, ({ code, text }) => {
        expect(found(text)).toEqual([code]);
      }),
      { numRuns: 500 },
    );
  });

  test('nor do the words around it, in four languages', () => {
    const sentence = fc.constantFrom(
      'netflix error @ on my tv',
      'Fehler @ am Fernseher',
      "code d'erreur @ sur ma télé",
      'ralat @ pada tv saya',
    );
    fc.assert(
      fc.property(spelling, sentence, ({ code, text }, words) => {
        expect(found(words.replace('@', text))).toEqual([code]);
      }),
      { numRuns: 500 },
    );
  });

  test('the range is where the code stands in the query', () => {
    const text = 'netflix error nw-2-5 on my tv';
    const [match] = readCodes(text, codesOf(registered));
    expect(text.slice(match?.range.start, match?.range.end)).toBe('nw-2-5');
  });
});

test.each([
  ['TVP-810', 'TVP-801'],
  ['N25', 'NW-2-5'],
  ['UI-1113', 'UI-113'],
  ['DRM-31', 'DRM-310'],
  ['M7111-1332', 'M7111-1331'],
  ['S7363-1260-FFFD119', 'S7363-1260-FFFFD119'],
])('%s, with one typo or cut short, still finds %s', (typed, code) => {
  expect(found(typed)).toEqual([code]);
});

test('codes that are written alike are shown together', () => {
  expect(found('nw25', ['NW-2-5', 'NW-25'])).toEqual(['NW-2-5', 'NW-25']);
});

test.each(['error 10025', '10025 Fehler', 'kod ralat 10025', "code d'erreur 10025", 'Fehler Nr. 10025'])(
  '%s is read as a code',
  (text) => {
    expect(found(text)).toEqual(['10025']);
  },
);

test.each(['I paid 10025 yesterday', 'since 113 days', 'my tv is from 2019', 'oil', 'cancel my subscription'])(
  '%s is not read as a code',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test('a code stays known until its last document is gone', () => {
  const codes = codesOf(['NW-2-5']);
  codes.add('NW-2-5', 'page NW-2-5');
  codes.remove('NW-2-5', 'page NW-2-5');
  expect(readCodes('nw25', codes)).toHaveLength(1);
  codes.remove('NW-2-5', 'page NW-2-5');
  expect(readCodes('nw25', codes)).toHaveLength(0);
});
