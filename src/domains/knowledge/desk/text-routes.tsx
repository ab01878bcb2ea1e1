import type { Context as HonoContext } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { siteUrls } from '#domains/brands/index.ts';
import { canEditKnowledge, type DeskEnv, insertActivity, listStaffNames, must } from '#domains/people/index.ts';
import { type FieldProblem, invalid, notFound } from '#lib/faults.ts';
import { isLocale, type Locale } from '#lib/locales.ts';
import { isIsoDate, Temporal } from '#lib/time.ts';
import type { Article, Revision } from '../article.ts';
import { readBody } from '../body.ts';
import type { HelpCentres } from '../help-centres.ts';
import { foreignTexts } from '../language-check.ts';
import { publish, unpublish } from '../publish.ts';
import { getArticle } from '../queries/articles.ts';
import { insertReview } from '../queries/reviews.ts';
import { insertSchedule, putScheduleCancelled } from '../queries/schedules.ts';
import {
  findLatestRevision,
  getRevision,
  listPublications,
  listPublishedRevisionIds,
  listRevisions,
} from '../queries/texts.ts';
import { saveRevision } from '../save-revision.ts';
import { ArticleBody } from '../views/article-body.tsx';
import { siteTargets } from '../views/links.ts';
import { type EditorValues, editorProblems, readEditorForm } from './editor-form.ts';
import { EditorPage, type EditorPageProps } from './editor-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { knownTargetsOf } from './known-targets.ts';
import { shelfOf } from './shelf.ts';

type C = HonoContext<DeskEnv>;

const MAX_FORM_BYTES = 400_000;
const DONE = ['saved', 'published', 'review', 'scheduled', 'unpublished'] as const;

interface Place {
  readonly article: Article;
  readonly locale: Locale;
  readonly here: string;
}

async function placeOf(c: C): Promise<Place> {
  const { desk, ctx } = c.var;
  const locale = c.req.param('locale');
  if (!isLocale(locale) || !desk.brand.locales.includes(locale)) throw notFound('the language');
  const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug') ?? '');
  return { article, locale, here: `${desk.base}/${article.shelf}/${article.slug}/${locale}` };
}

/** The editor for one language of one article: write, preview, publish, plan, look back. */
export function textRoutes(centres: HelpCentres): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  app.get('/:shelf/:slug/:locale{[a-z]{2}}', async (c) => {
    const place = await placeOf(c);
    return c.html(<EditorPage {...(await editorProps(c, place, await storedValues(c, place)))} />);
  });
  app.post('/:shelf/:slug/:locale{[a-z]{2}}', limit, (c) => takeText(c));
  app.post('/:shelf/:slug/:locale{[a-z]{2}}/preview', limit, async (c) => {
    const { desk } = c.var;
    const { locale } = await placeOf(c);
    const values = readEditorForm(await c.req.formData());
    const centre = centres.of(desk.brand.id);
    if (!centre) throw notFound('the help centre');
    const targets = siteTargets(
      { urls: siteUrls(desk.brand.id, locale, false), reader: { ...desk.reader, locale } },
      centre,
    );
    return c.html(
      <>
        <h1>{values.title}</h1>
        <p class="lead">{values.summary}</p>
        <ArticleBody body={readBody(values.body).body} targets={targets} t={desk.reader.t} />
      </>,
    );
  });
  app.get('/:shelf/:slug/:locale{[a-z]{2}}/history', (c) => showHistory(c));
  app.post('/:shelf/:slug/:locale{[a-z]{2}}/restorations', limit, (c) => restore(c));
  return app;
}

async function storedValues(c: C, { article, locale }: Place): Promise<EditorValues> {
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
  { article, locale }: Place,
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
  const place = await placeOf(c);
  const { article, locale, here } = place;
  const form = await c.req.formData();
  const values = readEditorForm(form);
  const what = String(form.get('do') ?? 'save');
  if (what === 'unpublish') {
    await unpublish(ctx, article, locale);
    await insertActivity(ctx, { brandId: desk.brand.id, action: 'unpublish', subject: `${article.slug}/${locale}` });
    return c.redirect(`${here}?done=unpublished`, 303);
  }
  const problems = editorProblems(values, await knownTargetsOf(ctx, desk.brand.id), desk.reader.t);
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
  return c.redirect(`${here}?done=${await carryOn(c, place, what, saved.revision, dueAt ?? undefined)}`, 303);
}

/** What happens to the revision just saved. */
async function carryOn(
  c: C,
  { article, locale }: Place,
  what: string,
  revision: Revision,
  dueAt: Temporal.Instant | undefined,
): Promise<(typeof DONE)[number]> {
  const { desk, ctx } = c.var;
  const log = (action: string) =>
    insertActivity(ctx, {
      brandId: desk.brand.id,
      action,
      subject: `${article.slug}/${locale}`,
      details: { revision: revision.number },
    });
  if (what === 'publish') {
    await putScheduleCancelled(ctx, article.id, locale);
    await publish(ctx, article, revision, desk.now.toZonedDateTimeISO('UTC').toPlainDate());
    await log('publish');
    return 'published';
  }
  if (what === 'schedule' && dueAt) {
    await putScheduleCancelled(ctx, article.id, locale);
    await insertSchedule(ctx, { articleId: article.id, locale, revisionId: revision.id, dueAt });
    await log('schedule');
    return 'scheduled';
  }
  if (what === 'review') {
    await insertReview(ctx, revision.id);
    await log('ask-review');
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

async function showHistory(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  const { article, locale } = await placeOf(c);
  const [revisions, published, names, publications] = await Promise.all([
    listRevisions(ctx, article.id, locale),
    listPublishedRevisionIds(ctx, article.id, locale),
    listStaffNames(ctx),
    listPublications(ctx, article.id, locale),
  ]);
  const pick = (name: string): Revision | undefined =>
    revisions.find((revision) => revision.id === Number(c.req.query(name)));
  const after = pick('to') ?? revisions[0];
  const before = pick('from') ?? revisions[1];
  return c.html(
    <HistoryPage
      desk={desk}
      article={article}
      locale={locale}
      revisions={revisions}
      published={published}
      current={publications[0]?.revision.id}
      names={names}
      before={before}
      after={after}
    />,
  );
}

async function restore(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const { article, locale, here } = await placeOf(c);
  const id = Number((await c.req.formData()).get('revision'));
  if (!Number.isSafeInteger(id)) throw invalid('no revision was named');
  const old = await getRevision(ctx, id);
  if (old.articleId !== article.id || old.locale !== locale) throw notFound('the revision');
  const note = desk.reader.t('history.restoredNote', { number: old.number });
  await saveRevision(ctx, { article, locale, text: old, sourceRevisionId: old.sourceRevisionId, note });
  await insertActivity(ctx, {
    brandId: desk.brand.id,
    action: 'restore',
    subject: `${article.slug}/${locale}`,
    details: { revision: old.number },
  });
  return c.redirect(`${here}?done=saved`, 303);
}
