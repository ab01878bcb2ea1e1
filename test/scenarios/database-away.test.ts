import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Cluster, type ClusterNode, createCluster, putAdmin, signInAt, within } from './nodes.ts';

/** The way to a database, which can be cut and joined again. */
class Wire {
  readonly #sockets = new Set<Socket>();
  readonly #database: TestDatabase;
  #server: Server | undefined;
  #port = 0;

  constructor(database: TestDatabase) {
    this.#database = database;
  }

  /** The database’s address through this wire. */
  get url(): string {
    const { user, password, database } = this.#database.address;
    const login = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
    return `postgresql://${login}@127.0.0.1:${this.#port}/${database}`;
  }

  async join(): Promise<void> {
    const { host, port } = this.#database.address;
    const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
    this.#server = createServer((near) => {
      const far = createConnection(target);
      for (const [socket, peer] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        socket.on('error', () => peer.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    this.#port = typeof address === 'object' && address ? address.port : 0;
  }

  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server?.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

describe('a node whose database goes away and comes back', () => {
  let database: TestDatabase;
  let wire: Wire;
  let cluster: Cluster;
  let node: ClusterNode;
  let staff: Awaited<ReturnType<typeof signInAt>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    wire = new Wire(database);
    await wire.join();
    cluster = await createCluster({ db: database.db, url: wire.url });
    node = await cluster.start();
    await cluster.loadPack('tiny');
    await putAdmin(cluster.context);
    await within(10_000, async () => expect((await fetch(`${node.origin}/tiny/de/`)).status).toBe(200));
    // The search has a thread of its own, which is ready a little later than the pages.
    await within(45_000, async () =>
      expect((await fetch(`${node.origin}/api/v1/brands/tiny/search?q=ty12`)).status).toBe(200),
    );
    staff = await signInAt(node);
  });
  afterAll(async () => {
    await cluster.close();
    await wire.cut();
    await database.drop();
  });

  const ask = (path: string, accept = 'text/html'): Promise<Response> =>
    fetch(`${node.origin}${path}`, { headers: { accept } });

  test('says so, in the reader’s language, that nothing is lost and when to try again', async () => {
    await wire.cut();
    const page = await ask('/tiny/de/articles/refund-rules');
    expect(page.status).toBe(503);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    const html = await page.text();
    expect(html).toContain('<html lang="de"');
    expect(html).toContain('Wir können gerade nicht antworten');
    expect(html).not.toMatch(/ECONNREFUSED|at \w+ \(/);
    expect((await staff(node, '/desk/tiny')).status).toBe(503);
  });

  test('says the same to a program', async () => {
    const answer = await ask('/tiny/de/articles/refund-rules', 'application/json');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      error: { kind: 'unavailable', message: 'the service cannot answer right now', reference: expect.any(String) },
    });
  });

  test('tells a balancer to send nobody, and the supervisor to leave it running', async () => {
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('still finds what it knows and shows what it holds', async () => {
    expect((await ask('/tiny/de/')).status).toBe(200);
    expect((await ask('/api/v1/brands/tiny/search?q=ty12')).status).toBe(200);
    expect((await ask('/tiny/en/search?q=cancel')).status).toBe(200);
  });

  test('works again by itself when the database is back, and nobody has to sign in anew', async () => {
    await wire.join();
    await within(10_000, async () => expect((await ask('/tiny/de/articles/refund-rules')).status).toBe(200));
    expect((await ask('/readyz')).status).toBe(200);
    expect((await staff(node, '/desk/tiny')).status).toBe(200);
  });
});
