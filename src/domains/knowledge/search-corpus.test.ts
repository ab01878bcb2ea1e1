import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { testLog, useDatabase } from '#test/support/database.ts';
import { SearchEngine } from './index.ts';

/** Of the questions below, how many have to bring the same page first, and how much of the first three is the same. */
const LEAST_SAME_FIRST = 0.95;
const LEAST_SAME_THREE = 0.9;
/** One of so many questions that the pack gives is asked; all of them would take a minute. */
const EVERY = 16;
const BRAND = 'northstar';

const database = useDatabase();
let app: TestApp;
let version: number;
let inMemory: SearchEngine;
let inDatabase: SearchEngine;

beforeAll(async () => {
  app = await createTestApp(database, { packs: [BRAND] });
  version = app.services.directory.find(BRAND)?.contentVersion ?? 0;
  inMemory = new SearchEngine({ db: database.db, log: testLog() });
  inDatabase = new SearchEngine({ db: database.db, log: testLog(), memoryPassages: 0 });
});
afterAll(() => app.close());

const find = async (engine: SearchEngine, text: string, locale: string, isTyping = false): Promise<string[]> => {
  const found = await engine.search(BRAND, version, { text, locale, isTyping });
  return found.hits.map(({ id }) => id);
};

/** What people ask: titles, the first words of summaries, codes, and what is in `asked`. */
async function questions(): Promise<{ text: string; locale: string }[]> {
  const { rows } = await database.pool.query<{ locale: string; title: string; summary: string }>(
    `select r.locale, r.title, r.summary from publication p join revision r on r.id = p.revision_id
     join article a on a.id = p.article_id where a.brand_id = $1 and p.ended_at is null order by a.slug, r.locale`,
    [BRAND],
  );
  const titles = rows.map(({ locale, title }) => ({ locale, text: title }));
  const summaries = rows.map(({ locale, summary }) => ({ locale, text: summary.split(' ').slice(0, 6).join(' ') }));
  const some = [...titles, ...summaries].filter((_, at) => at % EVERY === 0);
  return [...some, ...asked];
}

const asked = [
  { locale: 'en', text: 'nw25' },
  { locale: 'en', text: 'netflix error nw-2-5 on my tv' },
  { locale: 'en', text: 'bufering on samsng tv' },
  { locale: 'en', text: 'money back' },
  { locale: 'en', text: 'cancel subscription' },
  { locale: 'ms', text: 'cara batalkan langganan' },
  { locale: 'ms', text: 'bayaran balik' },
  { locale: 'de', text: 'doppelt abgebucht' },
  { locale: 'de', text: 'Passwort vergessen' },
  { locale: 'fr', text: 'remboursement' },
  { locale: 'fr', text: 'écran noir' },
];

test('a corpus in the database brings the same pages first as an index in memory', async () => {
  let [first, three, count] = [0, 0, 0];
  const different: string[] = [];
  for (const { text, locale } of await questions()) {
    const [memory, corpus] = [await find(inMemory, text, locale), await find(inDatabase, text, locale)];
    count += 1;
    if (memory[0] === corpus[0]) first += 1;
    else different.push(`${locale}: ${text}`);
    const top = memory.slice(0, 3);
    three += top.length === 0 ? 1 : top.filter((id) => corpus.slice(0, 3).includes(id)).length / top.length;
  }
  expect(first / count, different.join('\n')).toBeGreaterThanOrEqual(LEAST_SAME_FIRST);
  expect(three / count).toBeGreaterThanOrEqual(LEAST_SAME_THREE);
}, 120_000);

const corpusRows = async (): Promise<{ documents: number; version: number }> => {
  const { rows } = await database.pool.query<{ documents: number; version: number }>(
    `select count(d.id)::int as documents, max(c.version) as version from search_corpus c
     left join search_document d on d.corpus_id = c.id where c.brand_id = $1`,
    [BRAND],
  );
  return rows[0] ?? { documents: 0, version: -1 };
};

test('a misspelt word is put right, and said so, from the words of the whole corpus', async () => {
  const found = await inDatabase.search(BRAND, version, { text: 'bufering on samsng tv', locale: 'en' });
  expect(found.correction).toMatchObject({ text: 'buffering on samsung tv', isApplied: true });
});

test('while somebody types, the words they have begun are found', async () => {
  expect((await find(inDatabase, 'buffering on sams', 'en', true))[0]).toBe(
    (await find(inMemory, 'buffering on samsung tv', 'en'))[0],
  );
});

test('a question finds the same sentence in a corpus first; how sure it is differs by a few hundredths', async () => {
  const question = { question: 'How do I cancel my subscription?', locale: 'en' };
  const [memory, corpus] = [
    await inMemory.answer(BRAND, version, question),
    await inDatabase.answer(BRAND, version, question),
  ];
  const bestOf = (answer: typeof memory) => (answer.kind === 'answer' ? answer.main : answer.nearest[0]);
  expect(bestOf(corpus)?.sentence).toEqual(bestOf(memory)?.sentence);
  expect(bestOf(corpus)?.confidence).toBeCloseTo(bestOf(memory)?.confidence ?? 0, 1);
});

test('hostile words are looked for as words', async () => {
  for (const text of [
    "'; drop table article; --",
    "a' & !(b | c)",
    ':*',
    '\\',
    '%_',
    '\u0000x',
    '🙂',
    'x'.repeat(3_000),
  ])
    await expect(find(inDatabase, text, 'en', true)).resolves.toBeInstanceOf(Array);
});

test('another node takes a filled corpus as it is; what is no longer public leaves it for all of them', async () => {
  const before = await corpusRows();
  expect(before.version).toBe(version);
  const other = new SearchEngine({ db: database.db, log: testLog(), memoryPassages: 0 });
  const [gone] = await find(other, 'buffering on samsung tv', 'en');
  expect(await corpusRows()).toEqual(before);
  await database.pool.query(`update publication set ended_at = now(), ended_by = 'test' where article_id::text = $1`, [
    gone,
  ]);
  await database.pool.query(
    `with raised as (update brand set content_version = content_version + 1 where id = $1::text returning content_version)
     insert into content_change (brand_id, version, article_id, at)
     select $1::text, content_version, $2::uuid, now() from raised`,
    [BRAND, gone],
  );
  version += 1;
  inDatabase.follow(BRAND, version);
  await vi.waitFor(async () => expect((await corpusRows()).version).toBe(version), 10_000);
  expect(await find(inDatabase, 'buffering on samsung tv', 'en')).not.toContain(gone);
  expect(await find(other, 'buffering on samsung tv', 'en')).not.toContain(gone);
  expect((await corpusRows()).documents).toBeLessThan(before.documents);
});
