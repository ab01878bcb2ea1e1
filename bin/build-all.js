import { join } from 'node:path';
import { stop } from 'esbuild';
import { buildAssets } from '../src/app/build.ts';
import { bundleOne } from './bundle.js';
import { ROOT } from './node-version.js';

/** Builds the server and what browsers load. The server's file is returned. */
export async function buildAll() {
  const server = join(ROOT, 'dist/main.js');
  await Promise.all([
    bundleOne('src/main.ts', server),
    bundleOne('src/app/search-thread.ts', join(ROOT, 'dist/search-thread.js')),
    buildAssets(join(ROOT, 'dist/assets')),
  ]);
  await stop();
  return server;
}
