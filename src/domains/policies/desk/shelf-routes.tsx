import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canEditPolicies, type DeskEnv, listStaffNames, must } from '#domains/people/index.ts';
import { notFound } from '#lib/faults.ts';
import { cleanLine } from '#lib/text.ts';
import { documentSchema } from '#policy/index.ts';
import { type DraftBeginning, startDraft } from '../drafts/start-draft.ts';
import { STARTERS } from '../drafts/starters.ts';
import { datedVersions } from '../in-force.ts';
import { measureRequests } from '../queries/corpus.ts';
import { listOpenDrafts } from '../queries/drafts.ts';
import { countGoldenCases } from '../queries/golden.ts';
import { findPolicyVersion, listPolicyVersions } from '../queries.ts';
import { type C, type PolicyDeskDeps, shelfOfDesk } from './draft-place.ts';
import { ShelfPage, type ShelfPageProps } from './shelf-page.tsx';
import { VersionPage } from './version-page.tsx';

const MAX_FORM_BYTES = 20_000;

async function shelfProps(c: C, deps: PolicyDeskDeps): Promise<ShelfPageProps> {
  const { desk, ctx } = c.var;
  const brandId = desk.brand.id;
  const [shelf, own, drafts, names, requests, golden] = await Promise.all([
    shelfOfDesk(c, deps),
    // Read anew: whoever has just published wants to see it, before this node has followed.
    listPolicyVersions(ctx, brandId),
    listOpenDrafts(ctx, brandId),
    listStaffNames(ctx),
    measureRequests(ctx, brandId),
    countGoldenCases(ctx, brandId),
  ]);
  return {
    desk,
    own: datedVersions(own, ctx.now),
    laws: datedVersions(shelf.laws, ctx.now),
    drafts,
    names,
    requests: requests.count,
    golden,
    mayEdit: canEditPolicies(desk.staff, brandId),
    done: (['closed', 'published'] as const).find((word) => word === c.req.query('done')),
  };
}

/** What a form to start a draft asks for. @throws notFound when the brand has no such version */
async function beginningOf(c: C, form: FormData): Promise<DraftBeginning> {
  const { desk, ctx } = c.var;
  const hash = form.get('version');
  if (typeof hash !== 'string') {
    const starter = STARTERS.find((each) => each === form.get('starter')) ?? 'company';
    return { starter, documentId: cleanLine(String(form.get('documentId') ?? '')), brandName: desk.brand.name };
  }
  const version = await findPolicyVersion(ctx, hash);
  if (version?.brandId !== desk.brand.id) throw notFound('the version');
  return { version };
}

async function takeStart(c: C, deps: PolicyDeskDeps): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditPolicies(desk.staff, desk.brand.id));
  const beginning = await beginningOf(c, await c.req.formData());
  const started = await startDraft(ctx, desk.brand.id, beginning);
  if ('draft' in started) return c.redirect(`${desk.base}/policies/drafts/${started.draft.id}?done=started`, 303);
  if ('open' in started) return c.redirect(`${desk.base}/policies/drafts/${started.open.id}`, 303);
  const { value, starter } =
    'starter' in beginning ? { value: beginning.documentId, starter: beginning.starter } : { value: '', starter: '' };
  const naming = { value, starter, problem: started.refused };
  return c.html(<ShelfPage {...(await shelfProps(c, deps))} naming={naming} />, 422);
}

/** The list of documents, single versions, and starting a draft. */
export function shelfRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/policies', async (c) => c.html(<ShelfPage {...(await shelfProps(c, deps))} />));
  app.post('/policies/drafts', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takeStart(c, deps));
  app.get('/policies/schema.json', (c) => c.json(documentSchema()));
  app.get('/policies/versions/:hash', async (c) => {
    const { desk, ctx } = c.var;
    const version = await findPolicyVersion(ctx, c.req.param('hash'));
    if (!version || (version.brandId !== null && version.brandId !== desk.brand.id)) throw notFound('the version');
    const { t } = desk.reader;
    const names = await listStaffNames(ctx);
    const by = version.publishedBy;
    const publishedBy = names.get(by) ?? t(by.startsWith('pack:') ? 'history.pack' : 'history.system');
    return c.html(<VersionPage desk={desk} version={version} publishedBy={publishedBy} />);
  });
  return app;
}
