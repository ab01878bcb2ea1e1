import { readFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './node-version.js';

/**
 * Files find their neighbours by `import.meta.url` (migrations, packages). In a bundle every file would get the
 * bundle's address instead of its own, so it is written out as a path from the bundle back to the source file.
 */
const keepOwnAddress = (outputFolder) => ({
  name: 'keep-own-address',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const back = relative(outputFolder, path).split(sep).join('/');
      const contents = source.replaceAll('import.meta.url', `new URL(${JSON.stringify(back)}, import.meta.url).href`);
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});

const common = (outputFolder) => ({
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  plugins: [keepOwnAddress(outputFolder)],
});

/** Bundles one entry into one file; packages stay where npm put them. */
export async function bundleOne(entry, outputFile) {
  await build({ ...common(dirname(outputFile)), entryPoints: [entry], outfile: outputFile });
}

/** Bundles one entry into a folder, leaving what it imports dynamically in files of their own, read when needed. */
export async function bundleLazily(entry, outputFolder) {
  await build({ ...common(outputFolder), entryPoints: [entry], outdir: outputFolder, splitting: true });
}
