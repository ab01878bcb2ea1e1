import { type Brand, findBrand, putBrand, putChannels, raiseContentVersion } from '#domains/brands/index.ts';
import {
  findArticle,
  insertRevision,
  inspectPicture,
  listPublications,
  lockArticles,
  putActions,
  putArticle,
  putAuthors,
  putFlagsSettled,
  putPicture,
  putSynonyms,
  putTopics,
  replacePublication,
} from '#domains/knowledge/index.ts';
import { sha256 } from '#lib/bytes.ts';
import type { Locale } from '#lib/locales.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Files } from '#platform/files/files.ts';
import { putPoliciesAndFlags } from '../publish-policy.ts';
import { exportPack } from './export-pack.ts';
import { type Pack, type PackEntry, PackError } from './pack.ts';
import { getLoadedHashes, putLoadedHashes, removeLoadedHashes } from './queries.ts';
import { type Comparison, compareThreeWays } from './three-way.ts';
import { writePack } from './write-pack.ts';

export type LoadingContext = Context & { readonly files: Files };

export interface LoadReport {
  readonly brand: string;
  /** Paths taken from the pack. */
  readonly applied: readonly string[];
  /** Paths changed both in the pack and at the desk; the desk's version was kept unless `theirs` was asked for. */
  readonly conflicts: readonly string[];
}

const hashesOf = (pack: Pack): Map<string, string> =>
  new Map([...writePack(pack)].map(([path, bytes]) => [path, sha256(bytes)]));

/**
 * Brings a brand to what a pack says, in one transaction. Files edited at the desk since the last load are kept.
 * @param theirs where both changed, take the pack's version
 */
export async function loadPack(ctx: LoadingContext, pack: Pack, theirs = false): Promise<LoadReport> {
  const brandId = pack.brand.id;
  const next = hashesOf(pack);
  return inTransaction({ ...ctx, by: { kind: 'pack', brand: brandId } }, async (ctx) => {
    const known = await findBrand(ctx, brandId);
    const exists = known !== null;
    // What is published at the desk from here on waits, so that it cannot fall between the comparison and the writing.
    if (exists) await lockArticles(ctx, brandId);
    const current = exists ? hashesOf(await exportPack(ctx, brandId)) : new Map<string, string>();
    const last = exists ? await getLoadedHashes(ctx, brandId) : new Map<string, string>();
    const comparison = compareThreeWays({ next, current, last }, theirs);
    if (comparison.take.size > 0 || comparison.remove.size > 0) {
      await applyPack(ctx, pack, known, comparison);
      await raiseContentVersion(ctx, brandId, null);
    }
    await putLoadedHashes(ctx, brandId, new Map([...next].filter(([path]) => !comparison.conflicts.has(path))));
    const gone = [...last.keys()].filter((path) => !next.has(path) && !comparison.conflicts.has(path));
    await removeLoadedHashes(ctx, brandId, gone);
    return {
      brand: brandId,
      applied: [...comparison.take, ...comparison.remove],
      conflicts: [...comparison.conflicts],
    };
  });
}

/** The profile and the mark are two files on one row: each is taken only where it is to be. */
async function applyBrand(ctx: LoadingContext, pack: Pack, known: Brand, take: ReadonlySet<string>): Promise<void> {
  const { mark, domain: _domain, contentVersion: _version, ...profile } = known;
  return putBrand(ctx, take.has('brand.yaml') ? pack.brand : profile, take.has('mark.svg') ? pack.mark : mark);
}

async function applyPack(
  ctx: LoadingContext,
  pack: Pack,
  known: Brand | null,
  { take, remove }: Comparison,
): Promise<void> {
  const brandId = pack.brand.id;
  if (!known) await putBrand(ctx, pack.brand, pack.mark);
  if (take.has('topics.yaml')) await putTopics(ctx, brandId, pack.topics);
  if (take.has('people.yaml')) await putAuthors(ctx, brandId, pack.authors);
  if (take.has('actions.yaml')) await putActions(ctx, brandId, pack.actions);
  if (take.has('channels.yaml')) await putChannels(ctx, brandId, pack.channels);
  if (take.has('synonyms.yaml')) await putSynonyms(ctx, brandId, pack.synonyms);
  for (const [name, bytes] of pack.pictures) {
    if (take.has(`pictures/${name}`)) await applyPicture(ctx, brandId, name, bytes);
  }
  await applyPolicies(ctx, pack, take);
  for (const entry of pack.entries) await applyEntry(ctx, pack, entry, take);
  for (const path of remove) await applyRemoval(ctx, brandId, path);
  // A brand's row comes last, as in every change at the desk: two orders of locking would stop each other.
  if (known && (take.has('brand.yaml') || take.has('mark.svg'))) await applyBrand(ctx, pack, known, take);
}

/** @throws PackError when the documents contradict what is published already, each other, or a law */
async function applyPolicies(ctx: LoadingContext, pack: Pack, take: ReadonlySet<string>): Promise<void> {
  const files = new Map([...pack.policies].filter(([file]) => take.has(`policies/${file}`)));
  if (files.size === 0) return;
  const put = await putPoliciesAndFlags(ctx, pack.brand.id, files);
  if ('problems' in put) throw new PackError(put.problems.map((p) => ({ ...p, file: `policies/${p.file}` })));
}

async function applyPicture(ctx: LoadingContext, brandId: string, name: string, bytes: Uint8Array): Promise<void> {
  const found = inspectPicture(name, bytes);
  if ('problem' in found) return; // parsePack has refused the pack before it could come this far.
  await putPicture(ctx, brandId, {
    name,
    mediaType: found.mediaType,
    byteSize: bytes.byteLength,
    contentHash: await ctx.files.put(bytes),
  });
}

async function applyEntry(ctx: LoadingContext, pack: Pack, entry: PackEntry, take: ReadonlySet<string>): Promise<void> {
  const { brand } = pack;
  const folder = `${entry.shelf}/${entry.slug}`;
  const texts = [...entry.texts].filter(([locale]) => take.has(`${folder}/${locale}.md`));
  if (texts.length === 0 && !take.has(`${folder}/meta.yaml`)) return;
  const known = take.has(`${folder}/meta.yaml`) ? null : await findArticle(ctx, brand.id, entry.shelf, entry.slug);
  const article = known ?? (await putArticle(ctx, brand.id, entry.slug, entry.meta));
  // The default language first, so that the others can say which revision of it they translate.
  const first = (locale: Locale): number => (locale === brand.defaultLocale ? 0 : 1);
  let source = (await listPublications(ctx, article.id, brand.defaultLocale))[0]?.revision.id ?? null;
  for (const [locale, text] of texts.sort(([a], [b]) => first(a) - first(b))) {
    const at = {
      articleId: article.id,
      locale,
      sourceRevisionId: locale === brand.defaultLocale ? null : source,
      note: '',
    };
    const revision = await insertRevision(ctx, at, text);
    if (locale === brand.defaultLocale) source = revision.id;
    await replacePublication(ctx, article.id, locale, revision.id);
    await putFlagsSettled(ctx, article.id, locale);
  }
}

/** A text that left the pack is no longer public; its history stays. Other files that left are kept. */
async function applyRemoval(ctx: LoadingContext, brandId: string, path: string): Promise<void> {
  const [shelf, slug, name] = path.split('/');
  const locale = name?.replace(/\.md$/, '');
  if (slug === undefined || locale === undefined || !name?.endsWith('.md')) return;
  const article = await findArticle(ctx, brandId, shelf as PackEntry['shelf'], slug);
  if (article) await replacePublication(ctx, article.id, locale, null);
}
