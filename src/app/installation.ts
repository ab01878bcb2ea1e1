import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listBrands } from '#domains/brands/index.ts';
import { createSetupLink, DEMO_STAFF, putDemoStaff } from '#domains/people/index.ts';
import { systemClock } from '#platform/clock.ts';
import { type Config, ConfigError } from '#platform/config.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Db } from '#platform/database/database.ts';
import type { Files } from '#platform/files/files.ts';
import type { Log } from '#platform/log.ts';
import { loadLaws } from './laws.ts';
import { loadPack } from './packs/load-pack.ts';
import { readPackFolder } from './packs/pack-folder.ts';
import { parsePack } from './packs/parse-pack.ts';
import { findInstallation, putInstallation } from './queries.ts';

export interface Installation {
  readonly isDemo: boolean;
  readonly businessOffsetMs: number;
  readonly welcome: readonly string[];
}

interface Outside {
  readonly db: Db;
  readonly files: Files;
  readonly config: Config;
  readonly log: Log;
}

/**
 * Decides what this database is. A new one becomes a demo only where a demo is allowed: the embedded database on a
 * loopback address. Everything else starts empty, with a link to set it up that works once.
 * @throws ConfigError when a demo database, whose sign-ins everyone knows, would be reachable from outside
 */
export async function prepareInstallation(outside: Outside): Promise<Installation> {
  const { db, config } = outside;
  const ctx: Context = { db, by: { kind: 'system', part: 'start' }, now: systemClock().business() };
  const known = await findInstallation(ctx);
  if (known?.mode === 'demo' && !config.demoAllowed) {
    throw new ConfigError(
      'This data folder holds a demo, whose sign-ins everyone knows. It only runs on the embedded database and a loopback address.\nTo run for real, start with a new DATA_DIR or with DATABASE_URL.',
    );
  }
  await loadLaws(ctx);
  const mode = known?.mode ?? (config.demoAllowed && (await isEmpty(ctx)) ? 'demo' : 'standard');
  if (mode === 'standard') {
    await putInstallation(ctx, mode);
    return { isDemo: false, businessOffsetMs: 0, welcome: await standardWelcome(ctx, config) };
  }
  if (!known) await loadDemo(outside);
  return { isDemo: true, businessOffsetMs: known?.businessOffsetMs ?? 0, welcome: demoWelcome(config) };
}

async function standardWelcome(ctx: Context, config: Config): Promise<string[]> {
  const token = await createSetupLink(ctx, systemClock());
  return token === null
    ? []
    : [
        'Set up the first administrator with this link. It works once and for one hour:',
        `  ${config.publicUrl}/setup/${token}`,
      ];
}

const demoWelcome = (config: Config): string[] => [
  'This is a demo. Sign in to the desk to edit:',
  ...DEMO_STAFF.map(
    (person) => `  ${`${config.publicUrl}/desk`.padEnd(34)} ${person.email.padEnd(26)} ${person.password}`,
  ),
];

/** Whether nobody has put anything in yet; a pack loaded before the first start says that this is no demo. */
const isEmpty = async (ctx: Context): Promise<boolean> => (await listBrands(ctx)).length === 0;

/** Loads every pack of the packs folder and the demo's staff: all of it or, when the start is cut short, nothing. */
async function loadDemo({ db, files, config, log }: Outside): Promise<void> {
  const outer = { db, files, by: { kind: 'system', part: 'demo' } as const, now: systemClock().business() };
  const order = ['northstar', 'sentinel', 'lantern', 'netflix', 'norton', 'iptv-smarters-pro'];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const folders = (await readdir(config.packsDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  await inTransaction(outer, async (ctx) => {
    await putInstallation(ctx, 'demo');
    await putDemoStaff(ctx);
    for (const name of folders.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))) {
      const report = await loadPack(ctx, parsePack(await readPackFolder(join(config.packsDir, name))));
      log.info({ brand: report.brand, files: report.applied.length }, 'a demo pack was loaded');
    }
  });
}
