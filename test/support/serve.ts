import { startTestServer } from './server.ts';

// A server in a process of its own, for browser journeys: prints one line of JSON when it answers, and stops when its
// standard input ends, which also happens when whoever started it is killed.
const server = await startTestServer(process.argv[2] === 'tiny' ? { packs: 'tiny' } : {});
process.stdout.write(`${JSON.stringify({ origin: server.origin })}\n`);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  server.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
};
process.stdin.resume().once('end', stop).once('close', stop);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
