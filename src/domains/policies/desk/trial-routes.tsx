import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canEditPolicies, type DeskEnv, must } from '#domains/people/index.ts';
import { notFound } from '#lib/faults.ts';
import { Temporal } from '#lib/time.ts';
import { MAX_YAML_BYTES } from '#lib/yaml.ts';
import {
  type AnyDocument,
  asOfCase,
  asOfFacts,
  explain,
  factsOfCase,
  type Policies,
  problemText,
  readFacts,
} from '#policy/index.ts';
import type { DraftCheck } from '../drafts/check-draft.ts';
import { findNeighbours, findRequest } from '../queries/corpus.ts';
import { listGoldenCases } from '../queries/golden.ts';
import { type C, type DraftPlace, draftPlaceOf, type PolicyDeskDeps } from './draft-place.ts';
import { checkedText } from './draft-routes.tsx';
import { NO_QUICK, readQuick, readTrialFacts, type TrialCase, trialText, withQuick } from './trial-facts.ts';
import { TrialPage } from './trial-page.tsx';
import type { Side, TrialPageProps } from './trial-props.ts';

const MAX_FORM_BYTES = 4 * MAX_YAML_BYTES;

/** Documents with the dates they have, for showing: they were compared as if they had held all along. */
const withOwnDates = (policies: Policies, known: readonly AnyDocument[]): Policies => ({
  ...policies,
  documents: policies.documents.map((compiled) => {
    const own = known.find(({ id, version }) => id === compiled.source.id && version === compiled.source.version);
    return own?.kind === 'policy' ? { ...compiled, source: own } : compiled;
  }),
});

/** One side of the comparison. */
function sideOf(
  policies: Policies,
  known: readonly AnyDocument[],
  { facts, asOf }: TrialCase,
): Side | { readonly problems: readonly string[] } {
  const read = readFacts(facts, policies.vocabulary);
  if ('problems' in read) return { problems: read.problems.map(problemText) };
  return { policies: withOwnDates(policies, known), explained: explain(policies, read.facts, asOf), facts };
}

/** The case an address asks for: a stored request, a golden case, or a test of the document. */
async function chosenCase(c: C, check: DraftCheck): Promise<TrialCase & { readonly request: number | null }> {
  const { desk, ctx } = c.var;
  const { request, golden, test } = c.req.query();
  if (request !== undefined) {
    const found = /^\d{1,12}$/.test(request) ? await findRequest(ctx, desk.brand.id, Number(request)) : null;
    if (!found) throw notFound('the request');
    return { ...found, request: found.id };
  }
  if (golden !== undefined) {
    const found = (await listGoldenCases(ctx, desk.brand.id)).find(({ id }) => id === golden);
    if (!found) throw notFound('the golden case');
    return { facts: found.facts, asOf: found.asOf, request: null };
  }
  const own = check.document?.tests?.cases[/^\d{1,4}$/.test(test ?? '') ? Number(test) : 0];
  const facts = check.document && own ? factsOfCase(check.document, own) : {};
  return { facts, asOf: own ? asOfCase(own, facts) : ctx.now, request: null };
}

/** Everything the page of one case shows. */
export async function trialProps(
  c: C,
  place: DraftPlace,
  check: DraftCheck,
  tried: TrialCase & { readonly request: number | null },
): Promise<TrialPageProps> {
  const { desk, ctx } = c.var;
  const { draft, text, here } = place;
  const beside =
    tried.request === null ? { before: null, after: null } : await findNeighbours(ctx, desk.brand.id, tried.request);
  const { compared } = check;
  const known = [...place.shelf.own.map(({ document }) => document), ...(check.document ? [check.document] : [])];
  return {
    desk,
    here,
    draft,
    text,
    tests: check.tests.map(({ name }) => name),
    golden: await listGoldenCases(ctx, desk.brand.id),
    request: tried.request,
    beside,
    facts: trialText(tried.facts),
    asOf: tried.asOf,
    quick: NO_QUICK,
    problems: [],
    before: compared && sideOf(compared.before, known, tried),
    after: compared && sideOf(compared.after, known, tried),
    own: place.shelf.own,
    laws: place.shelf.laws,
    mayEdit: canEditPolicies(desk.staff, desk.brand.id) && draft.closedAt === null,
  };
}

async function takeTrial(c: C, deps: PolicyDeskDeps): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditPolicies(desk.staff, desk.brand.id));
  const place = await draftPlaceOf(c, deps);
  const check = await checkedText(c, place, place.text.source);
  const form = await c.req.formData();
  const typed = String(form.get('facts') ?? '').replaceAll('\r\n', '\n');
  const read = readTrialFacts(typed);
  if ('problems' in read) {
    const empty = { facts: {}, asOf: ctx.now, request: null };
    const props = await trialProps(c, place, check, empty);
    const problems = read.problems.map(({ line, message }) => desk.reader.t('editor.line', { line, problem: message }));
    return c.html(
      <TrialPage {...props} facts={typed} quick={readQuick(form)} problems={problems} before={null} after={null} />,
      422,
    );
  }
  const facts = withQuick(read.value, readQuick(form));
  return c.html(
    <TrialPage {...(await trialProps(c, place, check, { facts, asOf: asOfForm(form, facts), request: null }))} />,
  );
}

/** The time a case is decided at: as typed, else at its request. */
function asOfForm(form: FormData, facts: TrialCase['facts']): Temporal.Instant {
  try {
    return Temporal.Instant.from(String(form.get('asOf') ?? ''));
  } catch {
    return asOfFacts(facts);
  }
}

/** Trying a draft on single cases. */
export function trialRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/policies/drafts/:draft/trial', async (c) => {
    const place = await draftPlaceOf(c, deps);
    const check = await checkedText(c, place, place.text.source);
    return c.html(<TrialPage {...(await trialProps(c, place, check, await chosenCase(c, check)))} />);
  });
  app.post('/policies/drafts/:draft/trial', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takeTrial(c, deps));
  return app;
}
