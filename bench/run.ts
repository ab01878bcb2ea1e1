import { spawn } from 'node:child_process';
import { arch, cpus, platform, release } from 'node:os';
import { measurePages } from './pages/measure.ts';
import { measureStart } from './start.ts';

/** `npm run bench [AREA…] [-- --full AREA]`: areas are pages, start and search; all of them without a name. */
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isFull = process.argv.includes('--full');

function searchBench(): Promise<void> {
  const size = isFull ? '1000000' : '100000';
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/search/run.ts', size], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`search bench ended with ${code}`)))),
  );
}

const AREAS: Readonly<Record<string, () => Promise<object | undefined>>> = {
  pages: measurePages,
  start: measureStart,
  search: async () => {
    await searchBench();
    return undefined;
  },
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
