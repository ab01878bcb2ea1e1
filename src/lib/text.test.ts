import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, SLUG, shorten, slugOf } from './text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('cleanText', () => {
  test('keeps what people type: letters of any script, emoji, tabs and line feeds', () => {
    const typed = 'Déjà vu — 你好 🙂\n\tzweite Zeile';
    expect(cleanText(typed)).toBe(typed);
  });

  test('removes control characters and writes every line end as a line feed', () => {
    expect(cleanText('a\u0000b\u0007c\r\nd\re\u009Ff')).toBe('abc\nd\nef');
  });

  test.each([
    ['right-to-left override', '\u202E'],
    ['isolates', '\u2066\u2069'],
    ['right-to-left mark', '\u200F'],
    ['Arabic letter mark', '\u061C'],
    ['zero-width space', '\u200B'],
    ['byte order mark', '\uFEFF'],
  ])('removes what hides or reorders text: %s', (_name, sign) => {
    expect(cleanText(`refund${sign}.exe`)).toBe('refund.exe');
  });

  test('replaces half a character, which no database takes', () => {
    expect(cleanText('a\uD83Db')).toBe('a\uFFFDb');
  });

  test('composes letters, also where a hidden character stood between the parts', () => {
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanText('e\u200B\u0301')).toBe('é');
  });

  test('changes nothing the second time, and leaves no half characters, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const once = cleanText(typed);
        expect(cleanText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('cleanLine', () => {
  test('folds lines and blanks of every kind into one blank', () => {
    expect(cleanLine('  one\n\ttwo\u00A0\u2003three\u2028four ')).toBe('one two three four');
  });

  test('is always one line', () => {
    fc.assert(fc.property(anyText, (typed) => !/[\n\r\u2028\u2029]/.test(cleanLine(typed))));
  });
});

describe('shorten', () => {
  test('leaves a text that fits alone', () => {
    expect(shorten('refund', 6)).toBe('refund');
  });

  test('cuts with an ellipsis, without a blank before it', () => {
    expect(shorten('refund rules', 8)).toBe('refund…');
  });

  test('counts and cuts characters, never half of one', () => {
    expect(shorten('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
    expect(shorten('🙂🙂🙂', 3)).toBe('🙂🙂🙂');
  });
});

describe('slugOf', () => {
  test.each([
    ['Kündigen & Erstattung', 'kundigen-erstattung'],
    ['STRAẞE und Straße', 'strasse-und-strasse'],
    ['Ça marche ?', 'ca-marche'],
    ['NW-2-5', 'nw-2-5'],
    ['—你好—', ''],
  ])('makes %s into “%s”', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test('is a valid slug of at most 80 characters or nothing, whatever the title', () => {
    expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '9', '-', ' ', 'é', 'ß'), maxLength: 120 }), (title) => {
        const slug = slugOf(title);
        expect(slug === '' || (SLUG.test(slug) && slug.length <= 80)).toBe(true);
      }),
    );
  });
});
