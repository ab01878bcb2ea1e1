import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, type SourceFile, sourceFiles } from '../support/source-files.ts';

const MAX_LINES = 250;
const FORBIDDEN_NAMES = /(?:^|[-._])(?:utils?|helpers?|services?|managers?)(?=[-._]|$)/i;
/** Named by DESIGN itself: what one node is made of. */
const NAMED_BY_DESIGN = new Set(['src/app/services.ts']);
/** Where people keep their checkouts; a file that names one was written for one machine. */
const MACHINE_PATHS = /(?<![\w.~$}-])\/(?:home|Users|root|work)\/[\w.-]+|\b[A-Z]:\\\\?Users\\/;
const EXACT_VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const TEXT_FILE = /\.(?:[cm]?[jt]sx?|json|md|ya?ml|css|sql|sh|svg)$|(?:^|\/)(?:\.npmrc|\.gitignore|LICENSE|run)$/;

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

/** Every text file of the repository; what .gitignore names is made, not written. */
function repositoryFiles(): SourceFile[] {
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const written = readdirSync(ROOT, { withFileTypes: true }).filter(
    ({ name }) => name !== '.git' && !ignored.includes(name),
  );
  const files = written.filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name));
  return [
    ...files.map(({ name }) => ({ path: name, text: readFileSync(join(ROOT, name), 'utf8') })),
    ...written.filter((entry) => entry.isDirectory()).flatMap(({ name }) => sourceFiles(name, TEXT_FILE)),
  ];
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Business and wall time come from the clock; a file that asks the system by itself cannot be moved in a test. */
const SYSTEM_TIME = /\bDate\.now\(|\bnew Date\(\s*\)|Temporal\.Now\b/;
const MAY_ASK_THE_SYSTEM = /^src\/platform\/(?:clock\.ts|embedded-postgres\/)|\/testing\//;

describe('the house', () => {
  const sources = sourceFiles('src', /\.(?:tsx?|css)$/);
  const code = sources.filter(({ path }) => !path.includes('.generated.'));

  test(`has no file longer than ${MAX_LINES} lines`, () => {
    const long = code.filter(({ text }) => linesOf(text) > MAX_LINES);
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([]);
  });

  test('names files after what they hold, never utils, helpers, service or manager', () => {
    const named = [...sources, ...sourceFiles('test', /\.tsx?$/), ...sourceFiles('bin', /\.js$/)].map(
      ({ path }) => path,
    );
    const vague = named.filter(
      (path) => path.split('/').some((part) => FORBIDDEN_NAMES.test(part)) && !NAMED_BY_DESIGN.has(path),
    );
    expect(vague).toEqual([]);
  });

  test('asks the system for the time in the clock only', () => {
    const asking = code.filter(
      ({ path, text }) => !MAY_ASK_THE_SYSTEM.test(path) && !/\.test\.tsx?$/.test(path) && SYSTEM_TIME.test(text),
    );
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  test('leaves nothing to do, nothing skipped and nothing unchecked behind', () => {
    const left =
      /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck|expect-error)|\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b|\bas any\b/;
    const files = [...code, ...sourceFiles('test', /\.tsx?$/), ...sourceFiles('bin', /\.js$/)].filter(
      ({ path }) => basename(path) !== 'house.test.ts',
    );
    expect(files.filter(({ text }) => left.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the repository', () => {
  test('names no path of somebody’s machine', () => {
    const found = repositoryFiles().flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) =>
          MACHINE_PATHS.test(line) && !path.endsWith('house.test.ts') ? [`${path}:${at + 1}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  test('asks for exact versions of packages, so that every installation is the same', () => {
    const { dependencies, devDependencies, optionalDependencies } = readJson('package.json') as Record<
      string,
      Record<string, string> | undefined
    >;
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(([, version]) => !EXACT_VERSION.test(version))).toEqual([]);
  });

  test('locks what package.json asks for, with checksums and without download addresses', () => {
    const lock = readJson('package-lock.json') as {
      packages: Record<string, { resolved?: string; integrity?: string; version?: string }>;
    };
    const asked = readJson('package.json') as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
    const differing = Object.entries({ ...asked.dependencies, ...asked.devDependencies }).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(differing).toEqual([]);
  });
});
