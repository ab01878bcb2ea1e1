import { spawn } from 'node:child_process';
import { arch, cpus, platform, release } from 'node:os';
import { measurePages } from './pages/measure.ts';
import { measureStart } from './start.ts';

/** `npm run bench [AREA…] [-- --full AREA]`: areas are pages, start, search and policy; all of them without a name. */
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isFull = process.argv.includes('--full');

/** Runs a measurement in a process of its own, so that nobody else's memory and compiled code are in it. */
function inOwnProcess(program: string, ...flags: readonly string[]): Promise<undefined> {
  const size = isFull ? '1000000' : '100000';
  const child = spawn(process.execPath, ['--expose-gc', ...flags, program, size], { stdio: 'inherit' });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`${program} ended with ${code}`)),
    ),
  );
}

const AREAS: Readonly<Record<string, () => Promise<object | undefined>>> = {
  pages: measurePages,
  start: measureStart,
  search: () => inOwnProcess('bench/search/run.ts', '--import', 'tsx'),
  // On one core, so nothing is collected beside; and without tsx, which names every function as it is made.
  policy: () => inOwnProcess('bench/policy/run.ts', '--single-threaded-gc'),
};

console.log(
  JSON.stringify({
    date: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    system: `${platform()} ${release()} ${arch()}`,
  }),
);
for (const [name, measure] of Object.entries(AREAS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const result = await measure();
  if (result) console.log(JSON.stringify(result, null, 2));
}
