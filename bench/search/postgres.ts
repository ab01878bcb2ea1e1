import { fileURLToPath } from 'node:url';
import { Client, type Pool } from 'pg';
import { fillCollection } from '../../src/domains/knowledge/index.ts';
import { openDatabase, openPool, poolConfig } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startThrowawayPostgres } from '../../src/platform/embedded-postgres/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { percentile } from '../../src/search/evaluation/metrics.ts';
import type { SearchDocument } from '../../src/search/index.ts';
import { generatePassages, generateQueries } from './generate.ts';

/** PostgreSQL's own ways and our candidates with our ranking, on the same passages and queries as `scale.ts`. */
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const WARM_UP = 10;
const QUERIES = 100;
const BATCH = 2_000;
/** Prefixes of each query tried as somebody types it. */
const PREFIXES = 4;
const MEGABYTE = 1_048_576;
const SLOW_MS = 20_000;

interface Figures {
  readonly what: string;
  readonly buildSeconds: number;
  readonly diskMegabytes: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly typingP50Milliseconds: number;
  readonly typingP99Milliseconds: number;
}

type Search = (text: string, isTyping: boolean) => Promise<unknown>;

/** What somebody has typed after each quarter of a query. */
const prefixesOf = (text: string): string[] =>
  Array.from({ length: PREFIXES }, (_, at) => text.slice(0, Math.ceil((text.length * (at + 1)) / PREFIXES)).trim());

async function time(search: Search, text: string, isTyping: boolean): Promise<number> {
  const from = performance.now();
  await search(text, isTyping);
  return performance.now() - from;
}

async function measure(what: string, buildSeconds: number, diskBytes: number, search: Search): Promise<Figures> {
  const queries = generateQueries(QUERIES + WARM_UP);
  for (const text of queries.slice(0, WARM_UP)) await time(search, text, false);
  const [whole, typing]: [number[], number[]] = [[], []];
  const end = performance.now() + SLOW_MS * 2;
  for (const text of queries.slice(WARM_UP)) {
    if (performance.now() > end) break;
    whole.push(await time(search, text, false));
    for (const prefix of prefixesOf(text)) typing.push(await time(search, prefix, true));
  }
  return {
    what: `${what} (${whole.length} queries)`,
    buildSeconds,
    diskMegabytes: diskBytes / MEGABYTE,
    p50Milliseconds: percentile(whole, 0.5),
    p99Milliseconds: percentile(whole, 0.99),
    typingP50Milliseconds: percentile(typing, 0.5),
    typingP99Milliseconds: percentile(typing, 0.99),
  };
}

const queryOf = (text: string, isTyping: boolean, join: string): string => {
  const words = text.split(' ').filter((word) => word !== '');
  return words.map((word, at) => (isTyping && at === words.length - 1 ? `${word}:*` : word)).join(join);
};

async function sizeOf(pool: Pool, table: string): Promise<number> {
  const { rows } = await pool.query<{ size: number }>('select pg_total_relation_size($1::regclass) as size', [table]);
  return rows[0]?.size ?? 0;
}

/** A table as most people make it: a generated `tsvector`, a GIN index, `to_tsquery`. */
async function fillPlain(pool: Pool, documents: readonly SearchDocument[]): Promise<number> {
  const begun = performance.now();
  await pool.query(`create table plain (id text primary key, title text, body text, words tsvector generated always as
    (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) stored)`);
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    await pool.query('insert into plain (id, title, body) select * from unnest($1::text[], $2::text[], $3::text[])', [
      batch.map(({ id }) => id),
      batch.map(({ title }) => title),
      batch.map(({ passages }) => passages[0]?.text ?? ''),
    ]);
  }
  await pool.query('create index on plain using gin (words)');
  await pool.query('analyze plain');
  return (performance.now() - begun) / 1_000;
}

async function* batchesOf(documents: readonly SearchDocument[]): AsyncGenerator<readonly SearchDocument[]> {
  for (let at = 0; at < documents.length; at += BATCH) yield documents.slice(at, at + BATCH);
}

async function measureOurs(pool: Pool, documents: readonly SearchDocument[]): Promise<Figures> {
  await pool.query(`insert into brand (id, kind, name, locales, default_locale, profile, mark, created_at, created_by)
    values ('bench', 'operated', 'Bench', '{en}', 'en', '{}', '', now(), 'bench')`);
  const begun = performance.now();
  const where = { brandId: 'bench', collection: 'bench', fill: 1 };
  const index = await fillCollection({ db: openDatabase(pool) }, where, { defaultLocale: 'en' }, batchesOf(documents));
  await pool.query('analyze search_document');
  const seconds = (performance.now() - begun) / 1_000;
  const bytes = (await sizeOf(pool, 'search_document')) + (await sizeOf(pool, 'search_word'));
  return measure('PostgreSQL candidates, our ranking', seconds, bytes, (text, isTyping) =>
    index.search({ text, locale: 'en', isTyping, limit: 10 }),
  );
}

/** Each way in turn on `count` generated passages. */
export async function measurePostgres(count: number, tell: (figures: Figures) => void): Promise<void> {
  const log = createLog({ logLevel: 'error' });
  const server = await startThrowawayPostgres();
  try {
    await migrate(server.address, MIGRATIONS, log);
    const patient = new Client(poolConfig(server.address));
    await patient.connect();
    await patient.query('alter role current_user set statement_timeout = 0');
    await patient.end();
    const pool = openPool(server.address, log, 2);
    const documents = generatePassages(count);
    const seconds = await fillPlain(pool, documents);
    const bytes = await sizeOf(pool, 'plain');
    const ask = (sql: string, join: string): Search => {
      const text = `select id, title from plain, to_tsquery('english', $1) as query where words @@ query ${sql} limit 10`;
      return (words, isTyping) => pool.query(text, [queryOf(words, isTyping, join)]);
    };
    tell(await measure('PostgreSQL @@, any word, unranked', seconds, bytes, ask('', ' | ')));
    tell(await measure('PostgreSQL @@, every word, unranked', seconds, bytes, ask('', ' & ')));
    tell(
      await measure(
        'PostgreSQL ts_rank_cd, any word',
        seconds,
        bytes,
        ask('order by ts_rank_cd(words, query) desc', ' | '),
      ),
    );
    tell(
      await measure(
        'PostgreSQL ts_rank_cd, every word',
        seconds,
        bytes,
        ask('order by ts_rank_cd(words, query) desc', ' & '),
      ),
    );
    tell(await measureOurs(pool, documents));
    await pool.end();
  } finally {
    await server.stop();
  }
}
