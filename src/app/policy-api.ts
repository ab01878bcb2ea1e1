import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { siteUrls } from '#domains/brands/index.ts';
import { datedVersions } from '#domains/policies/index.ts';
import { notFound, tooMany } from '#lib/faults.ts';
import { isLocale, LOCALES, type Locale } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import {
  type AnyDocument,
  asOfFacts,
  type Explained,
  explain,
  type Policies,
  readFacts,
  sentencesFor,
  titleOf,
} from '#policy/index.ts';
import { callerNetwork } from './form-guard.ts';
import { compileSent, fieldOf, refuse } from './sent-documents.ts';
import type { Services } from './services.ts';
import { hostOf, originOf, requireBrand } from './site-context.ts';

/** Facts and documents of one question, as JSON. */
const MAX_BODY_BYTES = 262_144;
const MAX_DOCUMENTS = 20;
/** A question is decided charge by charge; more than these are decided by the library or the command line. */
const MAX_CHARGES = 100;
const DECISIONS_PER_WINDOW = 120;
const WINDOW_SECONDS = 60;
/** What one network may have this process think, of each minute; a question is a few milliseconds of it. */
const THINKING_MS_PER_WINDOW = 5000;

const documentSchema = z.union([z.string().max(MAX_BODY_BYTES), z.record(z.string(), z.unknown())]).openapi({
  description: 'A document as YAML or JSON text, or as an object (docs/policy-guide.md)',
});

const questionSchema = z
  .strictObject({
    brand: z.string().optional().openapi({ description: 'Decide under the documents this brand has published' }),
    documents: z
      .array(documentSchema)
      .min(1)
      .max(MAX_DOCUMENTS)
      .optional()
      .openapi({ description: 'Decide under these documents, and nothing else' }),
    facts: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What is known of the case; see docs/policy-guide.md' }),
    asOf: z.string().optional().openapi({ description: 'An instant or a date; the request’s own time when not given' }),
    locale: z.enum(LOCALES).default('en'),
  })
  .openapi('PolicyQuestion');

/** The engine defines and tests these shapes; here they are described, not checked a second time. */
const loose = z.looseObject({});

const decisionSchema = z
  .looseObject({
    kind: z.enum(['full', 'partial', 'none', 'fee', 'credit', 'inKind', 'route', 'ask', 'refer', 'effects', 'noRule']),
    occasion: z.string().nullable(),
    asOf: z.string(),
    amounts: z.array(z.object({ minor: z.number().int(), unit: z.string() })),
    fees: z.array(z.object({ minor: z.number().int(), unit: z.string() })),
    results: z.array(loose).openapi({ description: 'One for each charge the request is about, in turn' }),
    effects: z.array(loose),
    reasons: z.array(z.string()).openapi({ description: 'Stable codes' }),
    missing: z.array(loose).openapi({ description: 'Unknown facts that can still change the decision' }),
    evidence: z.array(loose),
    appeal: loose.nullable(),
    documents: z.array(loose).openapi({ description: 'Documents that decided, with their hashes' }),
    notSelected: z.array(loose),
    calendars: z.array(loose),
    explanation: z
      .looseObject({ locale: z.enum(LOCALES), headline: z.string(), results: z.array(loose) })
      .openapi({ description: 'The decision in sentences, and for each charge every rule that was weighed' }),
  })
  .openapi('PolicyDecision');

const decisions = createRoute({
  method: 'post',
  path: '/policy/decisions',
  summary: 'Decide a case under a brand’s policies and the law, or under documents sent along; nothing is kept',
  request: { body: { required: true, content: { 'application/json': { schema: questionSchema } } } },
  responses: {
    200: { description: 'The decision with its reasons', content: { 'application/json': { schema: decisionSchema } } },
    400: { description: 'The question cannot be read; `fields` names each problem by its path' },
    413: { description: `The body is larger than ${MAX_BODY_BYTES} bytes` },
    429: { description: 'Too many questions; see `Retry-After`' },
  },
});

const policySchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    layer: z.enum(['statute', 'company', 'goodwill']),
    title: z.string(),
    hash: z.string().openapi({ description: 'SHA-256 of the canonical content; decisions name documents by it' }),
    from: z.string(),
    until: z.string().nullable(),
    url: z.string(),
    source: z.string().openapi({ description: 'The text as it was written' }),
  })
  .openapi('Policy');

const policies = createRoute({
  method: 'get',
  path: '/brands/{brand}/policy',
  summary: 'The documents in force for a brand: its own and the laws, with their hashes and their text',
  request: {
    params: z.object({ brand: z.string() }),
    query: z.object({ locale: z.enum(LOCALES).optional() }),
  },
  responses: {
    200: {
      description: 'Documents in force now',
      content: { 'application/json': { schema: z.object({ documents: z.array(policySchema) }) } },
    },
  },
});

function instantFrom(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text.includes('T') ? text : `${text}T12:00:00Z`);
  } catch {
    return refuse([{ path: 'asOf', message: 'is a date or an instant such as 2026-11-22T10:00:00Z' }]);
  }
}

