import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canPublishPolicies, type DeskEnv, must } from '#domains/people/index.ts';
import type { Locale } from '#lib/locales.ts';
import type { AnyDocument } from '#policy/index.ts';
import { versionInForce } from '../drafts/compared.ts';
import { type PublishDraft, publishDraft, publishedText, todayOf, wasReplayed } from '../drafts/publish-draft.ts';
import { policyChanges } from '../policy-changes.ts';
import { listReplays } from '../queries/replays.ts';
import { diffSources } from './diff-sources.ts';
import { type C, type DraftPlace, draftPlaceOf, type PolicyDeskDeps } from './draft-place.ts';
import { checkedText } from './draft-routes.tsx';
import { PublicationPage, type PublicationPageProps } from './publication-page.tsx';

const MAX_FORM_BYTES = 20_000;
const REPLAYS_LOOKED_AT = 5;

/** Two versions as readers of the policy page read them; null for a new document, or while the text cannot be read. */
function changesOf(
  before: AnyDocument | undefined,
  after: AnyDocument | undefined,
  locale: Locale,
): PublicationPageProps['changes'] {
  if (before?.kind !== 'policy' || after?.kind !== 'policy') return null;
  return { before, after, ...policyChanges(before, after, locale) };
}

async function pageProps(c: C, deps: PolicyDeskDeps, place: DraftPlace): Promise<PublicationPageProps> {
  const { desk, ctx } = c.var;
  const { draft, text, here, shelf } = place;
  const check = await checkedText(c, place, text.source);
  const before = versionInForce(shelf.own, draft.documentId, ctx.now);
  const from = check.document?.effective.from.slice(0, 10) ?? todayOf(ctx.now);
  const next = check.compared ? publishedText(text.source, draft, shelf, from) : null;
  return {
    desk,
    here,
    draft,
    text,
    check,
    replayed: wasReplayed(await listReplays(ctx, draft.id, REPLAYS_LOOKED_AT), text.number),
    changes: changesOf(before?.document, next?.document, desk.reader.locale),
    lines: before ? diffSources(before.source, next?.source ?? text.source) : [],
    dependents: next ? await deps.dependents(ctx, desk.brand.id, next) : [],
    from: from < todayOf(ctx.now) ? todayOf(ctx.now) : from,
    earliest: todayOf(ctx.now),
    mayPublish: canPublishPolicies(desk.staff, desk.brand.id),
    obstacles: [],
    problems: [],
    overtaken: false,
  };
}

async function takePublication(c: C, deps: PolicyDeskDeps): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canPublishPolicies(desk.staff, desk.brand.id));
  const place = await draftPlaceOf(c, deps);
  const form = await c.req.formData();
  const input: PublishDraft = {
    brandId: desk.brand.id,
    draftId: place.draft.id,
    number: Number(form.get('number') ?? 0),
    from: String(form.get('from') ?? ''),
    withoutReplay: form.get('withoutReplay') === 'yes',
  };
  const result = await publishDraft(ctx, input, deps.publish);
  if ('published' in result) return c.redirect(`${desk.base}/policies?done=published`, 303);
  const props = { ...(await pageProps(c, deps, place)), from: input.from };
  if ('overtakenBy' in result) return c.html(<PublicationPage {...props} overtaken />, 422);
  const { obstacles, problems } = result;
  return c.html(<PublicationPage {...props} obstacles={obstacles} problems={problems} />, 422);
}

/** Publishing a draft from a day on. */
export function publicationRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const home = '/policies/drafts/:draft/publication';
  app.get(home, async (c) => c.html(<PublicationPage {...(await pageProps(c, deps, await draftPlaceOf(c, deps)))} />));
  app.post(home, bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takePublication(c, deps));
  return app;
}
