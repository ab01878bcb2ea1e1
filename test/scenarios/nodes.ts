import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '#app/build.ts';
import { type RunningNode, startNode } from '#app/node.ts';
import { type LoadReport, loadPack } from '#app/packs/load-pack.ts';
import { readPackFolder } from '#app/packs/pack-folder.ts';
import { parsePack } from '#app/packs/parse-pack.ts';
import { createFirstAdmin } from '#domains/people/index.ts';
import { Temporal } from '#lib/time.ts';
import { readConfig } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { createLog } from '#platform/log.ts';
import { packFolder } from '../support/app.ts';
import type { TestDatabase } from '../support/database.ts';

const LOOPBACK = '127.0.0.1';
const ADMIN = {
  email: 'ada@winter.example',
  name: 'Ada Winter',
  locale: 'en',
  password: 'nine green bottles',
} as const;

/** Something that answers requests and can be stopped. */
export interface ReachableNode {
  readonly origin: string;
  stop(): Promise<void>;
}

export interface ClusterNode extends ReachableNode {
  readonly running: RunningNode;
}

/** Several nodes on one database and one folder of files, as an operator runs them behind a balancer. */
export interface Cluster {
  start(): Promise<ClusterNode>;
  readonly context: Context;
  loadPack(name: string): Promise<LoadReport>;
  /** Stops whatever still runs and removes the folder. */
  close(): Promise<void>;
}

/** Prepares assets and a folder; nodes come with `start`. */
export async function createCluster(database: Pick<TestDatabase, 'db' | 'url'>): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'recourse-scenario-'));
  await chmod(folder, 0o711);
  const assets = { folder: join(folder, 'assets'), urls: await buildAssets(join(folder, 'assets')) };
  const running = new Set<ClusterNode>();
  const context: Context = { db: database.db, by: { kind: 'system', part: 'test' }, now: Temporal.Now.instant() };
  const config = readConfig({
    PORT: '0',
    HOST: LOOPBACK,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    RECOURSE_LOG_LEVEL: process.env.RECOURSE_LOG_LEVEL ?? 'silent',
  });
  return {
    context,
    start: async () => {
      const node = await startNode(config, createLog(config), assets);
      const member: ClusterNode = {
        origin: `http://${LOOPBACK}:${node.port}`,
        running: node,
        stop: () => {
          running.delete(member);
          return node.stop();
        },
      };
      running.add(member);
      return member;
    },
    loadPack: async (name) => {
      const [node] = running;
      if (node === undefined) throw new Error('a node must run before a pack is loaded');
      const { files } = node.running.services;
      return loadPack({ ...context, files }, parsePack(await readPackFolder(packFolder(name))));
    },
    close: async () => {
      await Promise.all([...running].map((node) => node.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives a database its first administrator. */
export const putAdmin = (context: Context): Promise<void> => createFirstAdmin(context, ADMIN);

/** A browser's requests to one node with the administrator's session; a session is valid on every node. */
export async function signInAt(
  node: ReachableNode,
): Promise<(at: ReachableNode, path: string, form?: URLSearchParams) => Promise<Response>> {
  const answer = await fetch(`${node.origin}/desk/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: node.origin },
    body: new URLSearchParams({ email: ADMIN.email, password: ADMIN.password }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`signing in was answered with ${answer.status}`);
  return (at, path, form) =>
    fetch(`${at.origin}${path}`, {
      redirect: 'manual',
      headers: { cookie, origin: at.origin },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
}

/** Waits until something holds. @throws the last failure when it does not within the time */
export async function within(milliseconds: number, holds: () => Promise<void>): Promise<void> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