/** The zone times are written in: the customer's where it is known, else the first document's. */
function zoneFor(policies: Policies, facts: Readonly<Record<string, unknown>>): string {
  const contract = facts.contract;
  const given = typeof contract === 'object' && contract !== null && 'zone' in contract ? contract.zone : undefined;
  if (typeof given === 'string') return given;
  const zone = policies.documents[0]?.source.zone ?? 'UTC';
  return typeof zone === 'string' ? zone : zone.otherwise;
}

function answerOf({ decision, explanations }: Explained, locale: Locale, zone: string, policies: Policies) {
  const sheet = sentencesFor({ decision, explanations }, locale, zone, policies);
  const results = sheet.results.map((result, i) => ({ ...result, rules: explanations[i]?.rules ?? [] }));
  return { ...decision, explanation: { ...sheet, results } };
}

/** Decides one question. @throws invalid with its problems by their paths, notFound for a brand without documents */
function decideQuestion(services: Services, question: z.output<typeof questionSchema>) {
  const { brand: brandId, documents, facts: given, asOf, locale } = question;
  if ((brandId === undefined) === (documents === undefined))
    return refuse([{ path: 'brand', message: 'send either brand or documents' }]);
  const charges = Array.isArray(given.charges) ? given.charges.length : 0;
  if (charges > MAX_CHARGES) return refuse([{ path: 'facts.charges', message: `at most ${MAX_CHARGES} charges` }]);
  const brand = brandId === undefined ? undefined : requireBrand(services, brandId);
  const policies = brand
    ? services.shelves.of(brand.id)?.policies
    : compileSent(documents ?? [], calendarsOf(services), charges);
  if (!policies) throw notFound('the policies of this brand');
  const facts = brand && given.brand === undefined ? { ...given, brand: brand.id } : given;
  const read = readFacts(facts, policies.vocabulary);
  if ('problems' in read) return refuse(read.problems.map((problem) => fieldOf('facts', problem)));
  const at = asOf === undefined ? asOfFacts(facts) : instantFrom(asOf);
  return answerOf(explain(policies, read.facts, at), locale, zoneFor(policies, facts), policies);
}

/** Adds what the API says about policies: `/policy/decisions` and `/brands/{brand}/policy`. */
export function policyApi(app: OpenAPIHono, services: Services): void {
  const limiter = new RateLimiterMemory({ points: DECISIONS_PER_WINDOW, duration: WINDOW_SECONDS });
  const thinking = new RateLimiterMemory({ points: THINKING_MS_PER_WINDOW, duration: WINDOW_SECONDS });
  const networkOf = (c: HonoContext): string => callerNetwork(c, services.config.trustedProxies);
  app.on('POST', '/policy/decisions', bodyLimit({ maxSize: MAX_BODY_BYTES }), async (c, next) => {
    await limiter.consume(networkOf(c)).catch((error: unknown) => {
      throw error instanceof RateLimiterRes ? tooMany(Math.ceil(error.msBeforeNext / 1000)) : error;
    });
    const spent = await thinking.get(networkOf(c));
    if (spent && spent.remainingPoints <= 0) throw tooMany(Math.ceil(spent.msBeforeNext / 1000));
    await next();
  });
  app.openapi(decisions, async (c) => {
    const began = performance.now();
    try {
      return c.json(decideQuestion(services, c.req.valid('json')), 200, { 'cache-control': 'no-store' });
    } finally {
      await thinking.penalty(networkOf(c), Math.ceil(performance.now() - began));
    }
  });
  app.openapi(policies, (c) => {
    const brand = requireBrand(services, c.req.valid('param').brand);
    const wanted = c.req.valid('query').locale;
    const locale = isLocale(wanted) ? wanted : brand.defaultLocale;
    const shelf = services.shelves.of(brand.id);
    if (!shelf) throw notFound('the policies of this brand');
    const urls = siteUrls(brand.id, locale, brand.domain === hostOf(c));
    const now = services.clock.business();
    const inForce = [...datedVersions(shelf.own, now), ...datedVersions(shelf.laws, now)].filter(
      ({ standing }) => standing === 'inForce',
    );
    const answer = inForce.map(({ document, version, from, until }) => ({
      id: document.id,
      version: document.version,
      layer: document.layer,
      title: titleOf(document, locale),
      hash: version.hash,
      from: from.toString(),
      until: until?.toString() ?? null,
      url: `${originOf(services, brand)}${urls.policy}#${document.id}`,
      source: version.source,
    }));
    return c.json({ documents: answer }, 200, { 'cache-control': 'no-store' });
  });
}

/** Calendars are the same for all brands. */
function calendarsOf(services: Services): readonly AnyDocument[] {
  const [brand] = services.directory.all();
  const laws = brand ? (services.shelves.of(brand.id)?.laws ?? []) : [];
  return laws.flatMap(({ document }) => (document.kind === 'calendar' ? [document] : []));
}
