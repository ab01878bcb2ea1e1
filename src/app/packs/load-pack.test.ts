import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrand, putBrand, putDomain, raiseContentVersion } from '#domains/brands/index.ts';
import {
  type Article,
  findArticle,
  listPublications,
  publish,
  saveRevision,
  unpublish,
} from '#domains/knowledge/index.ts';
import { type Files, folderFiles } from '#platform/files/files.ts';
import { packFolder } from '#test/support/app.ts';
import { testContext, useDatabase } from '#test/support/database.ts';
import { exportPack } from './export-pack.ts';
import { type LoadReport, loadPack } from './load-pack.ts';
import type { PackFiles } from './pack.ts';
import { readPackFolder } from './pack-folder.ts';
import { parsePack } from './parse-pack.ts';
import { compareThreeWays } from './three-way.ts';
import { writePack } from './write-pack.ts';

const CANCEL = 'articles/cancel-plan/en.md';

describe('loading a pack over what the desk changed', () => {
  const database = useDatabase();
  let folder: string;
  let files: Files;
  let tiny: PackFiles;
  const ctx = () => ({ ...testContext(database, { by: { kind: 'staff', id: '7', name: 'Edda' } }), files });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-pack-'));
    files = folderFiles(folder);
    tiny = await readPackFolder(packFolder('tiny'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await database.empty();
    await loadPack(ctx(), parsePack(tiny));
  });

  /** The tiny pack with some files changed; null takes a file away. */
  function packWith(changes: Record<string, ((text: string) => string) | null>): PackFiles {
    const next = new Map(tiny);
    for (const [path, change] of Object.entries(changes)) {
      if (change === null) next.delete(path);
      else next.set(path, new TextEncoder().encode(change(new TextDecoder().decode(tiny.get(path)))));
    }
    return next;
  }
  const load = (pack: PackFiles, theirs = false): Promise<LoadReport> => loadPack(ctx(), parsePack(pack), theirs);
  const retitle = (title: string) => (text: string) => text.replace(/^title: .*$/m, `title: ${title}`);
  const article = async (slug: string): Promise<Article> =>
    (await findArticle(ctx(), 'tiny', 'articles', slug)) as Article;
  const titles = async (slug: string, locale: 'en' | 'de' = 'en'): Promise<string[]> =>
    (await listPublications(ctx(), (await article(slug)).id, locale)).map(({ revision }) => revision.title);
  async function editAtDesk(slug: string, title: string): Promise<void> {
    const about = await article(slug);
    const [current] = await listPublications(ctx(), about.id, 'en');
    if (!current) throw new Error('the tiny pack publishes it');
    const saved = await saveRevision(ctx(), { article: about, locale: 'en', text: { ...current.revision, title } });
    if ('revision' in saved) await publish(ctx(), { article: about, revision: saved.revision });
  }

  test('takes what changed in the pack', async () => {
    const report = await load(packWith({ [CANCEL]: retitle('Leave Tiny') }));
    expect(report).toEqual({ brand: 'tiny', applied: [CANCEL], conflicts: [] });
    expect(await titles('cancel-plan')).toEqual(['Leave Tiny']);
  });

  test('keeps what changed at the desk', async () => {
    await editAtDesk('cancel-plan', 'Written at the desk');
    const report = await load(packWith({ 'articles/refund-rules/en.md': retitle('Money back') }));
    expect(report).toEqual({ brand: 'tiny', applied: ['articles/refund-rules/en.md'], conflicts: [] });
    expect(await titles('cancel-plan')).toEqual(['Written at the desk']);
    expect(await titles('refund-rules')).toEqual(['Money back']);
  });

  test('lists what changed on both sides, keeps the desk’s, and goes on listing it', async () => {
    await editAtDesk('cancel-plan', 'Written at the desk');
    const pack = packWith({ [CANCEL]: retitle('Written in the pack') });
    for (let i = 0; i < 2; i++) {
      expect(await load(pack)).toEqual({ brand: 'tiny', applied: [], conflicts: [CANCEL] });
      expect(await titles('cancel-plan')).toEqual(['Written at the desk']);
    }
  });

  test('takes the pack’s side of a conflict when asked to, and then there is none', async () => {
    await editAtDesk('cancel-plan', 'Written at the desk');
    const pack = packWith({ [CANCEL]: retitle('Written in the pack') });
    expect(await load(pack, true)).toEqual({ brand: 'tiny', applied: [CANCEL], conflicts: [] });
    expect(await titles('cancel-plan')).toEqual(['Written in the pack']);
    expect(await load(pack)).toEqual({ brand: 'tiny', applied: [], conflicts: [] });
  });

  test('the same change on both sides is no conflict', async () => {
    await editAtDesk('cancel-plan', 'The same words');
    const report = await load(packWith({ [CANCEL]: retitle('The same words') }));
    expect(report).toEqual({ brand: 'tiny', applied: [], conflicts: [] });
  });

  test('a text that left the pack is no longer public, and is back when it comes back', async () => {
    const german = 'articles/cancel-plan/de.md';
    expect(await load(packWith({ [german]: null }))).toMatchObject({ applied: [german] });
    expect(await titles('cancel-plan', 'de')).toEqual([]);
    expect(await load(tiny)).toMatchObject({ applied: [german], conflicts: [] });
    expect(await titles('cancel-plan', 'de')).toEqual(['Tarif kündigen']);
  });

  test('a text that left the pack while the desk changed it stays public, and is listed', async () => {
    await editAtDesk('refund-rules', 'Still needed');
    const german = 'articles/refund-rules/de.md';
    const about = await article('refund-rules');
    const [current] = await listPublications(ctx(), about.id, 'de');
    const saved = await saveRevision(ctx(), {
      article: about,
      locale: 'de',
      text: { ...current?.revision, title: 'Noch gebraucht' } as never,
    });
    if ('revision' in saved) await publish(ctx(), { article: about, revision: saved.revision });
    expect((await load(packWith({ [german]: null }))).conflicts).toEqual([german]);
    expect(await titles('refund-rules', 'de')).toEqual(['Noch gebraucht']);
  });

  test('a text the desk took away and the pack let go of comes back with the pack', async () => {
    const german = 'articles/cancel-plan/de.md';
    await unpublish(ctx(), { article: await article('cancel-plan'), locale: 'de' });
    expect(await load(packWith({ [german]: null }))).toMatchObject({ conflicts: [] });
    expect(await load(tiny)).toMatchObject({ applied: [german] });
    expect(await titles('cancel-plan', 'de')).toEqual(['Tarif kündigen']);
  });

  test('a new mark does not undo what the desk changed in the profile', async () => {
    const brand = await findBrand(ctx(), 'tiny');
    if (!brand) throw new Error('it was loaded');
    const { mark, domain: _domain, contentVersion: _version, ...profile } = brand;
    await putBrand(ctx(), { ...profile, company: 'Desk Films Ltd' }, mark);
    await putDomain(ctx(), 'tiny', 'help.tiny.example');
    await raiseContentVersion(ctx(), 'tiny', null);
    const report = await load(packWith({ 'mark.svg': (text) => text.replace('r="12"', 'r="11"') }));
    expect(report).toEqual({ brand: 'tiny', applied: ['mark.svg'], conflicts: [] });
    expect(await findBrand(ctx(), 'tiny')).toMatchObject({
      company: 'Desk Films Ltd',
      domain: 'help.tiny.example',
      mark: expect.stringContaining('r="11"'),
    });
  });

  test('a pack that cannot be loaded changes nothing', async () => {
    const before = writePack(await exportPack(ctx(), 'tiny'));
    const broken = { ...parsePack(packWith({ [CANCEL]: retitle('Half of it') })) };
    const entries = broken.entries.map((entry) =>
      entry.slug === 'refund-rules' ? { ...entry, meta: { ...entry.meta, topic: 'no-such-topic' } } : entry,
    );
    await expect(loadPack(ctx(), { ...broken, entries })).rejects.toThrow();
    expect(writePack(await exportPack(ctx(), 'tiny'))).toEqual(before);
  });

  test('loaded twice at once it is there once', async () => {
    await database.empty();
    const pack = parsePack(tiny);
    await Promise.allSettled([loadPack(ctx(), pack), loadPack(ctx(), pack)]);
    expect(writePack(await exportPack(ctx(), 'tiny'))).toEqual(writePack(pack));
    expect(await loadPack(ctx(), pack)).toEqual({ brand: 'tiny', applied: [], conflicts: [] });
  });

  test('readers are told to read anew, and only when something changed', async () => {
    const version = async () => (await findBrand(ctx(), 'tiny'))?.contentVersion ?? 0;
    const before = await version();
    await load(tiny);
    expect(await version()).toBe(before);
    await load(packWith({ [CANCEL]: retitle('Leave Tiny') }));
    expect(await version()).toBe(before + 1);
  });
});

