import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssets } from '#app/build.ts';
import { type RunningNode, startNode } from '#app/node.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';

const LOOPBACK = '127.0.0.1';
const PACKS = {
  all: fileURLToPath(new URL('../../packs', import.meta.url)),
  tiny: fileURLToPath(new URL('packs', import.meta.url)),
};

export interface TestServerOptions {
  /** `all`: every pack that ships, as a newcomer gets them; `tiny`: the small one for tests, ready sooner. */
  readonly packs?: keyof typeof PACKS;
  /** Keeps what an earlier server left, and leaves it in place at the end; else a new folder that goes with the server. */
  readonly dataDir?: string;
  /** Settings as an operator gives them. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A whole node with its embedded database, as `npm start` runs it. */
export interface TestServer {
  readonly origin: string;
  readonly node: RunningNode;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** A port nobody listens on at this moment; the node must know it beforehand to write its own address into pages. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'recourse-test-server-'));
  // Under root the database runs as somebody else, who has to pass through.
  await chmod(dataDir, 0o711);
  return dataDir;
}

/** Starts a node on a free loopback port; a demo, unless `env` says otherwise. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await makeDataDir());
  const port = await freePort();
  const origin = `http://${LOOPBACK}:${port}`;
  const config = readConfig({
    PORT: String(port),
    HOST: LOOPBACK,
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    RECOURSE_PACKS_DIR: PACKS[options.packs ?? 'all'],
    RECOURSE_DEVELOPMENT: 'on',
    RECOURSE_LOG_LEVEL: process.env.RECOURSE_LOG_LEVEL ?? 'error',
    ...options.env,
  });
  const assets = join(dataDir, 'assets');
  const remove = async (): Promise<void> => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const node = await startNode(config, createLog(config), { folder: assets, urls: await buildAssets(assets) });
    return { origin, node, dataDir, stop: () => node.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
