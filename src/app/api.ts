import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { siteUrls } from '#domains/brands/index.ts';
import {
  aboutOf,
  askHelp,
  type FoundPage,
  type QuotedPassage,
  searchHelp,
  type WrittenAnswer,
} from '#domains/knowledge/index.ts';
import { invalid, notFound } from '#lib/faults.ts';
import { LOCALES } from '#lib/locales.ts';
import { policyApi } from './policy-api.ts';
import type { Services } from './services.ts';
import { hostOf, requireBrand } from './site-context.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 50;

const resultSchema = z
  .object({
    type: z.string(),
    id: z.string(),
    title: z.string(),
    url: z.string(),
    snippet: z.string(),
    score: z.number(),
    code: z.string().optional(),
    locale: z.enum(LOCALES),
    titleMarks: z.array(z.tuple([z.number(), z.number()])),
  })
  .openapi('SearchResult');

const search = createRoute({
  method: 'get',
  path: '/brands/{brand}/search',
  summary: 'Search a brand’s published help',
  request: {
    params: z.object({ brand: z.string() }),
    query: z.object({
      q: z.string().default(''),
      locale: z.enum(LOCALES).optional(),
      limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
      typing: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: the last word may be unfinished' }),
    }),
  },
  responses: {
    200: {
      description: 'What was found, best first',
      content: { 'application/json': { schema: z.object({ total: z.number(), results: z.array(resultSchema) }) } },
    },
  },
});

const quoteSchema = z
  .object({
    title: z.string(),
    heading: z.string(),
    url: z.string(),
    locale: z.enum(LOCALES),
    passage: z.string(),
    quote: z.string(),
  })
  .openapi('Quote');

const writtenSchema = z
  .object({
    by: z.literal('machine'),
    paragraphs: z.array(z.array(z.union([z.object({ text: z.string() }), z.object({ source: z.number().int() })]))),
    sources: z.array(z.object({ number: z.number().int(), title: z.string(), url: z.string() })),
  })
  .openapi('WrittenAnswer');

const answers = createRoute({
  method: 'get',
  path: '/brands/{brand}/answers',
  summary: 'Answer a question with a quotation from a brand’s published help, or refuse',
  request: {
    params: z.object({ brand: z.string() }),
    query: z.object({
      question: z.string().min(1),
      locale: z.enum(LOCALES).optional(),
      previous: z.string().optional(),
      about: z.string().optional().openapi({ description: 'shelf/slug of the page the question was asked on' }),
      written: z.enum(['yes', 'no']).default('no').openapi({
        description:
          'yes: add a short answer a machine writes from the quotations, where the operator has it; not for decisions',
      }),
    }),
  },
  responses: {
    200: {
      description: 'A quotation with its source, or a refusal with the nearest passages',
      content: {
        'application/json': {
          schema: z.object({
            kind: z.enum(['answer', 'refusal']),
            quotes: z.array(quoteSchema),
            written: writtenSchema.nullable().optional(),
          }),
        },
      },
    },
  },
});

const presentQuote = ({ title, heading, url, locale, passage, range }: QuotedPassage) => ({
  title,
  heading,
  url,
  locale,
  passage,
  quote: passage.slice(range.start, range.end),
});

const presentWritten = ({ paragraphs, sources }: WrittenAnswer) => ({
  by: 'machine' as const,
  paragraphs: paragraphs.map((parts) => [...parts]),
  sources: sources.map(({ title, heading, url }, at) => ({
    number: at + 1,
    title: heading === '' ? title : `${title} › ${heading}`,
    url,
  })),
});

const present = (hit: FoundPage) => ({
  type: hit.group,
  id: hit.id,
  title: hit.title.text,
  url: hit.url,
  snippet: hit.snippet.text,
  score: hit.score,
  ...(hit.code === undefined ? {} : { code: hit.code }),
  locale: hit.locale,
  titleMarks: hit.title.marks.map((mark): [number, number] => [mark.start, mark.end]),
});

/** The JSON API below `/api/v1`, described by `/openapi.json`. */
export function apiRoutes(services: Services): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) {
        throw invalid(
          'the request is not valid',
          result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
        );
      }
    },
  });
  app.openapi(search, async (c) => {
    const brand = requireBrand(services, c.req.valid('param').brand);
    const { q, limit, typing, locale = brand.defaultLocale } = c.req.valid('query');
    const centre = services.centres.of(brand.id);
    if (!centre || !brand.locales.includes(locale)) throw notFound('the help centre in this language');
    const urls = siteUrls(brand.id, locale, brand.domain === hostOf(c));
    const found =
      q.trim() === ''
        ? { total: 0, pages: [] }
        : await searchHelp(centre, urls, { text: q, locale, limit, isTyping: typing === 'yes' });
    return c.json({ total: found.total, results: found.pages.map(present) }, 200, { 'cache-control': 'no-store' });
  });
  app.openapi(answers, async (c) => {
    const brand = requireBrand(services, c.req.valid('param').brand);
    const { question, previous, about, written, locale = brand.defaultLocale } = c.req.valid('query');
    const centre = services.centres.of(brand.id);
    if (!centre || !brand.locales.includes(locale)) throw notFound('the help centre in this language');
    const answer = await askHelp(centre, siteUrls(brand.id, locale, brand.domain === hostOf(c)), {
      question,
      locale,
      previous,
      articleId: aboutOf(centre, about, locale)?.article.id,
    });
    const wrote =
      written === 'yes' && services.writing ? await services.writing(c, question, answer, locale) : undefined;
    const quotes = answer.kind === 'answer' ? [answer.main, ...answer.alternatives] : answer.nearest;
    return c.json(
      {
        kind: answer.kind,
        quotes: quotes.map(presentQuote),
        ...(wrote === undefined ? {} : { written: wrote && presentWritten(wrote) }),
      },
      200,
      { 'cache-control': 'no-store' },
    );
  });
  policyApi(app, services);
  return app;
}

export const openApiInfo = { openapi: '3.1.0', info: { title: 'Recourse', version: '1' } };
