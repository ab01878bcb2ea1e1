import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, expect, test, vi } from 'vitest';
import { giveTree, namedAccount, runsAsRoot } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { Ground, query, type RunAs, superviseElsewhere } from './testing/processes.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const ground = new Ground();
afterEach(() => ground.clean());

test('the server never runs as root, and its files belong to the user it runs as', async () => {
  const dataDir = ground.folder();
  const { pid } = await ground.start({ dataDir });
  const uid = Number(spawnSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
  expect(uid).toBeGreaterThan(0);
  if (!runsAsRoot()) expect(uid).toBe(process.getuid?.());
  expect(statSync(join(dataDir, 'cluster', 'PG_VERSION')).uid).toBe(uid);
});

test('none of our environment reaches the server', async () => {
  process.env.RECOURSE_TEST_SECRET = 'do-not-pass-on';
  const { pid } = await ground.start({ dataDir: ground.folder() });
  const shown = spawnSync('ps', ['eww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  // Proof that the environment is shown at all.
  expect(shown).toContain('LC_ALL=C');
  expect(shown).not.toContain('do-not-pass-on');
  delete process.env.RECOURSE_TEST_SECRET;
});

if (runsAsRoot()) {
  test('as root, a data folder no other user can reach keeps a link to a cluster outside of it', async () => {
    const closed = ground.folder();
    chmodSync(closed, 0o700);
    const outside = join(ground.folder(), 'outside');
    const dataDir = join(closed, 'data');
    const server = await ground.start({ dataDir, outside });
    await query(server.url, "create table mark as select 'kept' as word");
    expect(realpathSync(join(dataDir, 'home')).startsWith(realpathSync(outside))).toBe(true);
    await server.stop();
    const again = await ground.start({ dataDir, outside });
    expect(await query(again.url, 'select word from mark')).toEqual([{ word: 'kept' }]);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  test('as root, programs that other users may not run are copied to where they may', async () => {
    const closed = ground.folder();
    cpSync(locateBinaries().folder, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    chmodSync(closed, 0o700);
    const dataDir = ground.folder();
    const { url } = await ground.start({
      dataDir,
      binaries: { folder: join(closed, 'native'), release: '18.0.0-copied' },
    });
    expect(existsSync(join(dataDir, 'binaries', '18.0.0-copied', 'native', 'bin', 'postgres'))).toBe(true);
    expect(await query(url, 'show cluster_name')).toEqual([{ cluster_name: 'recourse-18.0.0-copied' }]);
  });

  test('as root, the owner of an existing cluster stays its owner', async () => {
    const dataDir = ground.folder();
    const nobody = namedAccount({ uid: -1, gid: -1 });
    await (await ground.start({ dataDir })).stop();
    giveTree(join(dataDir, 'cluster'), nobody);
    await ground.start({ dataDir });
    expect(statSync(join(dataDir, 'cluster', 'postmaster.pid')).uid).toBe(nobody.uid);
  });

  test('an ordinary user starts, stops and takes over a database, and is told about files of another user', async () => {
    const { as, binaries } = await stageForNobody();
    const dataDir = join(ground.folder(), 'data');
    mkdirSync(dataDir);
    giveTree(dataDir, as);
    const first = await superviseElsewhere({ dataDir, binaries, durability: 'off' }, as);
    expect(first.report).toMatchObject({ started: true, uid: as.uid, reused: false });
    await first.kill();
    const second = await superviseElsewhere({ dataDir, binaries, durability: 'off' }, as);
    expect(second.report).toMatchObject({ started: true, pid: first.report.pid, reused: true });
    await second.stop();
    giveTree(join(dataDir, 'cluster'), { uid: 60_999, gid: 60_999 });
    const third = await superviseElsewhere({ dataDir, binaries }, as);
    expect(third.report).toMatchObject({ started: false, code: 'wrong-permissions' });
    expect(third.report.message).toContain(`belong to user id 60999, and PostgreSQL would run as user id ${as.uid}`);
  });

  test('an ordinary user who may not write to the data folder is told whose it must be', async () => {
    const { as, binaries } = await stageForNobody();
    const { report } = await superviseElsewhere({ dataDir: join(ground.folder(), 'data'), binaries }, as);
    expect(report).toMatchObject({ started: false, code: 'wrong-permissions' });
    expect(report.message).toMatch(/chown -R .*choose another DATA_DIR/);
  });

  test('a user without a name is told that PostgreSQL needs one', async () => {
    const { as, binaries } = await stageForNobody();
    const dataDir = join(ground.folder(), 'data');
    mkdirSync(dataDir);
    giveTree(dataDir, { uid: 60_999, gid: 60_999 });
    const { report } = await superviseElsewhere({ dataDir, binaries }, { ...as, uid: 60_999, gid: 60_999 });
    expect(report).toMatchObject({ started: false, code: 'no-account' });
    expect(report.message).toContain('user id 60999 has no entry in /etc/passwd');
  });

  /** Node, our code in one file and the programs, where a user who cannot see this checkout can run them. */
  async function stageForNobody(): Promise<{ as: RunAs; binaries: { folder: string; release: string } }> {
    const stage = ground.folder();
    chmodSync(stage, 0o755);
    const [node, script, native] = [join(stage, 'node'), join(stage, 'supervise.mjs'), join(stage, 'native')];
    copyFileSync(process.execPath, node);
    cpSync(locateBinaries().folder, native, { recursive: true, verbatimSymlinks: true });
    await build({
      entryPoints: [fileURLToPath(new URL('testing/supervise.ts', import.meta.url))],
      ...{ outfile: script, bundle: true, platform: 'node', format: 'esm', external: ['pg-native'], logLevel: 'error' },
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
    });
    return {
      as: { node, script, ...namedAccount({ uid: -1, gid: -1 }) },
      binaries: { folder: native, release: locateBinaries().release },
    };
  }
}

test('links that npm left out of the package are made again', async () => {
  const native = join(ground.folder(), 'native');
  const installed = locateBinaries();
  cpSync(installed.folder, native, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  expect(links.length).toBeGreaterThan(0);
  for (const { target } of links) rmSync(join(native, '..', target), { force: true });
  const { url } = await ground.start({ dataDir: ground.folder(), binaries: { ...installed, folder: native } });
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a platform without PostgreSQL, or a package left out by npm, leads to DATABASE_URL', () => {
  expect(() => locateBinaries('sunos-x64')).toThrow(/no PostgreSQL for sunos-x64.*DATABASE_URL/);
  expect(() => locateBinaries('win32-x64')).toThrow(/windows-x64 is not installed.*DATABASE_URL/);
});
