import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canEditPolicies, type DeskEnv, listStaffNames, must } from '#domains/people/index.ts';
import { invalid } from '#lib/faults.ts';
import { Temporal } from '#lib/time.ts';
import { MAX_YAML_BYTES } from '#lib/yaml.ts';
import { decide, readFacts } from '#policy/index.ts';
import type { DraftCheck } from '../drafts/check-draft.ts';
import { presentPolicies } from '../drafts/compared.ts';
import { outcomeOf } from '../golden-cases/golden-case.ts';
import { type KeepGoldenCase, keepGoldenCase, removeGoldenCase } from '../golden-cases/keep-golden-case.ts';
import { runGoldenCases } from '../golden-cases/run-golden-cases.ts';
import { listGoldenCases, listRemovedGoldenCases } from '../queries/golden.ts';
import { type C, type DraftPlace, draftPlaceOf, type PolicyDeskDeps, shelfOfDesk } from './draft-place.ts';
import { checkedText } from './draft-routes.tsx';
import { GoldenPage } from './golden-page.tsx';
import { readTrialFacts } from './trial-facts.ts';
import { TrialPage } from './trial-page.tsx';
import { trialProps } from './trial-routes.tsx';

const MAX_FORM_BYTES = 4 * MAX_YAML_BYTES;
const REMOVED_SHOWN = 20;

interface Keeping {
  readonly place: DraftPlace;
  readonly check: DraftCheck;
  readonly input: KeepGoldenCase;
  readonly expected: string;
}

/** The case of a trial as it is kept: what it comes to is decided anew, never taken from the form. */
async function keepingOf(c: C, deps: PolicyDeskDeps): Promise<Keeping> {
  const form = await c.req.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const place = await draftPlaceOf(c, deps);
  const check = await checkedText(c, place, place.text.source);
  const read = readTrialFacts(text('facts'));
  if ('problems' in read || check.compared === null) throw invalid('the case cannot be read');
  const policies = text('expected') === 'after' ? check.compared.after : check.compared.before;
  const known = readFacts(read.value, policies.vocabulary);
  const asOf = instantIn(text('asOf'));
  if ('problems' in known || asOf === null || !canBeKept(read.value)) throw invalid('the facts cannot be read');
  const expected = outcomeOf(decide(policies, known.facts, asOf));
  const input = { name: text('name'), note: text('note'), facts: read.value, asOf, expected };
  return { place, check, input, expected: text('expected') };
}

const [EARLIEST, LATEST] = ['1900-01-01T00:00:00Z', '2200-01-01T00:00:00Z'].map((text) => Temporal.Instant.from(text));

/** A moment policies can be about; null when it is none. */
function instantIn(text: string): Temporal.Instant | null {
  try {
    const at = Temporal.Instant.from(text);
    const { compare } = Temporal.Instant;
    return EARLIEST && LATEST && compare(at, EARLIEST) >= 0 && compare(at, LATEST) < 0 ? at : null;
  } catch {
    return null;
  }
}

/** PostgreSQL keeps no NUL in JSON. */
const canBeKept = (facts: unknown): boolean => !JSON.stringify(facts).includes('\\u0000');

async function takeGoldenCase(c: C, deps: PolicyDeskDeps): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditPolicies(desk.staff, desk.brand.id));
  const { place, check, input, expected } = await keepingOf(c, deps);
  const kept = await keepGoldenCase(ctx, desk.brand.id, input);
  if ('id' in kept) return c.redirect(`${desk.base}/policies/golden-cases?done=kept`, 303);
  const props = await trialProps(c, place, check, { ...input, request: null });
  const problem = desk.reader.t(`workbench.notKept.${kept.refused}`);
  const keeping = { name: input.name, note: input.note, expected, problem };
  return c.html(<TrialPage {...props} keeping={keeping} />, 422);
}

/** Keeping cases whose answer is settled, and letting them go. */
export function goldenRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  app.post('/policies/drafts/:draft/golden-cases', limit, (c) => takeGoldenCase(c, deps));
  app.get('/policies/golden-cases', async (c) => {
    const { desk, ctx } = c.var;
    const shelf = await shelfOfDesk(c, deps);
    const [golden, removed, names] = await Promise.all([
      listGoldenCases(ctx, desk.brand.id),
      listRemovedGoldenCases(ctx, desk.brand.id, REMOVED_SHOWN),
      listStaffNames(ctx),
    ]);
    const done = (['kept', 'removed'] as const).find((word) => word === c.req.query('done'));
    const mayEdit = canEditPolicies(desk.staff, desk.brand.id);
    const results = runGoldenCases(golden, presentPolicies(shelf, ctx.now));
    return c.html(
      <GoldenPage desk={desk} results={results} removed={removed} names={names} mayEdit={mayEdit} done={done} />,
    );
  });
  app.post('/policies/golden-cases/:id/removal', async (c) => {
    const { desk, ctx } = c.var;
    must(canEditPolicies(desk.staff, desk.brand.id));
    await removeGoldenCase(ctx, desk.brand.id, c.req.param('id'));
    return c.redirect(`${desk.base}/policies/golden-cases?done=removed`, 303);
  });
  return app;
}
