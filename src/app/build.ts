import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { AssetUrls } from '#domains/brands/index.ts';
import { fontFiles, fontLicences } from '#ui/styles/fonts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Name of each thing a browser loads, and the file it is built from. */
const ENTRIES = {
  siteCss: 'src/ui/styles/site.css',
  deskCss: 'src/ui/styles/desk.css',
  searchIsland: 'src/ui/islands/search.ts',
  accountIsland: 'src/ui/islands/account.ts',
  claimIsland: 'src/ui/islands/claim.ts',
  deskIsland: 'src/ui/islands/desk.ts',
} as const satisfies Record<keyof AssetUrls, string>;

async function buildBrowserFile(from: string, folder: string): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, from)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    external: ['/assets/*'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const bytes = result.outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const [, base = '', ending = ''] = /([\w-]+)\.(\w+)$/.exec(from) ?? [];
  const name = `${base}-${hash}.${ending.replace('ts', 'js')}`;
  await writeFile(join(folder, name), bytes);
  return `/assets/${name}`;
}

async function copyFonts(folder: string): Promise<void> {
  const require = createRequire(import.meta.url);
  for (const { from, to } of [...fontFiles, ...fontLicences]) {
    const [scope = '', name = '', ...rest] = from.split('/');
    const home = dirname(require.resolve(`${scope}/${name}/package.json`));
    await cp(join(home, ...rest), join(folder, 'fonts', to));
  }
}

/**
 * Builds what browsers load: stylesheets, islands, fonts.
 * @param folder emptied and filled; served as `/assets`
 * @returns the address of each, with the hash of its contents in the name
 */
export async function buildAssets(folder: string): Promise<AssetUrls> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'fonts'), { recursive: true });
  const [built] = await Promise.all([
    Promise.all(
      Object.entries(ENTRIES).map(async ([key, from]) => [key, await buildBrowserFile(from, folder)] as const),
    ),
    copyFonts(folder),
  ]);
  const urls = Object.fromEntries(built) as unknown as AssetUrls;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(urls));
  return urls;
}

/** The addresses of an earlier build. */
export const readManifest = async (folder: string): Promise<AssetUrls> =>
  JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as AssetUrls;
