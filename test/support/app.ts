import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApplication } from '#app/application.tsx';
import { loadLaws } from '#app/laws.ts';
import { type LoadReport, loadPack } from '#app/packs/load-pack.ts';
import { readPackFolder } from '#app/packs/pack-folder.ts';
import { parsePack } from '#app/packs/parse-pack.ts';
import { createServices, type Services } from '#app/services.ts';
import { DEMO_STAFF, putDemoStaff } from '#domains/people/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { folderFiles } from '#platform/files/files.ts';
import { secretBox } from '#platform/secret-box.ts';
import { TEST_NOW, type TestDatabase, testContext, testLog } from './database.ts';

const ORIGIN = 'http://localhost:3000';
const TEST_PACKS = fileURLToPath(new URL('packs/', import.meta.url));
const REAL_PACKS = fileURLToPath(new URL('../../packs/', import.meta.url));
const ASSET_URLS = {
  siteCss: '/assets/site-test.css',
  deskCss: '/assets/desk-test.css',
  searchIsland: '/assets/search-test.js',
  accountIsland: '/assets/account-test.js',
  claimIsland: '/assets/claim-test.js',
  deskIsland: '/assets/desk-test.js',
} as const;

/** Where a pack of this name lies: the small ones made for tests, then the ones that ship. */
export const packFolder = (name: string): string => join(name === 'tiny' ? TEST_PACKS : REAL_PACKS, name);

/** A request that carries a member of staff's session. */
export type SignedIn = (path: string, init?: RequestInit) => Promise<Response>;

/** The whole application on a test database, answering requests without a network. */
export interface TestApp {
  readonly services: Services;
  /** Stands still at `TEST_NOW` until `clock.set('2026-12-01T00:00:00Z')`; business and wall time together. */
  readonly clock: ReturnType<typeof fixedClock>;
  /** Business time of the clock, on this database. */
  context(by?: Context['by']): Context;
  /** Asks as a browser on this site would: host, origin and a loopback address are filled in where they are missing. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Signs a member of the demo's staff in through the page, once, and asks with that session from then on. */
  signIn(role: 'editor' | 'admin'): Promise<SignedIn>;
  loadPack(name: string, theirs?: boolean): Promise<LoadReport>;
  /** Lets go of everything but the database. */
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Packs to load, by name; `tiny` when not given. */
  readonly packs?: readonly string[];
  readonly now?: string;
  readonly isDemo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** What @hono/node-server tells about the connection of a real request. */
const CONNECTION = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 50_000, remoteFamily: 'IPv4' } } };

function requestTo(path: string, init: RequestInit = {}): Request {
  const url = new URL(path, ORIGIN);
  const headers = new Headers(init.headers);
  if (!headers.has('host')) headers.set('host', url.host);
  const asks = init.method === undefined || ['GET', 'HEAD'].includes(init.method.toUpperCase());
  if (!asks && !headers.has('origin')) headers.set('origin', url.origin);
  return new Request(url, { redirect: 'manual', ...init, headers });
}

async function signInThroughPage(request: TestApp['request'], role: 'editor' | 'admin'): Promise<SignedIn> {
  const person = DEMO_STAFF.find(({ grants }) => grants.some((grant) => grant.role === role));
  const body = new URLSearchParams({ email: person?.email ?? '', password: person?.password ?? '' });
  const answer = await request('/desk/sign-in', { method: 'POST', body });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`signing in was answered with ${answer.status}`);
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return request(path, { ...init, headers });
  };
}

/**
 * Builds the application on a test database and loads packs into it.
 * Call `close` when done; the database is the caller's.
 */
export async function createTestApp(database: TestDatabase, options: TestAppOptions = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'recourse-test-files-'));
  const config = readConfig({ PUBLIC_URL: ORIGIN, DATA_DIR: folder, RECOURSE_LOG_LEVEL: 'silent', ...options.env });
  const clock = fixedClock(options.now ?? TEST_NOW);
  const files = folderFiles(join(folder, 'files'));
  const context: TestApp['context'] = (by) =>
    testContext(database, { ...(by ? { by } : {}), now: clock.business().toString() });
  const services = createServices({
    config,
    db: database.db,
    clock,
    log: testLog(),
    files,
    assets: { files: new Map(), urls: ASSET_URLS },
    box: secretBox('a key that only tests have, and long enough'),
    isDemo: options.isDemo ?? false,
  });
  const load: TestApp['loadPack'] = async (name, theirs) => {
    const pack = parsePack(await readPackFolder(packFolder(name)));
    const report = await loadPack({ ...context(), files }, pack, theirs);
    await services.directory.refresh();
    return report;
  };
  await loadLaws(context());
  for (const name of options.packs ?? ['tiny']) await load(name);
  const application = createApplication(services, database.pool);
  const request: TestApp['request'] = (path, init) => application.fetch(requestTo(path, init), CONNECTION);
  const sessions = new Map<string, Promise<SignedIn>>();
  return {
    services,
    clock,
    context,
    request,
    signIn: (role) => {
      const session = sessions.get(role) ?? putDemoStaff(context()).then(() => signInThroughPage(request, role));
      sessions.set(role, session);
      return session;
    },
    loadPack: load,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
