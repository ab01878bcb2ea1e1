import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const DOCUMENTS = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md', '{migrations,packs,test,bench}/README.md'], {
  cwd: ROOT,
}).sort();
const OPERATING = read('docs/operating.md');

/** Every variable of the configuration with its default, as the source declares them. */
function variables(): { name: string; fallback: string | undefined }[] {
  const declared = /const variables = z\.object\(\{([\s\S]*?)\n\}\);/.exec(read('src/platform/config.ts'))?.[1] ?? '';
  return declared.split(/\n(?= {2}[A-Z])/).flatMap((part) => {
    const name = /^\s*([A-Z][A-Z0-9_]*):/.exec(part)?.[1];
    const fallback = /\.default\('?([^')]*)'?\)/.exec(part)?.[1];
    return name === undefined ? [] : [{ name, fallback }];
  });
}

/** Text outside fenced blocks: what is claimed, rather than quoted. */
const prose = (document: string): string => read(document).replaceAll(/^```[\s\S]*?^```$/gm, '');

/** Files and folders of the repository a document names in backticks; patterns and examples are not names. */
const namedPaths = (document: string): string[] =>
  all(prose(document), /`((?:src|docs|bin|test|bench|migrations|packs)\/[^`\s]*)`/g).filter(
    (path) => !/[{}*…<>]/.test(path),
  );

const linkedFiles = (document: string): string[] =>
  all(prose(document), /\]\(([^)\s]+)\)/g)
    .filter((link) => !/^(?:https?:|mailto:|#)/.test(link))
    .filter((link) => !/^[a-z]+:/.test(link) && link !== '')
    .map((link) => normalize(join(dirname(document), link.replace(/#.*$/, ''))));

const squeezed = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/,? ?([)\]}])/g, '$1')
    .trim();

describe('the operating manual', () => {
  test.each(variables())('has a row for $name with its default', ({ name, fallback }) => {
    const row = OPERATING.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row, `no row for ${name}`).toBeDefined();
    if (fallback !== undefined) expect(row).toContain(`\`${fallback}\``);
  });

  test('names no variable that does not exist', () => {
    const known = new Set(variables().map(({ name }) => name));
    const documented = all(OPERATING, /^\| `([A-Z][A-Z0-9_]*)` \|/gm);
    expect(documented.length).toBeGreaterThan(0);
    expect(documented.filter((name) => !known.has(name))).toEqual([]);
  });

  const usages = all(read('src/app/commands/run.ts'), /usage: '([^']+)'/g);

  test.each(usages)('explains the command: recourse %s', (usage) => {
    expect(OPERATING).toContain(`| \`recourse ${usage}\` |`);
  });

  test('names no command that does not exist', () => {
    const documented = all(OPERATING, /^\| `recourse ([^`]+)` \|/gm);
    expect(documented.sort()).toEqual([...usages].sort());
  });
});

describe('the documents', () => {
  test.each(DOCUMENTS)('%s links only to what exists', (document) => {
    expect(linkedFiles(document).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s names only files that exist', (document) => {
    expect(namedPaths(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('introduce every domain and every part of the house', () => {
    const domains = readdirSync(join(ROOT, 'src/domains')).map((name) => `src/domains/${name}/README.md`);
    const expected = [...domains, 'src/platform/README.md', 'src/ui/README.md', 'src/app/README.md'];
    expect(expected.filter((file) => !DOCUMENTS.includes(file))).toEqual([]);
  });

  test('give every table one owner', () => {
    const migrations = readdirSync(join(ROOT, 'migrations')).filter((name) => name.endsWith('.sql'));
    const tables = migrations.flatMap((name) => all(read(`migrations/${name}`), /^create table (\w+)/gm));
    const owned = DOCUMENTS.filter((document) => document.startsWith('src/')).flatMap((document) =>
      all(/\*\*Tables owned:\*\*([\s\S]*?)\n\n/.exec(`${read(document)}\n\n`)?.[1] ?? '', /`(\w+)`/g),
    );
    expect(tables.length).toBeGreaterThan(0);
    // Two are made by code: the list of migrations, and the schema of the job queue.
    expect(owned.sort()).toEqual([...tables, 'migration', 'graphile_worker'].sort());
  });

  test('name every demo pack', () => {
    const folders = readdirSync(join(ROOT, 'packs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const text = read('packs/README.md');
    expect(folders.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the decisions', () => {
  const names = readdirSync(join(ROOT, 'docs/decisions')).sort();

  test('are numbered without a gap', () => {
    const numbers = names.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]));
    expect(numbers).toEqual(names.map((_, i) => i + 1));
  });

  test.each(names)('%s has context, decision and consequences', (name) => {
    const headings = all(read(`docs/decisions/${name}`), /^#+ (.+)$/gm);
    expect(headings).toEqual([
      expect.stringMatching(new RegExp(`^${name.slice(0, 4)}: `)),
      'Context',
      'Decision',
      'Consequences',
    ]);
  });
});

describe('the style guide', () => {
  const examples = [...read('STYLE.md').matchAll(/^Good, in `([^`]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)].map((match) => ({
    file: match[1] ?? '',
    code: match[2] ?? '',
  }));

  test('has a good example for every bad one', () => {
    expect(all(read('STYLE.md'), /^(?:\/\/|--) (bad)$/gm)).toHaveLength(examples.length);
    expect(examples.length).toBeGreaterThan(8);
  });

  test.each(examples)('quotes $file as it stands', ({ file, code }) => {
    expect(squeezed(read(file))).toContain(squeezed(code));
  });
});