describe('of three states of a file', () => {
  const map = (hash: string | undefined): Map<string, string> => new Map(hash === undefined ? [] : [['a', hash]]);

  test.each([
    ['nothing changed', 'x', 'x', 'x', ''],
    ['new in the pack', 'x', undefined, undefined, 'take'],
    ['new on both sides, alike', 'x', 'x', undefined, ''],
    ['new on both sides, differently', 'x', 'y', undefined, 'conflict'],
    ['the pack changed it', 'y', 'x', 'x', 'take'],
    ['the desk changed it', 'x', 'y', 'x', ''],
    ['both changed it alike', 'y', 'y', 'x', ''],
    ['both changed it differently', 'y', 'z', 'x', 'conflict'],
    ['the pack let go of it', undefined, 'x', 'x', 'remove'],
    ['the pack let go of what the desk changed', undefined, 'y', 'x', 'conflict'],
    ['the desk took it away', 'x', undefined, 'x', ''],
    ['the desk took away what the pack changed', 'y', undefined, 'x', 'conflict'],
    ['both took it away', undefined, undefined, 'x', ''],
    ['the desk alone has it', undefined, 'x', undefined, ''],
  ])('%s', (_what, next, current, last, outcome) => {
    const ways = { next: map(next), current: map(current), last: map(last) };
    const { take, remove, conflicts } = compareThreeWays(ways, false);
    expect({ take: [...take], remove: [...remove], conflicts: [...conflicts] }).toEqual({
      take: outcome === 'take' ? ['a'] : [],
      remove: outcome === 'remove' ? ['a'] : [],
      conflicts: outcome === 'conflict' ? ['a'] : [],
    });
    const theirs = compareThreeWays(ways, true);
    expect(theirs.conflicts.size).toBe(0);
  });
});
