import { median, startProcess, withDataFolder } from './processes.ts';

const ROUNDS = 5;

/** From `npm start`’s program to /readyz, build included: cold with a new database and all packs, warm on what is there. */
export async function measureStart(): Promise<object> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await withDataFolder(async (folder) => {
      for (const times of [cold, warm]) {
        const server = await startProcess('bin/start.js', { DATA_DIR: folder }, '/readyz');
        times.push(server.readyMs);
        await server.stop();
      }
    });
  }
  const seconds = (values: readonly number[]) => ({
    median: Number((median(values) / 1000).toFixed(2)),
    worst: Number((Math.max(...values) / 1000).toFixed(2)),
  });
  return { what: 'start to /readyz, build included', coldSeconds: seconds(cold), warmSeconds: seconds(warm) };
}
