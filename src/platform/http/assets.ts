import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { chooseEncoding, type Encoding, encodeSync } from './encoding.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};
const COMPRESSED: ReadonlySet<string> = new Set(['.css', '.js', '.svg']);
const YEAR = 'public, max-age=31536000, immutable';

interface Asset {
  readonly type: string;
  readonly bodies: ReadonlyMap<Encoding, Uint8Array>;
}

/** The built files, read once: few, small, and named by their contents. */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const names = await readdir(folder, { recursive: true });
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const bytes = await readFile(join(folder, name));
    const encodings: Encoding[] = COMPRESSED.has(extname(name)) ? ['identity', 'br', 'gzip'] : ['identity'];
    assets.set(posix.normalize(name), { type, bodies: new Map(encodings.map((e) => [e, encodeSync(bytes, e)])) });
  }
  return assets;
}

/** Serves `/assets/…`; every name holds a hash or a version, so it may be kept for ever. */
export function serveAssets(assets: ReadonlyMap<string, Asset>): MiddlewareHandler {
  return async (c, next) => {
    const asset = assets.get(c.req.path.slice('/assets/'.length));
    if (!asset) return next();
    const wanted = chooseEncoding(c.req.header('accept-encoding'));
    const encoding = asset.bodies.has(wanted) ? wanted : 'identity';
    const body = asset.bodies.get(encoding) ?? new Uint8Array();
    return c.body(Buffer.from(body), 200, {
      'content-type': asset.type,
      'cache-control': YEAR,
      ...(asset.bodies.size > 1 ? { vary: 'Accept-Encoding' } : {}),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
  };
}
