import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { canEditPolicies, type DeskEnv, listStaffNames, must } from '#domains/people/index.ts';
import { listRequests, measureRequests } from '../queries/corpus.ts';
import { getReplay, listFlips, listReplays } from '../queries/replays.ts';
import { askReplay, stopReplay } from '../replays/ask-replay.ts';
import type { ReplayRun } from '../replays/replay-run.ts';
import { type C, draftPlaceOf, type PolicyDeskDeps } from './draft-place.ts';
import { FLIPS_HEAD, flipLines } from './flips-csv.ts';
import { ReplayPage } from './replay-page.tsx';

const FLIPS_A_PAGE = 50;
/** Rows read at a time for a download. */
const DOWNLOAD_ROWS = 500;
/** A page of a running replay asks again after so many seconds. */
const REFRESH_SECONDS = '1';

async function showReplay(c: C, deps: PolicyDeskDeps, run: ReplayRun | null): Promise<Response> {
  const { desk, ctx } = c.var;
  const { draft, text, here } = await draftPlaceOf(c, deps);
  const after = Number(/^\d{1,12}$/.exec(c.req.query('after') ?? '')?.[0] ?? 0);
  const flips = run ? await listFlips(ctx, run.id, { after, limit: FLIPS_A_PAGE + 1 }) : [];
  const page = flips.slice(0, FLIPS_A_PAGE);
  const names = await listStaffNames(ctx);
  const { count } = await measureRequests(ctx, desk.brand.id);
  if (run && run.finishedAt === null) c.header('refresh', REFRESH_SECONDS);
  return c.html(
    <ReplayPage
      desk={desk}
      here={here}
      draft={draft}
      text={text}
      run={run}
      askedBy={(run && names.get(run.askedBy)) ?? desk.reader.t('history.system')}
      flips={page}
      nextAfter={flips.length > FLIPS_A_PAGE ? Number(page.at(-1)?.id) : null}
      firstPage={after === 0}
      requests={count}
      mayEdit={canEditPolicies(desk.staff, desk.brand.id)}
    />,
  );
}

/** Every flip of a replay, read as it is sent. */
async function sendFlips(c: C, deps: PolicyDeskDeps): Promise<Response> {
  const { ctx } = c.var;
  const { draft } = await draftPlaceOf(c, deps);
  const run = await getReplay(ctx, draft.id, c.req.param('replay') ?? '');
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${draft.documentId}-flips.csv"`);
  return stream(c, async (out) => {
    await out.write(FLIPS_HEAD);
    for (let after = 0, more = true; more && !out.aborted; ) {
      const flips = await listFlips(ctx, run.id, { after, limit: DOWNLOAD_ROWS });
      await out.write(flips.map(flipLines).join(''));
      after = Number(flips.at(-1)?.id ?? 0);
      more = flips.length === DOWNLOAD_ROWS;
    }
  });
}

/** Every stored request of the brand, one JSON object a line, as `recourse policy replay` reads them. */
async function sendRequests(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditPolicies(desk.staff, desk.brand.id));
  const { last } = await measureRequests(ctx, desk.brand.id);
  c.header('content-type', 'application/jsonl; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${desk.brand.id}-requests.jsonl"`);
  return stream(c, async (out) => {
    for (let after = 0, more = true; more && !out.aborted; ) {
      const requests = await listRequests(ctx, desk.brand.id, { after, upTo: last, limit: DOWNLOAD_ROWS });
      const lines = requests.map(({ id, facts, asOf }) =>
        JSON.stringify({ id: String(id), asOf: asOf.toString(), facts }),
      );
      await out.write(lines.map((line) => `${line}\n`).join(''));
      after = requests.at(-1)?.id ?? last;
      more = requests.length === DOWNLOAD_ROWS;
    }
  });
}

/** Replaying the stored requests under a draft. */
export function replayRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const home = '/policies/drafts/:draft/replays';
  app.get(home, async (c) => {
    const { draft } = await draftPlaceOf(c, deps);
    const [run] = await listReplays(c.var.ctx, draft.id, 1);
    return showReplay(c, deps, run ?? null);
  });
  app.post(home, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditPolicies(desk.staff, desk.brand.id));
    const { draft, here } = await draftPlaceOf(c, deps);
    return c.redirect(`${here}/replays/${await askReplay(ctx, desk.brand.id, draft.id)}`, 303);
  });
  app.get(`${home}/:replay`, async (c) => {
    const { draft } = await draftPlaceOf(c, deps);
    return showReplay(c, deps, await getReplay(c.var.ctx, draft.id, c.req.param('replay')));
  });
  app.get(`${home}/:replay/flips.csv`, (c) => sendFlips(c, deps));
  app.post(`${home}/:replay/stop`, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditPolicies(desk.staff, desk.brand.id));
    const { draft, here } = await draftPlaceOf(c, deps);
    const run = await getReplay(ctx, draft.id, c.req.param('replay'));
    await stopReplay(ctx, run.id);
    return c.redirect(`${here}/replays/${run.id}`, 303);
  });
  app.get('/policies/requests.jsonl', (c) => sendRequests(c));
  return app;
}
