import { resolve } from 'node:path';
import { buildAssets, readManifest } from '#app/build.ts';
import { startNode } from '#app/node.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { MigrationError } from '#platform/database/migrate.ts';
import { EmbeddedPostgresError } from '#platform/embedded-postgres/index.ts';
import { createLog } from '#platform/log.ts';

const ASSETS = resolve('dist/assets');

/** Starts this node and keeps it until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  const urls = process.env.RECOURSE_BUILT === 'yes' ? await readManifest(ASSETS) : await buildAssets(ASSETS);
  const node = await startNode(config, log, { folder: ASSETS, urls });
  const address = config.port === 0 ? `http://${config.host}:${node.port}` : config.publicUrl;
  process.stdout.write(
    `\nRecourse is ready: ${address}\n${node.welcome.map((line) => `${line.replaceAll(config.publicUrl, address)}\n`).join('')}\n`,
  );
  await stopped(node.lost);
  await node.stop();
}

/** Resolves when somebody asks the process to end; rejects when the embedded database is lost. */
function stopped(lost: Promise<Error>): Promise<void> {
  return new Promise((end, fail) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());
    void lost.then(fail);
  });
}

/** Errors people can mend are told in words; everything else with where it happened. */
const explain = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof MigrationError || error instanceof EmbeddedPostgresError)
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another with PORT=3001 npm start.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  },
);
