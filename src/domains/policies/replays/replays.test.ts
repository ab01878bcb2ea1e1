import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { startDraft } from '../drafts/start-draft.ts';
import { putPolicyFiles } from '../put-policy-files.ts';
import { insertRequests } from '../queries/corpus.ts';
import { getDraft } from '../queries/drafts.ts';
import { findReplay, listFlips, listReplays } from '../queries/replays.ts';
import { listPolicyVersions } from '../queries.ts';
import { askReplay, stopReplay } from './ask-replay.ts';
import { runReplay } from './run-replay.ts';

const POLICY = `kind: policy
id: tiny-refunds
version: 1
layer: company
status: published
scope: { brand: { in: [tiny] } }
effective: { from: 2026-01-01, anchor: request }
provenance: [{ source: 'Tiny, section 1', verified: true }]
zone: UTC
define: { constants: { days: 7 } }
rules:
  - id: in-time
    on: [refund]
    when: { within: { of: charge.at, upTo: { constant: days } } }
    outcome: { refund: { components: all, amount: full } }
otherwise:
  - { id: too-late, on: [refund], outcome: { deny: { reason: tooLate } } }
`;

/** Asked so many days after a charge of ten euros on 1 March 2024, long before the document was published. */
const request = (days: number) => {
  const charged = Temporal.Instant.from('2024-03-01T09:00:00Z');
  const at = charged.add({ hours: days * 24 });
  const facts = {
    brand: 'tiny',
    channel: days % 2 === 0 ? 'own' : 'retail',
    contract: { region: days < 10 ? 'MY' : 'JP' },
    request: { kind: 'refund', at: at.toString(), about: ['c1'], reason: 'notSatisfied' },
    charges: [
      {
        id: 'c1',
        at: charged.toString(),
        currency: 'EUR',
        alreadyRefunded: 0,
        components: [{ kind: 'fee', amount: 1000 }],
      },
    ],
  };
  return { facts, asOf: at };
};

describe('a replay', () => {
  const database = useDatabase();
  const apps: TestApp[] = [];
  let ctx: Context;
  let draftId: string;
  beforeEach(async () => {
    await database.empty();
    const app = await createTestApp(database);
    apps.push(app);
    ctx = app.context({ kind: 'staff', id: '7', name: 'Edda' });
    await putPolicyFiles(ctx, 'tiny', new Map([['refunds.yaml', POLICY]]));
    const [version] = await listPolicyVersions(ctx, 'tiny');
    const started = version && (await startDraft(ctx, 'tiny', { version }));
    if (!started || !('draft' in started)) throw new Error('nobody else writes here');
    draftId = started.draft.id;
    await write((source) => source.replace('days: 7', 'days: 14'));
    // Days 0 to 19, thirty times over: more than two batches.
    await insertRequests(
      ctx,
      'tiny',
      Array.from({ length: 600 }, (_, i) => request(i % 20)),
    );
  });
  afterAll(() => Promise.all(apps.map((each) => each.close())));

  async function write(change: (source: string) => string): Promise<void> {
    const { text } = await getDraft(ctx, 'tiny', draftId);
    await saveDraft(ctx, { brandId: 'tiny', draftId, source: change(text.source), basedOn: text.number });
  }

  test('finds who comes out differently and what that costs, by reason, country and channel', async () => {
    const id = await askReplay(ctx, 'tiny', draftId);
    await runReplay(ctx, id);
    const run = await findReplay(ctx, id);
    // Days 8 to 14 are seven of twenty; thirty rounds; ten euros each: 7 × 30 × 10.00 = 2,100.00. Days 8 and 9 are Malaysian.
    expect(run).toMatchObject({ casesDone: 600, casesTotal: 600, failure: null });
    expect(run?.summary).toMatchObject({
      flips: 210,
      change: [{ minor: 210_000, unit: 'EUR' }],
      byReason: [{ key: 'notSatisfied', flips: 210 }],
      byRegion: [
        { key: 'JP', flips: 150, change: [{ minor: 150_000, unit: 'EUR' }] },
        { key: 'MY', flips: 60 },
      ],
      byChannel: [
        { key: 'own', flips: 120 },
        { key: 'retail', flips: 90 },
      ],
      byKind: [{ from: 'none', to: 'full', flips: 210 }],
    });
    expect(run?.finishedAt).not.toBeNull();
  });

  test('run a second time changes nothing', async () => {
    const id = await askReplay(ctx, 'tiny', draftId);
    await runReplay(ctx, id);
    const first = await findReplay(ctx, id);
    await runReplay(ctx, id);
    expect(await findReplay(ctx, id)).toEqual(first);
  });

  test('goes on after a crash where it stood, and comes to the same', async () => {
    const id = await askReplay(ctx, 'tiny', draftId);
    let statements = 0;
    // The third batch never reaches the database: the node died.
    const dying = {
      ...ctx,
      db: ctx.db.withPlugin({
        transformQuery: ({ node }) => {
          if (node.kind === 'UpdateQueryNode' && ++statements === 3) throw new Error('the node died');
          return node;
        },
        transformResult: async ({ result }) => result,
      }),
    };
    await expect(runReplay(dying, id)).rejects.toThrow('the node died');
    const standing = await findReplay(ctx, id);
    expect(standing).toMatchObject({ casesDone: 500, finishedAt: null });
    expect(await listFlips(ctx, id, { after: 0, limit: 1000 })).toHaveLength(standing?.summary.flips ?? -1);
    await runReplay(ctx, id);
    expect((await findReplay(ctx, id))?.summary.flips).toBe(210);
    expect(await listFlips(ctx, id, { after: 0, limit: 1000 })).toHaveLength(210);
  });

  test('worked on by two nodes at once counts every request once', async () => {
    const id = await askReplay(ctx, 'tiny', draftId);
    await Promise.all([runReplay(ctx, id), runReplay(ctx, id)]);
    expect(await findReplay(ctx, id)).toMatchObject({ casesDone: 600, summary: { flips: 210 } });
  });

  test('is one at a time for a draft, and a new one after the text changed', async () => {
    const id = await askReplay(ctx, 'tiny', draftId);
    expect(await askReplay(ctx, 'tiny', draftId)).toBe(id);
    await runReplay(ctx, id);
    await write((source) => source.replace('days: 14', 'days: 9'));
    const next = await askReplay(ctx, 'tiny', draftId);
    expect(next).not.toBe(id);
    await runReplay(ctx, next);
    expect((await listReplays(ctx, draftId, 5)).map(({ draftText, summary }) => [draftText, summary.flips])).toEqual([
      [3, 60],
      [2, 210],
    ]);
  });

  test('that was stopped stays stopped and keeps what it found', async () => {
    const id = await askReplay(ctx, 'tiny', draftId);
    await stopReplay(ctx, id);
    await runReplay(ctx, id);
    expect(await findReplay(ctx, id)).toMatchObject({ failure: 'stopped', casesDone: 0 });
  });

  test('of a text that cannot be read says so instead of trying for ever', async () => {
    await write(() => 'kind: [');
    const id = await askReplay(ctx, 'tiny', draftId);
    await runReplay(ctx, id);
    expect(await findReplay(ctx, id)).toMatchObject({ failure: 'broken' });
  });
});
