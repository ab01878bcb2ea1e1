import { z } from 'zod';
import { type BrandProfile, brandSchema, channelSchema, type Shelf } from '#domains/brands/index.ts';
import {
  type Action,
  type ArticleText,
  actionSchema,
  authorSchema,
  inspectPicture,
  type Meta,
  metaSchemas,
  readTextFile,
  synonymsSchema,
  type Topic,
  topicSchema,
} from '#domains/knowledge/index.ts';
import { readPolicyFiles } from '#domains/policies/index.ts';
import { isLocale, type Locale } from '#lib/locales.ts';
import { svgProblem } from '#lib/svg.ts';
import { SLUG } from '#lib/text.ts';
import { readYaml } from '#lib/yaml.ts';
import { checkPack } from './check-pack.ts';
import { type Pack, type PackEntry, PackError, type PackFiles, type PackProblem } from './pack.ts';

const SHELVES = ['articles', 'codes', 'devices'] as const;
const MAX_PROBLEMS = 50;
const FILES: ReadonlySet<string> = new Set([
  'brand.yaml',
  'mark.svg',
  'topics.yaml',
  'people.yaml',
  'actions.yaml',
  'channels.yaml',
  'synonyms.yaml',
  'README.md',
]);
const FOLDERS = /^(?:articles|codes|devices|pictures|policies)\//;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads files one by one, collecting problems instead of stopping at the first. */
class PackReader {
  readonly files: PackFiles;
  readonly problems: PackProblem[] = [];

  constructor(files: PackFiles) {
    this.files = files;
  }

  report(file: string, message: string, line = 1): void {
    this.problems.push({ file, line, message });
  }

  text(file: string): string | undefined {
    const bytes = this.files.get(file);
    if (!bytes) return undefined;
    try {
      return decoder.decode(bytes);
    } catch {
      this.report(file, 'is not UTF-8 text');
      return undefined;
    }
  }

  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const text = this.text(file);
    if (text === undefined) {
      if (!this.files.has(file)) this.report(file, 'is missing');
      return undefined;
    }
    const read = readYaml(text, schema);
    if ('value' in read) return read.value;
    for (const problem of read.problems) this.report(file, problem.message, problem.line);
    return undefined;
  }

  /** A file that holds a list of entries with ids and may be missing or empty. */
  list<S extends z.ZodType<{ id: string }>>(file: string, schema: S): z.output<S>[] {
    const text = this.text(file)?.trim();
    const entries = text === undefined || text === '' || text === '{}' ? [] : (this.yaml(file, z.array(schema)) ?? []);
    const ids = entries.map((entry) => entry.id);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) this.report(file, `${id} stands twice`);
    return entries;
  }
}

function readMeta(reader: PackReader, shelf: Shelf, slug: string): Meta | undefined {
  const meta = reader.yaml(`${shelf}/${slug}/meta.yaml`, metaSchemas[shelf]);
  return meta === undefined ? undefined : ({ shelf, ...meta } as Meta);
}

function readTexts(reader: PackReader, shelf: Shelf, slug: string, names: readonly string[]): Map<Locale, ArticleText> {
  const texts = new Map<Locale, ArticleText>();
  for (const name of names) {
    const file = `${shelf}/${slug}/${name}`;
    const locale = name.replace(/\.md$/, '');
    if (name === 'meta.yaml') continue;
    if (!name.endsWith('.md') || !isLocale(locale)) {
      reader.report(file, 'is neither meta.yaml nor a language such as en.md');
      continue;
    }
    const text = reader.text(file);
    if (text === undefined) continue;
    const read = readTextFile(text);
    if ('value' in read) texts.set(locale, read.value);
    else for (const problem of read.problems) reader.report(file, problem.message, problem.line);
  }
  return texts;
}

/** A name written wrongly would otherwise be passed over in silence. */
function reportStrangers(reader: PackReader): void {
  for (const path of reader.files.keys()) {
    if (!FILES.has(path) && !FOLDERS.test(path)) reader.report(path, 'is not part of a pack (docs/packs.md)');
  }
}

function readEntries(reader: PackReader): PackEntry[] {
  const folders = new Map<string, string[]>();
  for (const path of reader.files.keys()) {
    const [shelf = '', slug = '', name, ...deeper] = path.split('/');
    if (!(SHELVES as readonly string[]).includes(shelf)) continue;
    if (name === undefined || deeper.length > 0 || !SLUG.test(slug))
      reader.report(path, 'does not lie in a folder named by a slug');
    else folders.set(`${shelf}/${slug}`, [...(folders.get(`${shelf}/${slug}`) ?? []), name]);
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, names]) => {
      const [shelf, slug = ''] = key.split('/') as [Shelf, string];
      const meta = readMeta(reader, shelf, slug);
      const texts = readTexts(reader, shelf, slug, names.sort());
      return meta ? [{ shelf, slug, meta, texts }] : [];
    });
}

function readPictures(reader: PackReader): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  for (const [path, bytes] of reader.files) {
    const name = path.slice('pictures/'.length);
    if (!path.startsWith('pictures/')) continue;
    const found = inspectPicture(name, bytes);
    if ('problem' in found) reader.report(path, found.problem);
    else pictures.set(name, bytes);
  }
  return pictures;
}

/** Policy documents stay as they were written; whether they hold together is seen when they meet the laws. */
function readPolicies(reader: PackReader): Map<string, string> {
  const policies = new Map<string, string>();
  for (const path of [...reader.files.keys()].filter((path) => path.startsWith('policies/')).sort()) {
    const text = reader.text(path);
    if (text !== undefined) policies.set(path.slice('policies/'.length), text);
  }
  for (const { file, line, message } of readPolicyFiles(policies).problems)
    reader.report(`policies/${file}`, message, line);
  return policies;
}

function readMark(reader: PackReader): string {
  const mark = reader.text('mark.svg')?.trim();
  const problem = mark === undefined ? 'is missing' : svgProblem(mark, true);
  if (problem !== undefined) reader.report('mark.svg', problem);
  return mark ?? '';
}

interface Words {
  readonly topics: Topic[];
  readonly actions: Action[];
}

const readWords = (reader: PackReader): Words => ({
  topics: reader.list('topics.yaml', topicSchema),
  actions: reader.list('actions.yaml', actionSchema),
});

/**
 * Reads and checks a whole pack.
 * @throws PackError with every problem found: file, line and reason (the first MAX_PROBLEMS of them)
 */
export function parsePack(files: PackFiles): Pack {
  const reader = new PackReader(files);
  reportStrangers(reader);
  const brand: BrandProfile | undefined = reader.yaml('brand.yaml', brandSchema);
  const synonyms = files.has('synonyms.yaml') ? reader.yaml('synonyms.yaml', synonymsSchema) : {};
  const partial = {
    mark: readMark(reader),
    ...readWords(reader),
    authors: reader.list('people.yaml', authorSchema),
    channels: reader.list('channels.yaml', channelSchema),
    synonyms: synonyms ?? {},
    pictures: readPictures(reader),
    policies: readPolicies(reader),
    entries: readEntries(reader),
  };
  if (brand === undefined) throw new PackError(reader.problems.slice(0, MAX_PROBLEMS));
  const pack: Pack = { brand, ...partial };
  const problems = [...reader.problems, ...checkPack(pack, (file) => reader.text(file) ?? '')];
  if (problems.length > 0) throw new PackError(problems.slice(0, MAX_PROBLEMS));
  return pack;
}
