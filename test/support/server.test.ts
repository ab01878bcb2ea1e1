import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { startTestServer, type TestServer } from './server.ts';

const get = (server: TestServer, path: string): Promise<Response> => fetch(server.origin + path);

describe('a node of one’s own', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ packs: 'tiny' });
  });
  afterAll(() => server.stop());

  test('is a ready demo that names its own address', async () => {
    expect((await get(server, '/readyz')).status).toBe(200);
    const page = await (await get(server, '/tiny/en/')).text();
    expect(page).toContain(`<link rel="canonical" href="${server.origin}/tiny/en/"`);
  });

  test('takes its folder along when it stops', async () => {
    const other = await startTestServer({ packs: 'tiny' });
    await other.stop();
    expect(existsSync(other.dataDir)).toBe(false);
    await expect(get(other, '/healthz')).rejects.toThrow();
  });
});

describe('two nodes on one database', () => {
  let database: TestDatabase;
  const nodes: TestServer[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { DATABASE_URL: database.url };
    nodes.push(...(await Promise.all([startTestServer({ env }), startTestServer({ env })])));
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await database.drop();
  });

  test('both answer, as no demo', async () => {
    for (const node of nodes) {
      expect((await get(node, '/readyz')).status).toBe(200);
      expect(node.node.services.isDemo).toBe(false);
    }
  });
});
