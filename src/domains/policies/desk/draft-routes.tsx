import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canEditPolicies, type DeskEnv, must } from '#domains/people/index.ts';
import { MAX_YAML_BYTES } from '#lib/yaml.ts';
import { checkDraft, type DraftCheck } from '../drafts/check-draft.ts';
import { closeDraft, draftTextOf, saveDraft } from '../drafts/save-draft.ts';
import { listGoldenCases } from '../queries/golden.ts';
import { CheckReport } from './check-report.tsx';
import { diffSources } from './diff-sources.ts';
import { DraftPage, type DraftPageProps } from './draft-page.tsx';
import { type C, type DraftPlace, draftPlaceOf, type PolicyDeskDeps } from './draft-place.ts';

/** The longest text, every character of it written as three in a form, and some room. */
const MAX_FORM_BYTES = 4 * MAX_YAML_BYTES;

/** Everything that can be said about a text of a draft. */
export async function checkedText(c: C, { draft, shelf }: DraftPlace, source: string): Promise<DraftCheck> {
  const { desk, ctx } = c.var;
  const golden = await listGoldenCases(ctx, desk.brand.id);
  return checkDraft({ shelf, documentId: draft.documentId, source, golden, now: ctx.now });
}

async function pageProps(c: C, place: DraftPlace, source: string): Promise<DraftPageProps> {
  const { desk } = c.var;
  const { draft, text, here } = place;
  const mayEdit = canEditPolicies(desk.staff, desk.brand.id);
  return { desk, here, draft, text, source, mayEdit, done: undefined, check: await checkedText(c, place, source) };
}

const typedSource = async (c: C): Promise<{ source: string; basedOn: number; what: string }> => {
  const form = await c.req.formData();
  return {
    source: draftTextOf(String(form.get('source') ?? '')),
    basedOn: Number(form.get('basedOn') ?? 0),
    what: String(form.get('do') ?? 'save'),
  };
};

async function takeDraft(c: C, deps: PolicyDeskDeps): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditPolicies(desk.staff, desk.brand.id));
  const place = await draftPlaceOf(c, deps);
  const { source, basedOn, what } = await typedSource(c);
  if (what === 'check') return c.html(<DraftPage {...(await pageProps(c, place, source))} />);
  const saved = await saveDraft(ctx, { brandId: desk.brand.id, draftId: place.draft.id, source, basedOn });
  if ('number' in saved) return c.redirect(`${place.here}?done=saved`, 303);
  const props = await pageProps(c, place, source);
  if ('refused' in saved) return c.html(<DraftPage {...props} tooLong />, 422);
  // Told once; saving again is then a choice, so the page goes on from the newer text.
  const overtakenBy = { text: saved.overtakenBy, lines: diffSources(saved.overtakenBy.source, source) };
  return c.html(<DraftPage {...props} text={saved.overtakenBy} overtakenBy={overtakenBy} />, 422);
}

/** Writing a draft. */
export function draftRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  app.get('/policies/drafts/:draft', async (c) => {
    const place = await draftPlaceOf(c, deps);
    const done = (['saved', 'started'] as const).find((word) => word === c.req.query('done'));
    return c.html(<DraftPage {...(await pageProps(c, place, place.text.source))} done={done} />);
  });
  app.post('/policies/drafts/:draft', limit, (c) => takeDraft(c, deps));
  app.post('/policies/drafts/:draft/check', limit, async (c) => {
    const { desk } = c.var;
    must(canEditPolicies(desk.staff, desk.brand.id));
    const place = await draftPlaceOf(c, deps);
    const { source } = await typedSource(c);
    return c.html(<CheckReport desk={desk} check={await checkedText(c, place, source)} />);
  });
  app.post('/policies/drafts/:draft/closure', async (c) => {
    const { desk, ctx } = c.var;
    must(canEditPolicies(desk.staff, desk.brand.id));
    await closeDraft(ctx, desk.brand.id, c.req.param('draft'));
    return c.redirect(`${desk.base}/policies?done=closed`, 303);
  });
  return app;
}
