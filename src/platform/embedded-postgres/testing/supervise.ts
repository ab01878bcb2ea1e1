import { createInterface } from 'node:readline';
import { EmbeddedPostgresError } from '../errors.ts';
import { type StartOptions, startEmbeddedPostgres } from '../start.ts';

/**
 * A process of its own that supervises one database, for tests that kill it.
 * Takes its options as JSON in the first argument; prints one JSON line when started or refused; stops on any input line.
 */
const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const options = JSON.parse(process.argv[2] ?? '{}') as Omit<StartOptions, 'log'>;
try {
  const server = await startEmbeddedPostgres({ ...options, log: { info: () => undefined, warn: () => undefined } });
  say({ started: true, url: server.url, pid: server.pid, reused: server.reused, uid: process.getuid?.() });
  createInterface({ input: process.stdin }).once('line', async () => {
    await server.stop();
    process.exit(0);
  });
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  say({ started: false, code: error.code, message: error.message });
}
