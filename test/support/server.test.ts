import { existsSync } from 'node:fs';
import { connect } from 'node:net';
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

  test('answers a form that does not say how long it is like any other wrong one', async () => {
    const { hostname, port } = new URL(server.origin);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          `POST /desk/sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${server.origin}\r\nConnection: close\r\n\r\n`,
        ),
      );
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes.toString();
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toBeLessThan(500);
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
