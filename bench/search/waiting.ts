import { join } from 'node:path';
import { Client } from 'pg';
import { percentile } from '../../src/search/evaluation/metrics.ts';
import { startProcess, withDataFolder } from '../processes.ts';
import { generatePassages, generateQueries } from './generate.ts';

/** How long an article page takes while a brand's passages are indexed anew, and while they are searched. */
const PAGE = '/northstar/en/articles/buffering-on-samsung-tv';
const PASSAGES_IN_ARTICLE = 10;
const ASK_EVERY_MS = 10;
const QUIET_MS = 3_000;
const SEARCHING_MS = 5_000;
const SEARCHERS = 4;
const BUILD_LIMIT_MS = 120_000;

interface Waiting {
  readonly phase: string;
  readonly pages: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
}

/** Asks for the page again and again while `during` runs. */
async function watch(origin: string, phase: string, during: () => Promise<unknown>): Promise<Waiting> {
  const times: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now();
      await (await fetch(`${origin}${PAGE}`)).arrayBuffer();
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  await during();
  isOver = true;
  await asking;
  const [p50Ms, p99Ms] = [percentile(times, 0.5), percentile(times, 0.99)];
  return { phase, pages: times.length, p50Ms, p99Ms, worstMs: Math.max(...times) };
}

/** Publishes generated articles at one brand, past the desk, as one change. */
async function publish(database: Client, passages: number): Promise<void> {
  const generated = generatePassages(passages);
  const articles = Array.from({ length: Math.ceil(passages / PASSAGES_IN_ARTICLE) }, (_, number) => {
    const parts = generated.slice(number * PASSAGES_IN_ARTICLE, (number + 1) * PASSAGES_IN_ARTICLE);
    const body = parts.map(({ title, passages: [only] }, at) => `## ${title} {#s${at}}\n\n${only?.text ?? ''}`);
    return { slug: `generated-${number}`, title: `${parts[0]?.title} ${number}`, body: body.join('\n\n') };
  });
  await database.query('begin');
  await database.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as g(slug text, title text, body text)),
      model as (select * from article where brand_id = 'northstar' and slug = 'buffering-on-samsung-tv' limit 1),
      made as (
        insert into article (brand_id, shelf, slug, type, topic_id, details, tags, devices, codes, related, sources, updated_on, review_months, created_at, created_by)
        select 'northstar', 'articles', given.slug, 'concept', model.topic_id, '{}', '{}', '{}', '{}', '{}', '[]', model.updated_on, 6, now(), 'bench'
        from given, model returning id, slug),
      written as (
        insert into revision (article_id, locale, number, title, summary, aliases, body, note, created_at, created_by)
        select made.id, 'en', 1, given.title, given.title, '{}', given.body, '', now(), 'bench'
        from made join given using (slug) returning id, article_id)
    insert into publication (article_id, locale, revision_id, published_at, published_by)
    select article_id, 'en', id, now(), 'bench' from written`,
    [JSON.stringify(articles)],
  );
  await database.query(
    `with raised as (update brand set content_version = content_version + 1 where id = 'northstar' returning content_version)
     insert into content_change (brand_id, version, article_id, at) select 'northstar', content_version, null, now() from raised`,
  );
  await database.query('commit');
}

/** Resolves once the search finds the last generated article. */
async function found(origin: string, passages: number): Promise<void> {
  const until = performance.now() + BUILD_LIMIT_MS;
  const last = Math.ceil(passages / PASSAGES_IN_ARTICLE) - 1;
  while (performance.now() < until) {
    const answer = await fetch(`${origin}/api/v1/brands/northstar/search?locale=en&q=${last}&limit=10`);
    const { results = [] } = (await answer.json()) as { results?: { url: string }[] };
    if (results.some(({ url }) => url.endsWith(`/generated-${last}`))) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the generated articles were not found in time');
}

async function searchFor(origin: string, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  const queries = generateQueries(200);
  const one = async (searcher: number): Promise<void> => {
    for (let at = searcher; performance.now() < until; at += SEARCHERS) {
      const q = encodeURIComponent(queries[at % queries.length] ?? '');
      await (await fetch(`${origin}/api/v1/brands/northstar/search?locale=en&q=${q}`)).arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: SEARCHERS }, (_, searcher) => one(searcher)));
}

/** A node with one brand of so many passages: quiet, while they are indexed, while they are searched. */
export async function measureWaiting(passages: number, tell: (waiting: Waiting) => void): Promise<void> {
  await withDataFolder(async (folder) => {
    const server = await startProcess('bin/start.js', { DATA_DIR: folder }, '/readyz');
    const origin = `http://127.0.0.1:${server.port}`;
    const address = { host: join(folder, 'postgres/run'), port: 5432, user: 'recourse', database: 'recourse' };
    const database = new Client(address);
    await database.connect();
    try {
      await watch(origin, 'warm-up', () => new Promise((resolve) => setTimeout(resolve, QUIET_MS)));
      tell(await watch(origin, 'quiet', () => new Promise((resolve) => setTimeout(resolve, QUIET_MS))));
      await publish(database, passages);
      tell(await watch(origin, 'indexing', () => found(origin, passages)));
      tell(await watch(origin, 'searching', () => searchFor(origin, SEARCHING_MS)));
    } finally {
      await database.end();
      await server.stop();
    }
  });
}
