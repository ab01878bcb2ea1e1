import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack } from '#app/packs/load-pack.ts';
import { readPackFolder } from '#app/packs/pack-folder.ts';
import { parsePack } from '#app/packs/parse-pack.ts';
import { getArticle, listPublications, publish, saveRevision } from '#domains/knowledge/index.ts';
import { createTestApp, packFolder, type TestApp } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';

const ROUNDS = 16;
const STEP_MS = 3;

const database = useDatabase();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp(database);
});
afterAll(() => app.close());

/** The tiny pack with another name, another mark of its brand and another title in one text. */
async function changedPack(round: number): Promise<ReturnType<typeof parsePack>> {
  const files = new Map(await readPackFolder(packFolder('tiny')));
  const change = (path: string, from: RegExp, to: string): void => {
    files.set(
      path,
      Buffer.from(
        Buffer.from(files.get(path) ?? '')
          .toString()
          .replace(from, to),
      ),
    );
  };
  change('brand.yaml', /^name: .*$/m, `name: Tiny ${round}`);
  change('articles/cancel-plan/en.md', /^title: .*$/m, `title: From pack ${round}`);
  return parsePack(files);
}

test('what is published at the desk while its pack is loaded stays public, and neither stops the other', async () => {
  const ctx = { ...app.context({ kind: 'system', part: 'test' }), files: app.services.files };
  const article = await getArticle(ctx, 'tiny', 'articles', 'cancel-plan');
  const current = async () => (await listPublications(ctx, article.id, 'en'))[0]?.revision;
  for (let round = 1; round <= ROUNDS; round++) {
    const text = await current();
    if (!text) throw new Error('the tiny pack publishes it in English');
    const title = `From the desk ${round}`;
    const saved = await saveRevision(ctx, { article, locale: 'en', text: { ...text, title } });
    if (!('revision' in saved)) throw new Error('nobody else saves here');
    const pack = await changedPack(round);
    const { revision } = saved;
    // A little later each round, so that it falls before, into and after the load's comparison.
    const atDesk = delay(round * STEP_MS).then(() => publish(ctx, { article, revision }));
    await Promise.all([loadPack(ctx, pack), atDesk]);
    expect((await current())?.title).toBe(title);
  }
});
