import type { Context } from '#platform/context.ts';
import { listArticles } from '../queries/articles.ts';
import { listActions, listPictures, listTopics } from '../queries/brand-words.ts';
import { type KnownTargets, PAGES, targetOf } from '../references.ts';

/** Everything a text of this brand may link to, published or still a draft. */
export async function knownTargetsOf(ctx: Pick<Context, 'db'>, brandId: string): Promise<KnownTargets> {
  const [articles, topics, actions, pictures] = await Promise.all([
    listArticles(ctx, brandId),
    listTopics(ctx, brandId),
    listActions(ctx, brandId),
    listPictures(ctx, brandId),
  ]);
  return {
    links: new Set([
      ...articles.map(targetOf),
      ...topics.map((topic) => `topic:${topic.id}`),
      ...actions.map((action) => `action:${action.id}`),
      ...PAGES.map((page) => `page:${page}`),
    ]),
    pictures: new Set(pictures.map((picture) => picture.name)),
  };
}
