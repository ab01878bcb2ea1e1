import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { siteUrls } from '#domains/brands/index.ts';
import { datedVersions } from '#domains/policies/index.ts';
import { type FieldProblem, invalid, notFound, tooMany } from '#lib/faults.ts';
import { isLocale, LOCALES, type Locale } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import {
  type AnyDocument,
  asOfFacts,
  compilePolicies,
  type Explained,
  explain,
  type Policies,
  PolicyError,
  type Problem,
  readDocument,
  readDocumentText,
  readFacts,
  sentencesFor,
  titleOf,
} from '#policy/index.ts';
import { callerNetwork } from './form-guard.ts';
import type { Services } from './services.ts';
import { hostOf, originOf, requireBrand } from './site-context.ts';

/** Facts and documents of one question, as JSON. */
const MAX_BODY_BYTES = 262_144;
const MAX_DOCUMENTS = 20;
/** A question is decided charge by charge; more than these are decided by the library or the command line. */
const MAX_CHARGES = 100;
const MAX_PROBLEMS = 50;
const DECISIONS_PER_WINDOW = 120;
const WINDOW_SECONDS = 60;

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

const fieldOf = (prefix: string, { path, message }: Pick<Problem, 'path' | 'message'>): FieldProblem => ({
  path: [prefix, ...path.map(String)].join('.'),
  message,
});

const refuse = (problems: readonly FieldProblem[]): never => {
  throw invalid('the question cannot be read', problems.slice(0, MAX_PROBLEMS));
};

/** Documents sent along, compiled; business calendars of this installation are known to them. */
function compileSent(
  sent: readonly (string | Readonly<Record<string, unknown>>)[],
  known: readonly AnyDocument[],
): Policies {
  const problems: FieldProblem[] = [];
  const documents = sent.flatMap((each, i) => {
    if (typeof each === 'string') {
      const read = readDocumentText(each);
      if ('document' in read) return [read.document];
      problems.push(
        ...read.problems.map(({ line, message }) => ({ path: `documents.${i}`, message: `line ${line}: ${message}` })),
      );
      return [];
    }
    const read = readDocument(each);
    if ('document' in read) return [read.document];
    problems.push(...read.problems.map((problem) => fieldOf(`documents.${i}`, problem)));
    return [];
  });
  if (problems.length > 0) return refuse(problems);
  const calendars = known.filter(
    ({ kind, id }) => kind === 'calendar' && !documents.some((document) => document.id === id),
  );
  try {
    return compilePolicies([...documents, ...calendars]);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return refuse(error.problems.map((problem) => fieldOf('documents', problem)));
  }
}

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

/** Adds what the API says about policies: `/policy/decisions` and `/brands/{brand}/policy`. */
export function policyApi(app: OpenAPIHono, services: Services): void {
  const limiter = new RateLimiterMemory({ points: DECISIONS_PER_WINDOW, duration: WINDOW_SECONDS });
  app.use('/policy/decisions', bodyLimit({ maxSize: MAX_BODY_BYTES }), async (c, next) => {
    await limiter.consume(callerNetwork(c, services.config.trustedProxies)).catch((error: unknown) => {
      throw error instanceof RateLimiterRes ? tooMany(Math.ceil(error.msBeforeNext / 1000)) : error;
    });
    await next();
  });
  app.openapi(decisions, (c) => {
    const { brand: brandId, documents, facts: given, asOf, locale } = c.req.valid('json');
    if ((brandId === undefined) === (documents === undefined))
      return refuse([{ path: 'brand', message: 'send either brand or documents' }]);
    if (Array.isArray(given.charges) && given.charges.length > MAX_CHARGES)
      return refuse([{ path: 'facts.charges', message: `at most ${MAX_CHARGES} charges` }]);
    const brand = brandId === undefined ? undefined : requireBrand(services, brandId);
    const policies = brand
      ? services.shelves.of(brand.id)?.policies
      : compileSent(documents ?? [], calendarsOf(services));
    if (!policies) throw notFound('the policies of this brand');
    const facts = brand && given.brand === undefined ? { ...given, brand: brand.id } : given;
    const read = readFacts(facts, policies.vocabulary);
    if ('problems' in read) return refuse(read.problems.map((problem) => fieldOf('facts', problem)));
    const at = asOf === undefined ? asOfFacts(facts) : instantFrom(asOf);
    const explained = explain(policies, read.facts, at);
    return c.json(answerOf(explained, locale, zoneFor(policies, facts), policies), 200, {
      'cache-control': 'no-store',
    });
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
