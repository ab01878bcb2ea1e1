import { LOCALES, type Locale } from '#lib/locales.ts';
import { dateOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Action, Author, Picture, Synonyms, Topic } from '../brand-words.ts';
import type { Reading } from './articles.ts';

const MAX_LIST = 500;
const MAX_PICTURES = 5000;

export async function listTopics(ctx: Reading, brandId: string): Promise<Topic[]> {
  const rows = await ctx.db
    .selectFrom('topic')
    .select(['id', 'icon', 'name', 'summary'])
    .where('brand_id', '=', brandId)
    .orderBy('position')
    .limit(MAX_LIST)
    .execute();
  return rows as unknown as Topic[];
}

export async function listAuthors(ctx: Reading, brandId: string): Promise<Author[]> {
  const rows = await ctx.db
    .selectFrom('author')
    .select(['id', 'name', 'role', 'bio'])
    .where('brand_id', '=', brandId)
    .orderBy('position')
    .limit(MAX_LIST)
    .execute();
  return rows as unknown as Author[];
}

export async function listActions(ctx: Reading, brandId: string): Promise<Action[]> {
  const rows = await ctx.db
    .selectFrom('brand_action')
    .select(['id', 'label', 'hint', 'article_slug as article', 'words'])
    .where('brand_id', '=', brandId)
    .orderBy('position')
    .limit(MAX_LIST)
    .execute();
  return rows as unknown as Action[];
}

export async function getSynonyms(ctx: Reading, brandId: string): Promise<Synonyms> {
  const rows = await ctx.db
    .selectFrom('synonym_group')
    .select(['locale', 'words'])
    .where('brand_id', '=', brandId)
    .orderBy('locale')
    .orderBy('position')
    .limit(MAX_LIST * 4)
    .execute();
  const entries = LOCALES.map(
    (locale) => [locale, rows.filter((row) => row.locale === locale).map((row) => row.words)] as const,
  );
  return Object.fromEntries(entries.filter(([, groups]) => groups.length > 0));
}

/** Topics are referred to by articles, so they are updated in place; one still in use cannot go. */
export async function putTopics(ctx: Context, brandId: string, topics: readonly Topic[]): Promise<void> {
  for (const [position, topic] of topics.entries()) {
    const values = {
      position,
      icon: topic.icon,
      name: JSON.stringify(topic.name),
      summary: JSON.stringify(topic.summary),
    };
    await ctx.db
      .insertInto('topic')
      .values({ brand_id: brandId, id: topic.id, ...values })
      .onConflict((c) => c.columns(['brand_id', 'id']).doUpdateSet(values))
      .execute();
  }
  await ctx.db
    .deleteFrom('topic')
    .where('brand_id', '=', brandId)
    .$if(topics.length > 0, (q) =>
      q.where(
        'id',
        'not in',
        topics.map((t) => t.id),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('article')
            .select('article.id')
            .whereRef('article.topic_id', '=', 'topic.id')
            .where('article.brand_id', '=', brandId),
        ),
      ),
    )
    .execute();
}

export async function putAuthors(ctx: Context, brandId: string, authors: readonly Author[]): Promise<void> {
  await ctx.db.deleteFrom('author').where('brand_id', '=', brandId).execute();
  if (authors.length === 0) return;
  await ctx.db
    .insertInto('author')
    .values(
      authors.map((a, position) => ({
        brand_id: brandId,
        id: a.id,
        position,
        name: a.name,
        role: JSON.stringify(a.role),
        bio: JSON.stringify(a.bio),
      })),
    )
    .execute();
}

export async function putActions(ctx: Context, brandId: string, actions: readonly Action[]): Promise<void> {
  await ctx.db.deleteFrom('brand_action').where('brand_id', '=', brandId).execute();
  if (actions.length === 0) return;
  await ctx.db
    .insertInto('brand_action')
    .values(
      actions.map((a, position) => ({
        brand_id: brandId,
        id: a.id,
        position,
        label: JSON.stringify(a.label),
        hint: JSON.stringify(a.hint),
        article_slug: a.article,
        words: JSON.stringify(a.words),
      })),
    )
    .execute();
}

export async function putSynonyms(ctx: Context, brandId: string, synonyms: Synonyms): Promise<void> {
  await ctx.db.deleteFrom('synonym_group').where('brand_id', '=', brandId).execute();
  const rows = (Object.entries(synonyms) as [Locale, string[][]][]).flatMap(([locale, groups]) =>
    groups.map((words, position) => ({ brand_id: brandId, locale, position, words: [...words] })),
  );
  if (rows.length > 0) await ctx.db.insertInto('synonym_group').values(rows).execute();
}

export async function listPictures(ctx: Reading, brandId: string): Promise<Picture[]> {
  const rows = await ctx.db
    .selectFrom('picture')
    .select(['name', 'media_type as mediaType', 'byte_size as byteSize', 'content_hash as contentHash'])
    .where('brand_id', '=', brandId)
    .orderBy('name')
    .limit(MAX_PICTURES)
    .execute();
  return rows;
}

export async function putPicture(ctx: Context, brandId: string, picture: Picture): Promise<void> {
  const values = { media_type: picture.mediaType, byte_size: picture.byteSize, content_hash: picture.contentHash };
  await ctx.db
    .insertInto('picture')
    .values({
      brand_id: brandId,
      name: picture.name,
      ...values,
      created_at: dateOf(ctx.now),
      created_by: actorKey(ctx.by),
    })
    .onConflict((c) => c.columns(['brand_id', 'name']).doUpdateSet(values))
    .execute();
}
