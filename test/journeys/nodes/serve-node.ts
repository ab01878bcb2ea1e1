import { startTestServer, type TestServerOptions } from '../../support/server.ts';

// A node a journey has for itself, in a process of its own: its first argument is the options as JSON. It prints one
// line of JSON once it answers, and stops when its standard input ends.
const options = JSON.parse(process.argv[2] ?? '{}') as TestServerOptions;
const server = await startTestServer(options);
const { origin, dataDir, node } = server;
process.stdout.write(`${JSON.stringify({ origin, dataDir, welcome: node.welcome })}\n`);

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
