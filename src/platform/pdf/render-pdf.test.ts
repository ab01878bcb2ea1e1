import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { type Block, type Paper, renderPdf, unprintable } from './index.ts';

/** What we use of pdf.js, which reads what we wrote as a reader's program does. */
interface StructNode {
  readonly role?: string;
  readonly lang?: string;
  readonly children?: readonly StructNode[];
}
interface ReadPage {
  readonly view: readonly number[];
  getTextContent(): Promise<{ readonly items: readonly { readonly str?: string; readonly hasEOL?: boolean }[] }>;
  getStructTree(): Promise<StructNode | null>;
}
interface ReadDocument {
  readonly numPages: number;
  getPage(number: number): Promise<ReadPage>;
  getMetadata(): Promise<{
    readonly info: Readonly<Record<string, unknown>>;
    readonly metadata: { getRaw(): string } | null;
  }>;
  getMarkInfo(): Promise<unknown>;
}

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  return (await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })) as unknown as ReadDocument;
}

async function pagesOf(document: ReadDocument): Promise<readonly string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
  }
  return pages;
}

const rolesIn = (node: StructNode | null): readonly string[] =>
  node === null ? [] : [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)];

const paper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  title: 'Réclamation – Norton',
  locale: 'fr',
  size: 'A4',
  createdAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
  sheets: [{ locale: 'fr', blocks }],
  pageLabel: (page, pages) => `Page ${page} sur ${pages}`,
  ...more,
});

const EVERY: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Dossier' },
  { kind: 'text', text: 'Première ligne\nSeconde ligne' },
  { kind: 'heading', level: 2, text: 'Partie' },
  { kind: 'list', items: ['premier', 'second'] },
  { kind: 'checks', items: [{ text: 'Reçu', notes: ['lisible'], done: true }] },
  { kind: 'facts', rows: [{ label: 'Montant', value: '89,99 €' }] },
  { kind: 'blanks', rows: [{ label: 'Nom', value: '' }] },
  { kind: 'table', head: ['Date', 'Texte'], rows: [['22 novembre', 'bonjour']], shares: [1, 3] },
  { kind: 'place', title: 'Photo', notes: ['à coller ici'] },
  { kind: 'signatures', labels: ['Lieu', 'Signature'] },
];

describe('a PDF', () => {
  let document: ReadDocument;
  beforeAll(async () => {
    document = await read(await renderPdf(paper(EVERY)));
  });

  test('says its title and language, and when it was made', async () => {
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Réclamation – Norton', Language: 'fr', CreationDate: 'D:20261122100000Z' });
    expect(metadata?.getRaw()).toContain('pdfuaid:part');
  });

  test('holds all that was put in, in order, and its page numbers', async () => {
    const [page = ''] = await pagesOf(document);
    const words = [
      'Dossier',
      'Première ligne',
      'Seconde ligne',
      'premier',
      'Reçu',
      'lisible',
      'Montant',
      '89,99 €',
      'Nom',
      'bonjour',
      'Photo',
      'Signature',
    ];
    const places = words.map((word) => page.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toContain('Page 1 sur 1');
  });

  test('is tagged, so that it can be read aloud: headings, lists, tables', async () => {
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const roles = rolesIn(await (await document.getPage(1)).getStructTree());
    for (const role of ['Sect', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(roles).toContain(role);
  });
});

test('every letter of our languages comes out as it went in', async () => {
  const text =
    'ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ àâçéèêëîïôœùûüÿ ÄÖÜẞ äöüß „Zitat“ «\u202fmot\u202f» l’été – 1\u202f234,50 € … Łódź Šibenik Çeşme';
  const [page = ''] = await pagesOf(await read(await renderPdf(paper([{ kind: 'text', text }]))));
  const plain = (words: string): string => words.replaceAll(/\s/g, '');
  expect(plain(page)).toContain(plain(text));
  expect(unprintable(text)).toEqual([]);
});

test('signs of other scripts are named beforehand and shown as question marks', async () => {
  expect(unprintable('李明 and Ada 🙂')).toEqual(['李', '明', '🙂']);
  const [page = ''] = await pagesOf(await read(await renderPdf(paper([{ kind: 'text', text: 'Name: 李明.' }]))));
  expect(page).toContain('Name: ??.');
});

test('a sheet begins on a page of its own, in its own language', async () => {
  const sheets = [
    { locale: 'fr', blocks: [{ kind: 'text', text: 'bonjour' }] },
    { locale: 'de', blocks: [{ kind: 'text', text: 'guten Tag' }] },
  ] as const;
  const document = await read(await renderPdf(paper([], { sheets })));
  const pages = await pagesOf(document);
  expect(pages.map((page) => page.split('\n')[0])).toEqual([
    expect.stringContaining('bonjour'),
    expect.stringContaining('guten Tag'),
  ]);
  expect(JSON.stringify(await (await document.getPage(2)).getStructTree())).toContain('"lang":"de"');
});

test('what does not fit goes on overleaf, and nothing is lost', async () => {
  const items = Array.from({ length: 70 }, (_, i) => `item${i}.`);
  const rows = items.map((item) => [item, 'x '.repeat(30)]);
  const blocks: readonly Block[] = [
    { kind: 'text', text: items.join(' ') },
    { kind: 'list', items },
    { kind: 'table', head: ['a', 'b'], rows, shares: [1, 1] },
    { kind: 'facts', rows: items.map((label) => ({ label, value: 'v' })) },
    { kind: 'blanks', rows: items.map((label) => ({ label, value: '' })) },
  ];
  const pages = await pagesOf(await read(await renderPdf(paper(blocks))));
  const all = pages.join('\n');
  for (const item of items) expect(all.split(item).length - 1).toBe(5);
  expect(pages.every((page, i) => page.includes(`Page ${i + 1} sur ${pages.length}`))).toBe(true);
  expect(pages.every((page) => page.length > 100)).toBe(true);
});

test('paper is as large as the reader’s printer takes it, and two frames for pictures fill a page of either', async () => {
  const places: readonly Block[] = [
    { kind: 'heading', level: 1, text: 'Pictures' },
    { kind: 'text', text: 'Attach them here.' },
    { kind: 'place', title: 'one', notes: ['note'] },
    { kind: 'place', title: 'two', notes: ['note'] },
  ];
  for (const [size, width, height] of [
    ['A4', 595, 842],
    ['LETTER', 612, 792],
  ] as const) {
    const document = await read(await renderPdf(paper(places, { size })));
    const { view } = await document.getPage(1);
    expect([Math.round(view[2] ?? 0), Math.round(view[3] ?? 0)]).toEqual([width, height]);
    expect(document.numPages).toBe(1);
  }
});
