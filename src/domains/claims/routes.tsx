import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEnv } from '#domains/brands/index.ts';
import { readPastDay } from '#domains/policies/index.ts';
import { countryOf } from '#lib/countries.ts';
import { answerText, capitalised, type Policies } from '#policy/index.ts';
import type { Reader } from '#ui/reader.ts';
import { CHANNEL_WORDS, REASONS } from './answer-words.ts';
import { type Answer, CHANNEL, CHARGED_AT, REASON, REGION } from './claim.ts';
import { ownDocuments } from './claim-policies.ts';
import { type ClaimDeps, type ClaimRequest, contextOf } from './claim-request.ts';
import { interviewRoutes } from './interview-routes.tsx';
import { letterRoutes } from './letter/routes.tsx';
import { paperRoutes } from './papers/routes.tsx';
import { startClaim } from './start-claim.ts';
import { trackingRoutes } from './tracking-routes.tsx';
import { DeletedPage } from './views/deletion-page.tsx';
import { NoPolicyPage, StartPage } from './views/start-page.tsx';

const MAX_FORM_BYTES = 4_000;

/** What a link may bring along, by the name of its parameter: the fact, and whether a word is one of its words. */
const BROUGHT: Readonly<Record<string, { readonly path: string; accepts(word: string, c: ClaimRequest): boolean }>> = {
  channel: { path: CHANNEL, accepts: (word) => CHANNEL_WORDS.includes(word) },
  region: { path: REGION, accepts: (word) => /^[A-Z]{2}$/.test(word) && countryOf(word) !== undefined },
  reason: { path: REASON, accepts: (word) => REASONS.includes(word) },
  on: {
    path: CHARGED_AT,
    accepts: (word, c) =>
      /^\d{4}-\d\d-\d\d$/.test(word) &&
      'value' in readPastDay(word, c.var.site.now.toZonedDateTimeISO('UTC').toPlainDate()),
  },
};

/** The known starting facts of a link or form; whatever is none of them is left out. */
function brought(c: ClaimRequest, read: (name: string) => string | undefined): Readonly<Record<string, string>> {
  const found = Object.entries(BROUGHT).flatMap(([name, { accepts }]) => {
    const word = read(name);
    return word !== undefined && accepts(word, c) ? [[name, word] as const] : [];
  });
  return Object.fromEntries(found);
}

const wordsOf = (known: Readonly<Record<string, string>>, policies: Policies, { locale }: Reader): string[] =>
  Object.entries(known).map(([name, word]) =>
    capitalised(answerText(BROUGHT[name]?.path ?? '', word, locale, 'UTC', policies), locale),
  );

function showStart(c: ClaimRequest, deps: ClaimDeps): Response | Promise<Response> {
  const { site } = c.var;
  if (site.brand.kind === 'operated') return c.redirect(site.urls.contact, 302);
  if (c.req.query('done') === 'deleted') return c.html(<DeletedPage site={site} />);
  const shelf = deps.shelves.of(site.brand.id);
  if (!shelf || ownDocuments(shelf).length === 0) return c.html(<NoPolicyPage site={site} />);
  c.set('cacheable', new URL(c.req.url).search === '');
  const known = brought(c, (name) => c.req.query(name));
  return c.html(<StartPage site={site} known={known} knownWords={wordsOf(known, shelf.policies, site.reader)} />);
}

async function takeStart(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  const { site } = c.var;
  if (site.brand.kind === 'operated') return c.redirect(site.urls.contact, 303);
  await deps.guardStart(c);
  const form = await c.req.formData();
  const known = brought(c, (name) => String(form.get(name) ?? ''));
  const at = site.now.toString();
  const answers = Object.entries(known).map(
    ([name, value]): Answer => ({ path: BROUGHT[name]?.path ?? name, value, at }),
  );
  const { secret } = await startClaim(contextOf(c, deps), {
    brandId: site.brand.id,
    locale: site.reader.locale,
    answers,
  });
  return c.redirect(`${site.urls.claim}/${secret}`, 303);
}

/** Everything of the claim assistant, below `/{brand}/{locale}/claim`. */
export function claimRoutes(deps: ClaimDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.get('/', (c) => showStart(c, deps));
  app.post('/', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takeStart(c, deps));
  // The address is the key: no cache keeps it, no search engine learns it, and no other site is told of it.
  app.use('/:secret/*', keepPrivate);
  app.use('/:secret', keepPrivate);
  app.route('/', interviewRoutes(deps));
  app.route('/', trackingRoutes(deps));
  app.route('/:secret', letterRoutes(deps));
  app.route('/:secret', paperRoutes(deps));
  return app;
}

const keepPrivate = async (c: ClaimRequest, next: () => Promise<void>): Promise<void> => {
  await next();
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive');
  // Not `no-referrer`: browsers then send forms with the origin `null`, which the check of their origin must refuse.
  c.header('Referrer-Policy', 'same-origin');
};
