import type { Context as HonoContext } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { siteUrls } from '#domains/brands/index.ts';
import { canEditKnowledge, type DeskEnv, must } from '#domains/people/index.ts';
import { type LivingValues, listPolicyVersions, livingValuesAt } from '#domains/policies/index.ts';
import { type FieldProblem, notFound } from '#lib/faults.ts';
import { isIsoDate, Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { Article, Revision } from '../article.ts';
import { readBody } from '../body.ts';
import type { HelpCentres } from '../help-centres.ts';
import { foreignTexts } from '../language-check.ts';
import { withValues } from '../living-text.ts';
import { publish, unpublish } from '../publish.ts';
import { findLatestRevision, listPublications } from '../queries/texts.ts';
import { requestReview } from '../request-review.ts';
import { saveRevision } from '../save-revision.ts';
import { schedulePublication } from '../schedule-publication.ts';
import { ArticleBody } from '../views/article-body.tsx';
import { siteTargets } from '../views/links.ts';
import { type EditorValues, editorProblems, readEditorForm } from './editor-form.ts';
import { EditorPage, type EditorPageProps } from './editor-page.tsx';
import { knownTargetsOf } from './known-targets.ts';
import { type TextPlace, textPlaceOf } from './text-place.ts';

type C = HonoContext<DeskEnv>;

const MAX_FORM_BYTES = 400_000;
const DONE = ['saved', 'published', 'review', 'scheduled', 'unpublished'] as const;

/** The editor for one language of one article: write, preview, publish, plan, look back. */
export function textRoutes(centres: HelpCentres): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  app.get('/:shelf/:slug/:locale{[a-z]{2}}', async (c) => {
    const place = await textPlaceOf(c);
    return c.html(<EditorPage {...(await editorProps(c, place, await storedValues(c, place)))} />);
  });
  app.post('/:shelf/:slug/:locale{[a-z]{2}}', limit, (c) => takeText(c));
  app.post('/:shelf/:slug/:locale{[a-z]{2}}/preview', limit, async (c) => {
    const { desk } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    const { locale } = await textPlaceOf(c);
    const values = readEditorForm(await c.req.formData());
    const { text: read } = withValues(values, locale, await valuesOf(c.var.ctx, desk.brand.id));
    const centre = centres.of(desk.brand.id);
    if (!centre) throw notFound('the help centre');
    const targets = siteTargets(
      { urls: siteUrls(desk.brand.id, locale, false), reader: { ...desk.reader, locale } },
      centre,
    );
    return c.html(
      <>
        <h1>{read.title}</h1>
        <p class="lead">{read.summary}</p>
        <ArticleBody body={readBody(read.body).body} targets={targets} t={desk.reader.t} />
      </>,
    );
  });
  return app;
}

/** What a text may quote: what holds now, as the person at the desk would see it on the page. */
const valuesOf = async (ctx: Context, brandId: string): Promise<LivingValues> =>
  livingValuesAt(await listPolicyVersions(ctx, brandId), ctx.now);

async function storedValues(c: C, { article, locale }: TextPlace): Promise<EditorValues> {
  const latest = await findLatestRevision(c.var.ctx, article.id, locale);
  const empty = { title: '', summary: '', aliases: [], body: '' };
  const { title, summary, aliases, body } = latest ?? empty;
  return {
    title,
    summary,
    aliases,
    body,
    note: '',
    basedOn: latest?.id ?? null,
    sourceRevisionId: latest?.sourceRevisionId ?? null,
  };
}

async function editorProps(
  c: C,
  { article, locale }: TextPlace,
  values: EditorValues,
  problems: readonly FieldProblem[] = [],
  overtakenBy: Revision | null = null,
): Promise<EditorPageProps> {
  const { desk, ctx } = c.var;
  const publications = await listPublications(ctx, article.id);
  const isTranslation = locale !== desk.brand.defaultLocale;
  const source = isTranslation
    ? (publications.find((p) => p.revision.locale === desk.brand.defaultLocale)?.revision ?? null)
    : null;
  const outdated = source !== null && values.sourceRevisionId !== null && values.sourceRevisionId !== source.id;
  const done = DONE.find((word) => word === c.req.query('done'));
  const isPublic = publications.some((p) => p.revision.locale === locale);
  return {
    desk,
    article,
    locale,
    values,
    problems,
    foreign: foreignTexts(locale, values),
    source,
    outdated,
    isPublic,
    overtakenBy,
    done,
  };
}

async function takeText(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const place = await textPlaceOf(c);
  const { article, locale, here } = place;
  const form = await c.req.formData();
  const values = readEditorForm(form);
  const what = String(form.get('do') ?? 'save');
  if (what === 'unpublish') {
    await unpublish(ctx, { article, locale });
    return c.redirect(`${here}?done=unpublished`, 303);
  }
  const [known, quotes] = await Promise.all([knownTargetsOf(ctx, desk.brand.id), valuesOf(ctx, desk.brand.id)]);
  const problems = editorProblems(values, known, quotes.in(locale), desk.reader.t);
  const dueAt = what === 'schedule' ? dueInstant(form, desk.now) : undefined;
  if (dueAt === null) problems.push({ path: 'dueOn', message: desk.reader.t('editor.dueWrong') });
  if (problems.length > 0) return c.html(<EditorPage {...(await editorProps(c, place, values, problems))} />, 422);
  const saved = await saveRevision(ctx, {
    article,
    locale,
    text: values,
    sourceRevisionId: values.sourceRevisionId,
    note: values.note,
    basedOn: values.basedOn,
  });
  if ('overtakenBy' in saved) {
    // Told once; saving again is then a choice, so the page goes on from the newer revision.
    const warned = { ...values, basedOn: saved.overtakenBy.id };
    return c.html(<EditorPage {...(await editorProps(c, place, warned, [], saved.overtakenBy))} />, 422);
  }
  const { revision } = saved;
  return c.redirect(`${here}?done=${await carryOn(ctx, what, { article, revision, dueAt: dueAt ?? undefined })}`, 303);
}

/** What happens to the revision just saved. */
async function carryOn(
  ctx: Context,
  what: string,
  { article, revision, dueAt }: { article: Article; revision: Revision; dueAt: Temporal.Instant | undefined },
): Promise<(typeof DONE)[number]> {
  if (what === 'publish') {
    await publish(ctx, { article, revision });
    return 'published';
  }
  if (what === 'schedule' && dueAt) {
    await schedulePublication(ctx, { article, revision, dueAt });
    return 'scheduled';
  }
  if (what === 'review') {
    await requestReview(ctx, { article, revision });
    return 'review';
  }
  return 'saved';
}

/** The start of the chosen day, UTC; null when it is no day or lies in the past. */
function dueInstant(form: FormData, now: Temporal.Instant): Temporal.Instant | null {
  const day = String(form.get('dueOn') ?? '');
  if (!isIsoDate(day)) return null;
  const due = Temporal.PlainDate.from(day).toZonedDateTime('UTC').toInstant();
  return Temporal.Instant.compare(due, now) > 0 ? due : null;
}
