import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ReachableNode } from './nodes.ts';

const SERVE = fileURLToPath(new URL('../journeys/nodes/serve-node.ts', import.meta.url));

/** A node in a process of its own, so that it can die as processes die. */
export async function startNodeProcess(databaseUrl: string): Promise<ReachableNode & { kill(): void }> {
  const options = { env: { DATABASE_URL: databaseUrl, RECOURSE_LOG_LEVEL: 'silent' } };
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(([code]) => {
      throw new Error(`the node ended with code ${code} before it was ready`);
    }),
  ]);
  const { origin } = JSON.parse(String(line)) as { origin: string };
  return {
    origin,
    kill: () => {
      child.kill('SIGKILL');
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
