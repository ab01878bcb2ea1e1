import { expect, test } from 'vitest';
import { mailLink } from './mail-link.ts';

test('a short letter goes along whole, line ends and accents intact', () => {
  const { href, isWhole } = mailLink('Réclamation & co', 'Madame,\n\nça va ? 100 %');
  expect(isWhole).toBe(true);
  const query = new URLSearchParams(href.slice('mailto:?'.length));
  expect(query.get('subject')).toBe('Réclamation & co');
  expect(query.get('body')).toBe('Madame,\r\n\r\nça va ? 100 %');
});

test('a long letter leaves its text behind, never half of it', () => {
  const { href, isWhole } = mailLink('Subject', 'ü'.repeat(400));
  expect(isWhole).toBe(false);
  expect(href).toBe('mailto:?subject=Subject');
});
