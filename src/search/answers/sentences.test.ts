import { expect, test } from 'vitest';
import { expectationOf } from './question.ts';
import { sentencesOf } from './sentences.ts';

const split = (text: string): string[] => sentencesOf(text, 100).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Dr. Lee pays 3.50 a month. It renews on 1. January.', ['Dr. Lee pays 3.50 a month.', 'It renews on 1. January.']],
  ['Wait!  “Really?” Yes.', ['Wait!', '“Really?”', 'Yes.']],
  ['Das gilt z. B. für Filme. Danach nicht.', ['Das gilt z. B. für Filme.', 'Danach nicht.']],
  ['第一句。第二句。', ['第一句。', '第二句。']],
  ['One\nTwo', ['One', 'Two']],
])('%s', (text, sentences) => expect(split(text)).toEqual(sentences));

test('a sentence without a blank is cut all the same, and never inside a character', () => {
  const parts = split('😀'.repeat(3_000));
  expect(parts.every((part) => part.length <= 1_201 && /^(?:😀)+$/u.test(part))).toBe(true);
});

test('a sentence without an end is cut at a word', () => {
  const parts = split('word '.repeat(400));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((part) => part.length <= 610 && part.endsWith('word'))).toBe(true);
});

test.each([
  ['When was I charged?', 'date'],
  ['Combien coûte Premium ?', 'amount'],
  ['Wer sieht mein Konto?', 'person'],
  ['Où trouver ma facture ?', 'place'],
  ['Qu’est-ce qui a changé ?', 'open'],
  ['À qui écrire ?', 'person'],
  ['What country sat to the west when he died?', 'place'],
  ['What is the monthly fee?', 'amount'],
  ['Warum ruckelt das Bild?', 'reason'],
  ['What is the small box called?', 'term'],
  ['Berapa lama bayaran balik?', 'amount'],
  ['Bila saya dicaj?', 'date'],
  ['Can I pause?', 'open'],
])('%s asks for: %s', (question, expectation) => expect(expectationOf(question)).toBe(expectation));
