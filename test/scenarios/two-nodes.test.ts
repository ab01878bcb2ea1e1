import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDue } from '#domains/knowledge/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startNodeProcess } from './node-process.ts';
import { type Cluster, type ClusterNode, createCluster, putAdmin, signInAt, within } from './nodes.ts';

const EDITOR = '/desk/tiny/articles/cancel-plan/en';
/** For a busy machine; what is promised is measured where it is promised. */
const SOON_MS = 10_000;
const GUIDE = '/tiny/en/guides/cancel-plan';

interface Found {
  readonly results: { readonly url: string }[];
}

/** The editor’s form as its page was sent, with some fields changed. */
async function filledForm(page: string, change: Readonly<Record<string, string>>): Promise<URLSearchParams> {
  const field = (name: string): string => {
    const [input = ''] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page) ?? [];
    const [, inInput] = /value="([^"]*)"/.exec(input) ?? [];
    const [, inArea] = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(page) ?? [];
    return (inInput ?? inArea ?? '')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  };
  const names = ['title', 'summary', 'aliases', 'body', 'basedOn', 'sourceRevision', 'keptSource'];
  return new URLSearchParams({ ...Object.fromEntries(names.map((name) => [name, field(name)])), ...change });
}

describe('two nodes on one database', () => {
  let database: TestDatabase;
  let cluster: Cluster;
  let one: ClusterNode;
  let other: ClusterNode;
  let staff: Awaited<ReturnType<typeof signInAt>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    cluster = await createCluster(database);
    // Together, as a balancer’s nodes do on an empty database: only one of them may migrate.
    [one, other] = await Promise.all([cluster.start(), cluster.start()]);
    await cluster.loadPack('tiny');
    await putAdmin(cluster.context);
    await within(10_000, async () => expect((await fetch(`${other.origin}/tiny/en/`)).status).toBe(200));
    staff = await signInAt(one);
  });
  afterAll(async () => {
    await cluster.close();
    await database.drop();
  });

  const publishAt = async (node: ClusterNode, summary: string): Promise<void> => {
    const page = await (await staff(node, EDITOR)).text();
    const answer = await staff(node, EDITOR, await filledForm(page, { summary, do: 'publish' }));
    expect(answer.headers.get('location')).toBe(`${EDITOR}?done=published`);
  };

  test('what is published on one is read and found on the other within a second', async () => {
    const took: number[] = [];
    for (const word of ['quexalotl', 'frobnitz', 'wibblesome']) {
      await (await fetch(`${other.origin}${GUIDE}`)).text(); // In the other’s cache, which must let go of it.
      await publishAt(one, `Only this version holds the word ${word}.`);
      const published = performance.now();
      await within(SOON_MS, async () => {
        const answer = await fetch(`${other.origin}/api/v1/brands/tiny/search?q=${word}`);
        const { results } = (await answer.json()) as Found;
        expect(results[0]?.url).toContain(GUIDE);
        expect(await (await fetch(`${other.origin}${GUIDE}`)).text()).toContain(word);
      });
      took.push(performance.now() - published);
    }
    // Every round has to arrive; a machine busy with something else may make one late.
    expect(Math.min(...took)).toBeLessThan(1000);
  });

  test('a person signed in at one is signed in at the other, and signed out of both', async () => {
    const leaving = await signInAt(one);
    expect((await leaving(other, '/desk/tiny')).status).toBe(200);
    await leaving(other, '/desk/sign-out', new URLSearchParams());
    expect((await leaving(one, '/desk/tiny')).status).toBe(303);
  });

  test('a scheduled publication happens once, however many nodes look for it', async () => {
    const page = await (await staff(one, EDITOR)).text();
    const today = cluster.context.now.toZonedDateTimeISO('UTC').toPlainDate();
    const form = await filledForm(page, {
      summary: 'Zarquon takes effect on the day that was chosen.',
      do: 'schedule',
      dueOn: today.add({ days: 3 }).toString(),
    });
    expect((await staff(one, EDITOR, form)).headers.get('location')).toBe(`${EDITOR}?done=scheduled`);
    const now = cluster.context.now.add({ hours: 96 });
    const nodes = [one, other, one, other].map(({ running }) => ({ ...cluster.context, db: running.services.db, now }));
    const counts = await Promise.all(nodes.map((ctx) => publishDue(ctx)));
    expect(counts.toSorted()).toEqual([0, 0, 0, 1]);
    await within(SOON_MS, async () => {
      for (const node of [one, other])
        expect(await (await fetch(`${node.origin}${GUIDE}`)).text()).toContain('Zarquon takes effect');
    });
  });

  test('when one is killed in the middle of its work, the other goes on with everything', async () => {
    const killed = await startNodeProcess(database.url);
    expect((await staff(killed, '/desk/tiny')).status).toBe(200);
    const busy = Array.from({ length: 20 }, () => fetch(`${killed.origin}/tiny/en/search?q=cancel`).catch(() => null));
    killed.kill();
    await Promise.all(busy);
    await expect(fetch(`${killed.origin}/healthz`)).rejects.toThrow();
    expect((await staff(other, '/desk/tiny')).status).toBe(200);
    await publishAt(other, 'Wyrble was written after a node had been killed.');
    await within(SOON_MS, async () => expect(await (await fetch(`${one.origin}${GUIDE}`)).text()).toContain('Wyrble'));
  });

  test('when one is stopped, a request it had begun is answered, and it takes no new ones', async () => {
    const leaving = await cluster.start();
    const body = new TransformStream<Uint8Array, Uint8Array>();
    const writer = body.writable.getWriter();
    // Sent piece by piece, without a length, as a proxy that does not wait for the whole passes it on.
    const request: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      redirect: 'manual',
      duplex: 'half',
      headers: { origin: leaving.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: body.readable,
    };
    const answer = fetch(`${leaving.origin}/tiny/en/suggest`, request);
    const encoder = new TextEncoder();
    await writer.write(encoder.encode('kind=edit&text=The+second+step'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = leaving.stop();
    await within(10_000, async () => expect(fetch(`${leaving.origin}/healthz`)).rejects.toThrow());
    await writer.write(encoder.encode('+names+a+button+that+is+gone.'));
    await writer.close();
    const { status, headers } = await answer;
    expect([status, headers.get('location')]).toEqual([303, '/tiny/en/suggest?sent=yes']);
    const answered = performance.now();
    await stopped;
    expect(performance.now() - answered).toBeLessThan(3000); // It does not wait for connections that are only kept alive.
    expect(await (await staff(one, '/desk/tiny/suggestions')).text()).toContain('names a button that is gone');
  });
});
