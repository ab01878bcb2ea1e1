import { sql } from 'kysely';
import type { SearchDocument } from '#search/index.ts';
import type { Reading } from './articles.ts';

/** Documents looked at in each way of matching; ranking thousands by `ts_rank` would take longer than the rest together. */
const TITLES_LOOKED_AT = 150;
const TEXTS_LOOKED_AT = 250;
/** What a word in the title counts against one in the text when the best candidates are picked. */
const TITLE_SHARE = 3;
/** Words with the same beginning that are looked at. */
const BEGINNINGS_LOOKED_AT = 2_000;
const TRIGRAMS_LOOKED_AT = 50;

/** A phrase of folded words that have to stand together in a document, in any order. */
export type Phrase = readonly string[];

/** What candidates are looked for by, from the strictest to the widest. */
export interface CandidateSearch {
  readonly corpusId: number;
  readonly locale: string;
  /** Of each word, the phrases that may stand for it: a document matches one of each. */
  readonly all: readonly (readonly Phrase[])[];
  /** Here and below one phrase is enough. */
  readonly some: readonly Phrase[];
  readonly any: readonly Phrase[];
}

const CONFIGURATIONS: Readonly<Record<string, string>> = { en: 'english', fr: 'french', de: 'german' };
const configurationOf = (locale: string): string =>
  `pg_catalog.${CONFIGURATIONS[locale.split('-')[0] ?? locale] ?? 'simple'}`;

const quote = (word: string): string => `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`;
const textOf = (phrases: readonly Phrase[]): string =>
  phrases.map((words) => `(${words.map(quote).join(' & ')})`).join(' | ');

/** The best candidates by PostgreSQL's own measure, at most `limit` and as many as have `characters` of words together. */
export async function listCandidates(
  ctx: Reading,
  search: CandidateSearch,
  limit: number,
  characters: number,
): Promise<SearchDocument[]> {
  const { corpusId, locale } = search;
  const place = `'/${corpusId}/${locale}'`;
  const query = (text: string) =>
    sql`(${place}::tsquery && to_tsquery(${configurationOf(locale)}::regconfig, ${text}))`;
  const tier = (column: 'terms' | 'title_terms', text: string, most: number) =>
    text === ''
      ? sql`select null::bigint as id where false`
      : sql`(select id from search_document where ${sql.ref(column)} @@ ${query(text)} limit ${most})`;
  const all = search.all.map((phrases) => `(${textOf(phrases)})`).join(' & ');
  const [some, any] = [textOf(search.some), textOf(search.any)];
  const { rows } = await sql<{ source: SearchDocument }>`
    with found as (
      ${tier('title_terms', all, TITLES_LOOKED_AT)}
      union ${tier('title_terms', any, TITLES_LOOKED_AT)}
      union ${tier('terms', all, TEXTS_LOOKED_AT)}
      union ${tier('terms', some, TEXTS_LOOKED_AT)}
      union ${tier('terms', any, TEXTS_LOOKED_AT)}
    ), best as (
      select id, ts_rank(terms, ${query(any)}, 1) + ${TITLE_SHARE} * ts_rank(title_terms, ${query(any)}, 1) as rank
      from search_document join found using (id) order by rank desc, id limit ${limit}
    ), bounded as (
      select source, sum(octet_length(words)) over (order by rank desc, id) - octet_length(words) as before
      from best join search_document using (id)
    )
    select source from bounded where before < ${characters}
  `.execute(ctx.db);
  return rows.map(({ source }) => source);
}

/** In how many documents of a corpus each of these words stands; '' for how many there are. */
export async function listWordFrequencies(
  ctx: Reading,
  corpusId: number,
  locale: string,
  words: readonly string[],
): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('search_word')
    .select(['word', 'documents'])
    .where('corpus_id', '=', corpusId)
    .where('locale', '=', locale)
    .where('word', 'in', [...words])
    .execute();
  return new Map(rows.map(({ word, documents }) => [word, documents]));
}

export interface CountedWord {
  readonly word: string;
  readonly documents: number;
}

/** Words that begin so, the commonest first. */
export async function listWordsBeginning(
  ctx: Reading,
  corpusId: number,
  locale: string,
  beginning: string,
  limit: number,
): Promise<CountedWord[]> {
  const { rows } = await sql<CountedWord>`
    select word, documents from (
      select word, documents from search_word
      where corpus_id = ${corpusId} and locale = ${locale}
        and word like ${`${beginning.replaceAll(/[\\%_]/g, '')}%`}
      limit ${BEGINNINGS_LOOKED_AT}
    ) as words order by documents desc limit ${limit}
  `.execute(ctx.db);
  return rows;
}

/** Words that share enough trigrams with one; null where the server has no trigrams. */
export async function listSimilarWords(
  ctx: Reading,
  corpusId: number,
  locale: string,
  word: string,
): Promise<CountedWord[] | null> {
  const { rows: known } = await sql<{ known: boolean }>`
    select exists (select from pg_extension where extname = 'pg_trgm') as known
  `.execute(ctx.db);
  if (known[0]?.known !== true) return null;
  const { rows } = await sql<CountedWord>`
    select word, documents from search_word
    where corpus_id = ${corpusId} and locale = ${locale} and word % ${word}
    order by similarity(word, ${word}) desc limit ${TRIGRAMS_LOOKED_AT}
  `.execute(ctx.db);
  return rows;
}
