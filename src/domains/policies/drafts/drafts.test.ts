import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { keepGoldenCase, removeGoldenCase } from '../golden-cases/keep-golden-case.ts';
import { readShelf } from '../policy-shelves.ts';
import { putPolicyFiles } from '../put-policy-files.ts';
import { getDraft } from '../queries/drafts.ts';
import { listGoldenCases, listRemovedGoldenCases } from '../queries/golden.ts';
import { insertReplay, putReplayFinished } from '../queries/replays.ts';
import { findPolicyVersion, listPolicyVersions } from '../queries.ts';
import { nothingYet } from '../replays/replay-run.ts';
import { checkDraft } from './check-draft.ts';
import type { PolicyDraft } from './draft.ts';
import { type PublishDraft, type PublishPolicy, publishDraft } from './publish-draft.ts';
import { closeDraft, saveDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';

const POLICY = `# What people wrote stays as they wrote it.
kind: policy
id: tiny-refunds
version: 1
layer: company
status: published
scope: { brand: { in: [tiny] } }
effective: { from: 2026-01-01, anchor: request }
provenance: [{ source: 'Tiny, section 1', verified: true }]
zone: UTC
locales: [en]
define: { constants: { days: 7 } }
rules:
  - id: in-time
    on: [refund]
    when: { within: { of: charge.at, upTo: { constant: days } } }
    outcome: { refund: { components: all, amount: full } }
    text: { en: In time. }
    textNot: { en: Too late. }
otherwise:
  - id: too-late
    on: [refund]
    outcome: { deny: { reason: tooLate } }
    text: { en: Too late. }
tests:
  facts:
    brand: tiny
    request: { kind: refund, at: '2026-03-08T10:00:00Z', about: [c1] }
    charges: [{ id: c1, at: '2026-03-01T09:00:00Z', currency: EUR, alreadyRefunded: 0, components: [{ kind: fee, amount: 1000 }] }]
  cases:
    - { name: on the seventh day, expect: { kind: full } }
`;

/** Asked nine days after a charge of ten euros: refused under seven days, paid under fourteen. */
const NINTH_DAY = {
  brand: 'tiny',
  // No law of ours reaches there.
  contract: { region: 'MY' },
  request: { kind: 'refund', at: '2026-03-10T10:00:00Z', about: ['c1'] },
  charges: [
    {
      id: 'c1',
      at: '2026-03-01T09:00:00Z',
      currency: 'EUR',
      alreadyRefunded: 0,
      components: [{ kind: 'fee', amount: 1000 }],
    },
  ],
};

describe('a draft', () => {
  const database = useDatabase();
  const apps: TestApp[] = [];
  let edda: Context;
  let adam: Context;
  let draft: PolicyDraft;
  beforeEach(async () => {
    await database.empty();
    const app = await createTestApp(database);
    apps.push(app);
    edda = app.context({ kind: 'staff', id: '7', name: 'Edda' });
    adam = app.context({ kind: 'staff', id: '8', name: 'Adam' });
    await putPolicyFiles(edda, 'tiny', new Map([['refunds.yaml', POLICY]]));
    const [version] = await listPolicyVersions(edda, 'tiny');
    if (!version) throw new Error('the policy is published');
    const started = await startDraft(edda, 'tiny', { version });
    if (!('draft' in started)) throw new Error('nobody else writes here');
    draft = started.draft;
  });
  afterAll(() => Promise.all(apps.map((each) => each.close())));

  const publish: PublishPolicy = async (ctx, brandId, text) => {
    const put = await putPolicyFiles(ctx, brandId, new Map([[text.file, text.source]]));
    if ('problems' in put) return put;
    const published = put.all.find(({ hash }) => hash === text.hash);
    if (!published) throw new Error('it was stored');
    return { published, flagged: 0 };
  };
  const state = () => getDraft(edda, 'tiny', draft.id);
  const save = async (source: string, basedOn?: number) =>
    saveDraft(edda, { brandId: 'tiny', draftId: draft.id, source, basedOn: basedOn ?? (await state()).text.number });
  const fourteen = async () => save((await state()).text.source.replace('days: 7', 'days: 14'));
  const publishing = async (change: Partial<PublishDraft> = {}) =>
    publishDraft(
      adam,
      {
        brandId: 'tiny',
        draftId: draft.id,
        number: (await state()).text.number,
        from: '2026-12-01',
        withoutReplay: true,
        ...change,
      },
      publish,
    );
  const keepNinth = (kind: 'none' | 'full') =>
    keepGoldenCase(edda, 'tiny', {
      name: 'the ninth day',
      facts: NINTH_DAY,
      asOf: edda.now,
      expected: {
        kind,
        amounts: kind === 'full' ? [{ minor: 1000, unit: 'EUR' }] : [],
        fees: [],
        reason: kind === 'full' ? 'in-time' : 'tooLate',
      },
      note: '',
    });

  test('begins as the next version from tomorrow on, with every other character as it was', async () => {
    expect((await state()).text.source).toBe(
      POLICY.replace('version: 1', 'version: 2\nsupersedes: 1')
        .replace('status: published', 'status: draft')
        .replace('from: 2026-01-01', 'from: 2026-11-23'),
    );
  });

  test('is one at a time: who starts another is led to the one that is open', async () => {
    const [version] = await listPolicyVersions(adam, 'tiny');
    const second = version ? await startDraft(adam, 'tiny', { version }) : null;
    expect(second).toMatchObject({ open: { id: draft.id } });
    await closeDraft(edda, 'tiny', draft.id);
    expect(version && (await startDraft(adam, 'tiny', { version }))).toHaveProperty('draft');
  });

  test('keeps a text that cannot be read, since nobody should lose an hour to a missing bracket', async () => {
    expect(await save('kind: [')).toEqual({ number: 2 });
    expect((await state()).text.source).toBe('kind: [');
  });

  test('is not overwritten: who saves second sees the text of the first', async () => {
    await save(`${POLICY}# hers\n`, 1);
    expect(await save(`${POLICY}# his\n`, 1)).toMatchObject({
      overtakenBy: { number: 2, source: `${POLICY}# hers\n` },
    });
    expect((await state()).text.number).toBe(2);
  });

  test('that fails its own test is not published', async () => {
    await save((await state()).text.source.replace('days: 7', 'days: 3'));
    expect(await publishing()).toMatchObject({ obstacles: ['tests'] });
  });

  test('with an error found by lint is not published', async () => {
    // Texts are promised in Malay too, and there is none: customers would read English.
    await save((await state()).text.source.replace('locales: [en]', 'locales: [en, ms]'));
    expect(await publishing()).toMatchObject({ obstacles: ['lint'] });
  });

  test('under which a golden case comes out differently is not published until the case is let go', async () => {
    await keepNinth('none');
    await fourteen();
    expect(await publishing()).toMatchObject({ obstacles: ['golden'] });
    const [golden] = await listGoldenCases(edda, 'tiny');
    await removeGoldenCase(adam, 'tiny', golden?.id ?? '');
    expect(await listRemovedGoldenCases(edda, 'tiny', 5)).toMatchObject([{ removedBy: 'staff:8' }]);
    expect(await publishing()).toHaveProperty('published');
  });

  test('under which every golden case holds says so', async () => {
    await keepNinth('full');
    const golden = await listGoldenCases(edda, 'tiny');
    const shelf = await readShelf(edda, 'tiny');
    const source = (await state()).text.source;
    const check = (text: string) =>
      checkDraft({ shelf, documentId: 'tiny-refunds', source: text, golden, now: edda.now }).golden;
    expect(check(source)).toMatchObject([{ holds: false, outcome: { kind: 'none' } }]);
    expect(check(source.replace('days: 7', 'days: 14'))).toMatchObject([{ holds: true }]);
  });

  test('is not published for yesterday, for no day, or without a replay that nobody waived', async () => {
    await fourteen();
    expect(await publishing({ from: '2026-11-21' })).toMatchObject({ obstacles: ['date'] });
    expect(await publishing({ from: '2026-02-30' })).toMatchObject({ obstacles: ['date'] });
    expect(await publishing({ withoutReplay: false })).toMatchObject({ obstacles: ['replay'] });
    const run = { brandId: 'tiny', draftId: draft.id, casesTotal: 0, summary: nothingYet(0) };
    const old = await insertReplay(edda, { ...run, draftText: 1 });
    await putReplayFinished(edda, old, null);
    expect(await publishing({ withoutReplay: false })).toMatchObject({ obstacles: ['replay'] });
    const own = await insertReplay(edda, { ...run, draftText: 2 });
    await putReplayFinished(edda, own, null);
    expect(await publishing({ withoutReplay: false })).toHaveProperty('published');
  });

  test('is published as the text somebody read, not as one that was saved meanwhile', async () => {
    await fourteen();
    expect(await publishing({ number: 1 })).toMatchObject({ overtakenBy: { number: 2 } });
  });

  test('is in force from its day, in a file beside the version before it, and closed', async () => {
    await fourteen();
    const result = await publishing();
    if (!('published' in result)) throw new Error(JSON.stringify(result));
    expect(result.published).toMatchObject({
      file: 'refunds-v2.yaml',
      document: { version: 2, supersedes: 1, status: 'published', effective: { from: '2026-12-01' } },
    });
    expect(result.published.source.startsWith('# What people wrote stays')).toBe(true);
    expect(await findPolicyVersion(edda, result.published.hash)).not.toBeNull();
    expect((await state()).draft.publishedAs).toBe(result.published.hash);
    await expect(save('kind: policy\n')).rejects.toThrow('closed');
  });

  test('of a law, a calendar or another document is refused', async () => {
    const shelf = await readShelf(edda, 'tiny');
    const source = (await state()).text.source;
    const refusal = (text: string) =>
      checkDraft({ shelf, documentId: 'tiny-refunds', source: text, golden: [], now: edda.now }).refusal;
    expect(refusal(source.replace('layer: company', 'layer: statute'))).toBe('statute');
    expect(refusal(source.replace('id: tiny-refunds', 'id: tiny-other'))).toBe('otherDocument');
    expect(refusal(source)).toBeNull();
  });

  test('names the line of a mistake, also of one that shows only when it is compiled', async () => {
    const shelf = await readShelf(edda, 'tiny');
    const source = (await state()).text.source;
    const problems = (text: string) =>
      checkDraft({ shelf, documentId: 'tiny-refunds', source: text, golden: [], now: edda.now }).problems;
    const lineOf = (part: string) => source.split('\n').findIndex((line) => line.includes(part)) + 1;
    expect(problems(source.replace('zone: UTC', 'zone: Mars'))).toMatchObject([{ line: lineOf('zone: UTC') }]);
    expect(problems(source.replace('constant: days', 'constant: weeks'))[0]?.line).toBe(lineOf('constant: days'));
  });
});
