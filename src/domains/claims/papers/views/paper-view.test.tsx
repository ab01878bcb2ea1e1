import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import type { Block, Paper } from '#platform/pdf/index.ts';
import { PaperView } from './paper-view.tsx';

const HOSTILE = '<img src=x onerror=alert(1)>';
const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 2, text: HOSTILE },
  { kind: 'text', text: `one\n${HOSTILE}` },
  { kind: 'list', items: [HOSTILE] },
  { kind: 'checks', items: [{ text: HOSTILE, notes: [HOSTILE], done: true }] },
  { kind: 'facts', rows: [{ label: HOSTILE, value: HOSTILE }] },
  { kind: 'blanks', rows: [{ label: HOSTILE, value: '' }] },
  { kind: 'table', head: [HOSTILE], rows: [[HOSTILE]], shares: [1] },
  { kind: 'place', title: HOSTILE, notes: [HOSTILE] },
  { kind: 'signatures', labels: [HOSTILE] },
];
const paper: Paper = {
  title: 'Papers',
  locale: 'fr',
  size: 'A4',
  createdAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
  sheets: [
    { locale: 'fr', blocks: BLOCKS },
    { locale: 'de', blocks: BLOCKS },
  ],
  pageLabel: (page) => String(page),
};
const html = String(<PaperView paper={paper} />);

test('shows every block of a paper as text, whatever somebody typed into it', () => {
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img').length - 1).toBe(26);
});

test('says in which language each sheet is, and has one title only', () => {
  expect(html.match(/<section class="paper-sheet" lang="(?:fr|de)">/g)).toHaveLength(2);
  expect(html.match(/<h1>/g)).toHaveLength(1);
});
