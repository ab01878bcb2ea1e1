import { sql } from 'kysely';
import { foldedDocument, foldedWords, type SearchDocument } from '#search/index.ts';
import type { Reading } from './articles.ts';

/** Documents whose words are counted for the statistics of a corpus. */
const SAMPLED_DOCUMENTS = 50_000;
/** Filling a corpus takes longer than a page may. */
const FILLING_LIMIT = '10min';
const MAX_SOURCES = 5_000;

export interface Corpus {
  readonly id: number;
  readonly version: number;
  readonly stamp: string;
}

export async function findCorpus(ctx: Reading, brandId: string, collection: string): Promise<Corpus | null> {
  const row = await ctx.db
    .selectFrom('search_corpus')
    .select(['id', 'version', 'stamp'])
    .where('brand_id', '=', brandId)
    .where('collection', '=', collection)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Makes the corpus or takes it, and keeps every other writer of it waiting until the transaction ends. Statements of this
 * transaction may take long: waiting for another node to fill it, and counting.
 */
export async function lockCorpus(ctx: Reading, brandId: string, collection: string): Promise<Corpus> {
  await sql`set local statement_timeout = ${sql.lit(FILLING_LIMIT)}`.execute(ctx.db);
  await ctx.db
    .insertInto('search_corpus')
    .values({ brand_id: brandId, collection, version: -1, stamp: '' })
    .onConflict((c) => c.columns(['brand_id', 'collection']).doNothing())
    .execute();
  return ctx.db
    .selectFrom('search_corpus')
    .select(['id', 'version', 'stamp'])
    .where('brand_id', '=', brandId)
    .where('collection', '=', collection)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Says which content the corpus holds now, whatever it held before. */
export async function setCorpusVersion(ctx: Reading, { id, version, stamp }: Corpus): Promise<void> {
  await ctx.db.updateTable('search_corpus').set({ version, stamp }).where('id', '=', id).execute();
}

/** Says which content the corpus holds now, unless it holds a later one already. */
export async function putCorpusVersion(ctx: Reading, { id, version, stamp }: Corpus): Promise<void> {
  await ctx.db
    .updateTable('search_corpus')
    .set({ version, stamp })
    .where('id', '=', id)
    .where('version', '<=', version)
    .execute();
}

/** How many passages a corpus holds; counting stops once there are more than `most`. */
export async function countCorpusPassages(ctx: Reading, corpusId: number, most: number): Promise<number> {
  const { rows } = await sql<{ passages: number }>`
    select count(*) as passages from (
      select jsonb_array_elements(source -> 'passages') from search_document
      where corpus_id = ${corpusId} limit ${most + 1}
    ) as passage
  `.execute(ctx.db);
  return rows[0]?.passages ?? 0;
}

/** Adds documents or replaces those with the same id and locale. */
export async function putCorpusDocuments(
  ctx: Reading,
  corpusId: number,
  fill: number,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  await ctx.db
    .insertInto('search_document')
    .values(
      documents.map((document) => ({
        corpus_id: corpusId,
        document_id: document.id,
        locale: document.locale,
        type: document.type,
        source: JSON.stringify(document),
        title_words: foldedWords(document.title),
        words: foldedDocument(document),
        fill,
      })),
    )
    .onConflict((c) =>
      c.columns(['corpus_id', 'document_id', 'locale']).doUpdateSet((eb) => ({
        type: eb.ref('excluded.type'),
        source: eb.ref('excluded.source'),
        title_words: eb.ref('excluded.title_words'),
        words: eb.ref('excluded.words'),
        fill: eb.ref('excluded.fill'),
      })),
    )
    .execute();
}

/** Removes every language of a document. Returns how many there were. */
export async function removeCorpusDocument(ctx: Reading, corpusId: number, documentId: string): Promise<number> {
  const result = await ctx.db
    .deleteFrom('search_document')
    .where('corpus_id', '=', corpusId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Removes what a fill did not write. */
export async function removeUnfilled(ctx: Reading, corpusId: number, fill: number): Promise<void> {
  await ctx.db.deleteFrom('search_document').where('corpus_id', '=', corpusId).where('fill', '<>', fill).execute();
}

/** The documents of some types, whole: the few that are recognised by names and codes rather than found by words. */
export async function listCorpusSources(
  ctx: Reading,
  corpusId: number,
  types: readonly string[],
): Promise<SearchDocument[]> {
  const rows = await ctx.db
    .selectFrom('search_document')
    .select('source')
    .where('corpus_id', '=', corpusId)
    .where('type', 'in', [...types])
    .limit(MAX_SOURCES)
    .execute();
  return rows.map(({ source }) => source as unknown as SearchDocument);
}

/** Counts words anew, after `lockCorpus` in the same transaction: how many documents there are in each locale (as the word ''), and how many have each word. */
export async function countCorpusWords(ctx: Reading, corpusId: number): Promise<void> {
  await ctx.db.deleteFrom('search_word').where('corpus_id', '=', corpusId).execute();
  const { rows: locales } = await sql<{ locale: string; documents: number }>`
    select locale, count(*) as documents from search_document where corpus_id = ${corpusId} group by locale
  `.execute(ctx.db);
  for (const { locale, documents } of locales) {
    const share = Math.min(1, SAMPLED_DOCUMENTS / Math.max(1, documents));
    const sample = sampleQuery(corpusId, locale, share);
    await sql`
      insert into search_word (corpus_id, locale, word, documents)
      select ${corpusId}, ${locale}, word, ceil(ndoc / ${share}::float8)
      from ts_stat(${sample}) where length(word) <= 48
    `.execute(ctx.db);
    await ctx.db.insertInto('search_word').values({ corpus_id: corpusId, locale, word: '', documents }).execute();
  }
}

/** `ts_stat` takes its query as text; both values come from the database, and neither can end the literal. */
function sampleQuery(corpusId: number, locale: string, share: number): string {
  const quoted = `'${locale.replaceAll("'", "''")}'`;
  const sampled = share < 1 ? ` and random() < ${share}` : '';
  return `select to_tsvector('pg_catalog.simple', words) from search_document where corpus_id = ${Number(corpusId)} and locale = ${quoted}${sampled}`;
}
