import { describe, expect, test } from 'vitest';
import { livingValues } from '#domains/policies/index.ts';
import { type PolicyDocument, quotesOf, readDocument } from '#policy/index.ts';
import { quotedNames, unknownQuotes, withValues } from './living-text.ts';

function policy(days: number): PolicyDocument {
  const read = readDocument({
    kind: 'policy',
    id: 'tiny-refunds',
    version: 1,
    layer: 'company',
    status: 'published',
    scope: { brand: { in: ['tiny'] } },
    effective: { from: '2026-01-01' },
    provenance: [{ source: 'made for a test', verified: true }],
    zone: 'Europe/London',
    define: { constants: { days, price: { minor: 500, unit: 'EUR' } } },
    rules: [
      {
        id: 'in-time',
        on: ['refund'],
        when: { within: { of: 'charge.at', upTo: { constant: 'days' } } },
        outcome: { refund: {} },
      },
    ],
  });
  if ('problems' in read || read.document.kind !== 'policy') throw new Error(JSON.stringify(read));
  return read.document;
}

const VALUES = livingValues([policy(60)]);
const bodyOf = (body: string, locale: 'en' | 'de' = 'en'): string =>
  withValues({ title: '', summary: '', body }, locale, VALUES).text.body;

describe('living values', () => {
  test('stand in title, summary and body as the policy says them, in the language of the text', () => {
    const text = {
      title: '{{policy.days}} days',
      summary: 'Within {{ policy.in-time.window }}.',
      body: '## After {{policy.days}} days {#after}\n\nUp to {{policy.tiny-refunds.in-time.window}}.',
    };
    expect(withValues(text, 'en', VALUES).text).toEqual({
      title: '60 days',
      summary: 'Within 60 days.',
      body: '## After 60 days {#after}\n\nUp to 60 days.',
    });
    expect(withValues(text, 'de', VALUES).text.summary).toBe('Within 60 Tage.');
  });

  test('what nobody knows sends readers to the policy, never shows braces, and is told to the caller', () => {
    const read = withValues(
      { title: '', summary: 'In {{policy.weeks}}', body: '{{policy.}} {{nonsense}}' },
      'de',
      VALUES,
    );
    expect(read.text.summary).toBe('In (siehe Richtlinie)');
    expect(read.text.body).toBe('(siehe Richtlinie) (siehe Richtlinie)');
    expect(read.unknown).toEqual(['weeks']);
  });

  test('code stays as it was typed, so that a text can explain the syntax', () => {
    expect(bodyOf('`{{policy.days}}` is {{policy.days}}')).toBe('`{{policy.days}}` is 60');
    expect(bodyOf('```\n{{policy.days}}\n```\n{{policy.days}}')).toBe('```\n{{policy.days}}\n```\n60');
  });

  test('a value cannot write Markdown: its marks are escaped', () => {
    const values = { in: () => new Map([['days', '*60* [x](https://evil.example)']]) };
    const { text } = withValues({ title: '{{policy.days}}', summary: '', body: '{{policy.days}}' }, 'en', values);
    expect(text.body).toBe('\\*60\\* \\[x\\](https://evil.example)');
    expect(text.title).toBe('*60* [x](https://evil.example)');
  });

  test('a wrong name is found with its line and the name that was meant', () => {
    const quotes = quotesOf([policy(60)], 'en');
    expect(unknownQuotes('fine {{policy.days}}\n\n{{policy.dyas}} and `{{policy.what}}`', quotes)).toEqual([
      {
        line: 3,
        message: '{{policy.dyas}} quotes nothing of this brand’s policies; did you mean {{policy.days}}?',
      },
    ]);
    expect(unknownQuotes('```\n{{policy.x}}\n```\n{{days}}', quotes)).toEqual([
      { line: 4, message: '{{days}} quotes nothing of this brand’s policies' },
    ]);
  });

  test('names a text quotes are each told once, code left out', () => {
    const body = '{{policy.days}} {{policy.days}} `{{policy.price}}`';
    expect(quotedNames({ title: '{{policy.since}}', summary: '', body })).toEqual(['since', 'days']);
  });

  test('thousands of unclosed braces are read in no time', () => {
    const text = '{{policy.'.repeat(6_000);
    const started = performance.now();
    withValues({ title: '', summary: '', body: text }, 'en', VALUES);
    unknownQuotes(text, new Map());
    expect(performance.now() - started).toBeLessThan(500);
  });
});
