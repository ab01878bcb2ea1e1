import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = '.dependency-cruiser.cjs';
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}
interface Rule {
  readonly name: string;
}

/** Every broken rule below `folders` of a tree. */
function violationsIn(tree: string, folders: readonly string[]): Violation[] {
  const args = [DEPCRUISE, ...folders, '--config', CONFIG, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64e6 });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

const DOMAINS =
  'brands people trail promises policies knowledge troubleshooting billing claims cases cancellations refunds community insights'.split(
    ' ',
  );

/** What stands in the planted tree besides violations, so that every planted import leads somewhere. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DOMAINS.map((name) => [`src/domains/${name}/index.ts`, 'export {};'])),
  'src/domains/brands/inner.ts': 'export const inner = 1;',
  'src/domains/brands/queries.ts': "import { sql } from 'kysely';\nexport const rows = sql;",
  'src/domains/unplaced/index.ts': 'export {};',
  'src/lib/text.ts': 'export const text = 1;',
  'src/policy/decide.ts': 'export const decide = 1;',
  'src/platform/log.ts': 'export const log = 1;',
  'src/platform/context.ts': "import type { Kysely } from 'kysely';\nexport type Context = Kysely<unknown>;",
  'src/platform/database/database.ts': "import { Pool } from 'pg';\nexport const pool = Pool;\nexport type Db = Pool;",
  'src/app/services.ts': 'export const services = 1;',
  'src/ui/page.ts': 'export const page = 1;',
  // The other half of a cycle, which is reported once.
  'src/ui/cycle/third.ts': "import type { B } from './second.ts';\nexport type A = B;",
  'src/main.ts': 'export {};',
  'src/cli.ts': 'export {};',
  'test/support/database.ts': 'export const database = 1;',
};

type Planted = readonly [rule: string, file: string, source: string];

/** One or more violations of each rule, each in a file of its own that breaks no other rule. */
const VIOLATIONS: readonly Planted[] = [
  ['no-cycles', 'src/ui/cycle/second.ts', "import type { A } from './third.ts';\nexport type B = A;"],
  ['everything-resolves', 'src/platform/lost.ts', "import '#lib/nowhere.ts';"],
  ['pure-imports-no-io', 'src/lib/reads.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;"],
  ['pure-imports-no-io', 'src/policy/calls.ts', "import { request } from 'http';\nexport const a = request;"],
  [
    'pure-imports-no-io',
    'src/search/runs.ts',
    "import type { ChildProcess } from 'node:child_process';\nexport type A = ChildProcess;",
  ],
  [
    'pure-imports-no-io',
    'src/policy/hashes.ts',
    "import { createHash } from 'node:crypto';\nexport const a = createHash;",
  ],
  [
    'bytes-imports-only-crypto',
    'src/lib/bytes.ts',
    "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
  ],
  [
    'pure-imports-only-computing-libraries',
    'src/search/serves.ts',
    "import { Hono } from 'hono';\nexport const a = Hono;",
  ],
  [
    'pure-imports-only-computing-libraries',
    'src/policy/queries.ts',
    "import { Pool } from 'pg';\nexport const a = Pool;",
  ],
  ['pure-knows-only-pure', 'src/lib/up.ts', "import '#policy/decide.ts';"],
  ['pure-knows-only-pure', 'src/policy/across.ts', "import '#search/index.ts';"],
  ['pure-knows-only-pure', 'src/search/index.ts', "import '#platform/log.ts';"],
  ['platform-knows-no-domain', 'src/platform/brands.ts', "import '#domains/brands/index.ts';"],
  ['platform-knows-no-domain', 'src/platform/app.ts', "import '#app/services.ts';"],
  ['platform-knows-no-domain', 'src/platform/pages.ts', "import '#ui/page.ts';"],
  ['ui-knows-no-domain', 'src/ui/brands.tsx', "import '#domains/brands/index.ts';"],
  [
    'ui-knows-no-domain',
    'src/ui/app.tsx',
    "import type { services } from '#app/services.ts';\nexport type A = typeof services;",
  ],
  [
    'domain-by-its-index',
    'src/domains/people/deep.ts',
    "import { inner } from '#domains/brands/inner.ts';\nexport const a = inner;",
  ],
  [
    'domain-by-its-index',
    'src/domains/people/type.ts',
    "import type { rows } from '../brands/queries.ts';\nexport type A = typeof rows;",
  ],
  ['domain-by-its-index-from-outside', 'src/app/deep.ts', "import '#domains/brands/inner.ts';"],
  ['domain-by-its-index-from-outside', 'test/scenarios/deep.ts', "import '#domains/brands/inner.ts';"],
  ['domain-knows-no-app', 'src/domains/insights/app.ts', "import '#app/services.ts';"],
  ['domain-has-a-place', 'src/domains/unplaced/noun.ts', "import '#lib/text.ts';"],
  ...DOMAINS.slice(0, -1).flatMap((name, place): Planted[] => [
    [`domain-order-${name}`, `src/domains/${name}/next.ts`, `import '#domains/${DOMAINS[place + 1]}/index.ts';`],
    [`domain-order-${name}`, `src/domains/${name}/last.ts`, "import type {} from '#domains/insights/index.ts';"],
  ]),
  ['sql-only-in-queries', 'src/domains/people/verb.ts', "import { sql } from 'kysely';\nexport const a = sql;"],
  ['sql-only-in-queries', 'src/domains/people/typed.ts', "import type { Pool } from 'pg';\nexport type A = Pool;"],
  ['sql-only-in-queries', 'src/app/routes.tsx', "import { Pool } from 'pg';\nexport const a = Pool;"],
  ['sql-only-in-queries', 'src/platform/mail.ts', "import { Pool } from 'pg';\nexport const a = Pool;"],
  ['queue-only-in-jobs', 'src/domains/people/jobs.ts', "import { run } from 'graphile-worker';\nexport const a = run;"],
  [
    'views-import-no-database',
    'src/domains/people/views/list.tsx',
    "import type { Db } from '#platform/database/database.ts';\nexport type A = Db;",
  ],
  [
    'views-import-no-database',
    'src/domains/brands/views/list.tsx',
    "import { rows } from '../queries.ts';\nexport const a = rows;",
  ],
  [
    'views-import-no-database',
    'src/domains/people/sign-in-page.tsx',
    "import type { Context } from '#platform/context.ts';\nexport type A = Context;",
  ],
  [
    'views-import-no-database',
    'src/app/home-page.tsx',
    "import { pool } from '#platform/database/database.ts';\nexport const a = pool;",
  ],
  [
    'views-import-no-database',
    'src/ui/table.tsx',
    "import { pool } from '#platform/database/database.ts';\nexport const a = pool;",
  ],
  ['islands-import-only-islands-and-lib', 'src/ui/islands/menu.ts', "import '#ui/page.ts';"],
  [
    'islands-import-only-islands-and-lib',
    'src/domains/people/islands/form.ts',
    "import { z } from 'zod';\nexport const a = z;",
  ],
  ['nothing-imports-an-entry', 'src/app/again.ts', "import '../main.ts';"],
  ['nothing-imports-an-entry', 'test/scenarios/cli.ts', "import '../../src/cli.ts';"],
  ['product-imports-no-test', 'src/app/tested.ts', "import '#test/support/database.ts';"],
  [
    'product-imports-no-dev-dependency',
    'src/app/measured.ts',
    "import { test } from 'vitest';\nexport const a = test;",
  ],
];

/** What the rules must let pass: a rule that forbids the right thing as well would only be switched off. */
const ALLOWED: Readonly<Record<string, string>> = {
  // It leads to a cycle without being part of it.
  'src/ui/cycle/first.ts': "import './second.ts';",
  'src/lib/time.ts': "import { Temporal } from 'temporal-polyfill';\nimport './text.ts';\nexport const a = Temporal;",
  'src/policy/document.ts': "import { z } from 'zod';\nimport '#lib/text.ts';\nexport const a = z;",
  'src/search/reads.test.ts':
    "import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';\nexport const a = [readFileSync, test];",
  'src/platform/database/migrate.ts': "import { Client } from 'pg';\nexport const a = Client;",
  'src/platform/jobs.ts':
    "import { run } from 'graphile-worker';\nimport { sql } from 'kysely';\nexport const a = [run, sql];",
  'src/domains/people/queries.ts': "import { sql } from 'kysely';\nexport const a = sql;",
  'src/domains/people/queries/staff.ts': "import { sql } from 'kysely';\nexport const a = sql;",
  'src/domains/people/sign-in.ts':
    "import './queries.ts';\nimport '#domains/brands/index.ts';\nimport type { Context } from '#platform/context.ts';\nexport type A = Context;",
  'src/domains/people/sign-in.test.ts':
    "import { Client } from 'pg';\nimport { test } from 'vitest';\nimport '#test/support/database.ts';\nimport './sign-in.ts';\nexport const a = [Client, test];",
  'src/domains/people/views/card.tsx': "import '#ui/page.ts';\nimport '#domains/brands/index.ts';",
  'src/ui/islands/search.ts': "import './timer.ts';\nimport '#lib/text.ts';",
  'src/ui/islands/timer.ts': 'export {};',
  'src/app/home.ts':
    "import '#domains/insights/index.ts';\nimport '#domains/brands/index.ts';\nimport './services.ts';",
  'test/scenarios/story.test.ts': "import '#domains/refunds/index.ts';\nimport '#test/support/database.ts';",
};

function plantTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'recourse-architecture-'));
  for (const name of [CONFIG, 'package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(tree, name));
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  const planted = VIOLATIONS.map(([, file, source]): [string, string] => [file, source]);
  for (const [file, source] of [...Object.entries(NEIGHBOURS), ...Object.entries(ALLOWED), ...planted]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${source}\n`);
  }
  return tree;
}

describe('the rules of the house', () => {
  let tree: string;
  let found: Violation[];
  const rulesBrokenBy = (file: string): string[] => [
    ...new Set(found.filter(({ from }) => from === file).map(({ rule }) => rule.name)),
  ];
  beforeAll(() => {
    tree = plantTree();
    found = violationsIn(tree, ['src', 'test']);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(VIOLATIONS)('%s is broken by %s, and only that', (rule, file) => {
    expect(rulesBrokenBy(file)).toEqual([rule]);
  });

  test.each(Object.keys(ALLOWED))('nothing is broken by %s', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  test('there is no rule without a planted violation', () => {
    const { forbidden } = createRequire(import.meta.url)(join(ROOT, CONFIG)) as { forbidden: Rule[] };
    expect(new Set(VIOLATIONS.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});

describe('the product', () => {
  test('breaks no rule of the house', () => {
    const folders = ['src', 'test', 'bench'].filter((name) => readdirSync(ROOT).includes(name));
    const found = violationsIn(ROOT, folders).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(found).toEqual([]);
  });

  test('writes SQL only in queries, in the platform and in tests', () => {
    const allowed =
      /(?:\/queries(?:\.ts|\/[^/]+\.ts)|\.test\.tsx?|\/testing\/[^/]+)$|^src\/platform\/(?:database|embedded-postgres)\/|^src\/platform\/jobs\.ts$/;
    const statement =
      /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(?:<[^`]*>)?`|\.query\(\s*['"`](?:select|insert|update|delete|with)\b/;
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => `src/${name}`);
    const found = files.filter(
      (name) => /\.tsx?$/.test(name) && !allowed.test(name) && statement.test(readFileSync(join(ROOT, name), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
