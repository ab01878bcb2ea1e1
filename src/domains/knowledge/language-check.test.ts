import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isLocale } from '#lib/locales.ts';
import { foreignTexts, languageOf } from './language-check.ts';
import { readTextFile } from './text-file.ts';

const PACKS = fileURLToPath(new URL('../../../packs/', import.meta.url));

test.each([
  ['en', 'What you can do when the film stops'],
  ['ms', 'Apa yang boleh anda lakukan jika filem berhenti'],
  ['fr', 'Ce que vous pouvez faire si le film s’arrête'],
  ['de', 'Was Sie tun können, wenn der Film stockt'],
  [null, 'Samsung TV 2020'],
  [null, 'NW-2-5'],
  [null, ''],
])('the language is told (%s) by the small words: %s', (locale, sentence) => {
  expect(languageOf(sentence)).toBe(locale);
});

describe('in an English page', () => {
  const page = {
    title: 'Cancel your plan',
    summary: 'You cancel on the plan page in two steps.',
    body: '## Before you start {#before}\n\nYou need your password.\n\n## Steps {#steps .steps}\n\n### Open it {#open .step}\n\nGo to the plan.\n\n=> You see what you pay.',
  };

  test('nothing is foreign', () => {
    expect(foreignTexts('en', page)).toEqual([]);
  });

  test.each([
    [
      'a heading',
      { ...page, body: page.body.replace('Before you start', 'Was Sie vorher tun können') },
      'Was Sie vorher tun können',
    ],
    ['the title', { ...page, title: 'Was Sie vorher tun können' }, 'Was Sie vorher tun können'],
    ['a sentence of the summary', { ...page, summary: 'You cancel here. Das ist nicht wahr.' }, 'Das ist nicht wahr.'],
    [
      'a step',
      { ...page, body: page.body.replace('Open it', 'Gehen Sie auf die Seite und warten Sie') },
      'Gehen Sie auf die Seite und warten Sie',
    ],
    [
      'an expected result',
      { ...page, body: page.body.replace('You see what you pay.', 'Sie sehen, was Sie mit der Karte zahlen.') },
      'Sie sehen, was Sie mit der Karte zahlen.',
    ],
    [
      'one sentence in a paragraph',
      { ...page, body: page.body.replace('password.', 'password. Es wird nicht von uns geändert.') },
      'Es wird nicht von uns geändert.',
    ],
  ])('%s in German is found', (_where, text, found) => {
    expect(foreignTexts('en', text)).toEqual([{ locale: 'de', text: found }]);
  });

  test('names of two languages side by side do not count', () => {
    expect(foreignTexts('en', { ...page, summary: 'The button is called “Abo kündigen” in the German app.' })).toEqual(
      [],
    );
  });

  test('at most twenty are listed', () => {
    expect(foreignTexts('en', { ...page, summary: 'Das ist nicht wahr. '.repeat(50) })).toHaveLength(20);
  });
});

test('no text of the packs that ship is taken for another language', () => {
  const names = readdirSync(PACKS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\/[a-z]{2}\.md$/.test(name),
  );
  const alarms = names.flatMap((name) => {
    const locale = name.slice(-5, -3);
    const read = readTextFile(readFileSync(join(PACKS, name), 'utf8'));
    return isLocale(locale) && 'value' in read
      ? foreignTexts(locale, read.value).map(({ text }) => `${name}: ${text}`)
      : [`${name} is unreadable`];
  });
  expect(names.length).toBeGreaterThan(400);
  expect(alarms).toEqual([]);
});
