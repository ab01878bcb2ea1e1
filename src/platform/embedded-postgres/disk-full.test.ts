import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { explainFailure, freeBytes } from './explain.ts';
import { Ground, query } from './testing/processes.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ground = new Ground();
const mounted: string[] = [];
afterEach(async () => {
  await ground.stopAll();
  for (const disk of mounted.splice(0)) spawnSync('umount', ['-l', disk]);
  await ground.clean();
});

const TOO_SMALL_MIB = 24;
const SMALL_MIB = 160;
const CHUNK_BYTES = 64 * 1024;

/** Mounts a real disk of that size, in memory. @returns whether this user may. */
function mountDisk(disk: string, mebibytes: number): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0711`, 'tmpfs', disk]).status === 0;
}

function smallDisk(mebibytes: number): string {
  const disk = join(ground.folder(), 'disk');
  mkdirSync(disk);
  if (!mountDisk(disk, mebibytes)) throw new Error(`no disk could be mounted at ${disk}`);
  mounted.push(disk);
  return disk;
}

function mayMount(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'recourse-mount-'));
  const allowed = mountDisk(disk, 1);
  if (allowed) spawnSync('umount', ['-l', disk]);
  rmdirSync(disk);
  return allowed;
}

function fill(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(CHUNK_BYTES), { flag: 'a' });
  } catch {
    // Full, as wanted.
  }
}

/** What the system itself says when a write finds no room: /dev/full is a disk that is always full. */
function realNoSpaceError(): unknown {
  try {
    writeFileSync('/dev/full', 'x');
    return undefined;
  } catch (error) {
    return error;
  }
}

test('a full disk is called that, with what to do, whoever reports it', () => {
  const scene = { doing: 'start', folder: '/srv/recourse' };
  const reports = [
    ...(process.platform === 'linux' ? [realNoSpaceError()] : []),
    'PANIC:  could not write to file "pg_wal/xlogtemp.29": No space left on device',
    'initdb: error: could not write file "/srv/recourse/cluster/PG_VERSION": Disk quota exceeded',
    Object.assign(new Error('could not extend file'), { code: '53100' }),
  ];
  for (const report of reports) {
    expect(explainFailure(report, scene)).toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/disk that holds \/srv\/recourse is full.*Free some space/),
    });
  }
});

// Mounting needs rights that an ordinary user does not have; the message test above covers the words there.
if (mayMount()) {
  test('a disk too small for a new database is called full, and nothing half-made stays on it', async () => {
    const tooSmall = smallDisk(TOO_SMALL_MIB);
    const dataDir = join(tooSmall, 'data');
    await expect(ground.start({ dataDir })).rejects.toMatchObject({ code: 'disk-full' });
    expect(freeBytes(tooSmall)).toBeGreaterThan((TOO_SMALL_MIB - 1) * 1024 * 1024);
  });

  test('a database whose disk filled up says so, and opens with its rows once there is room', async () => {
    const disk = smallDisk(SMALL_MIB);
    const dataDir = join(disk, 'data');
    const server = await ground.start({ dataDir, durability: 'full' });
    await query(server.url, "create table mark as select 'kept' as word");
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    fill(join(disk, 'ballast'));
    await expect(ground.start({ dataDir, durability: 'full' })).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('Free some space'),
    });
    rmSync(join(disk, 'ballast'));
    const again = await ground.start({ dataDir, durability: 'full' });
    expect(await query(again.url, 'select word from mark')).toEqual([{ word: 'kept' }]);
  });
}
