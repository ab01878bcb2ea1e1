import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEnv } from '#domains/brands/index.ts';
import { readTrail, shortHead } from '#domains/trail/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { answerQuestion } from './answer-question.ts';
import { answerRows, currencyOf, questionText, todayOf, typedBefore } from './answer-words.ts';
import { type Claim, STORY, subjectOf } from './claim.ts';
import {
  type ClaimDeps,
  type ClaimRequest,
  claimOf,
  claimUrl,
  contextOf,
  interviewOf,
  readClaimFile,
} from './claim-request.ts';
import { flashOf } from './flash.ts';
import { type Interview, isBeside, nextScreen, type Screen, screenAgain, screensAnswered } from './interview.ts';
import { listTicks } from './queries.ts';
import { readAnswers } from './read-answers.ts';
import { ClaimPage } from './views/claim-page.tsx';
import { QuestionPage, type QuestionPageProps } from './views/question-page.tsx';
import { withdrawalChance } from './withdrawal.ts';

const MAX_FORM_BYTES = 32_000;

const interviewFor = async (c: ClaimRequest, deps: ClaimDeps, claim: Claim): Promise<Interview> =>
  interviewOf(c, deps, await listTicks(deps, claim.id));

/** Parts of countries that laws name: their own entries beside the country. */
function regionParts({ shelf }: Interview, locale: Locale): QuestionPageProps['parts'] {
  const named = shelf.policies.documents.flatMap(({ source }) => source.scope.regions?.in ?? []);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const parts = [...new Set(named.filter((code) => code.includes('-')))];
  return parts.map((code) => ({
    code,
    name: `${names.of(code.slice(0, 2))} (${PART_NAMES[code]?.[locale] ?? code.slice(3)})`,
  }));
}
/** No table of the platform names them. */
const PART_NAMES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'US-CA': { en: 'California', ms: 'California', fr: 'Californie', de: 'Kalifornien' },
};

interface Shown {
  readonly screen: Screen;
  readonly typed: QuestionPageProps['typed'];
  readonly problems: QuestionPageProps['problems'];
}

function showQuestion(c: ClaimRequest, interview: Interview, claim: Claim, { screen, typed, problems }: Shown) {
  const { site } = c.var;
  const { policies } = interview.shelf;
  const href = claimUrl(c);
  const answered = screensAnswered(claim.answers);
  const place = answered.findIndex(({ path }) => path === screen.path);
  const before = place === -1 ? answered.length : place;
  return c.html(
    <QuestionPage
      site={site}
      href={href}
      path={screen.path}
      question={questionText(screen.path, screen.question, policies, site.reader)}
      typed={{ currency: currencyOf(claim), ...typed }}
      problems={problems}
      rows={answerRows(claim, policies, site.reader, href)}
      back={before === 0 ? null : `${href}/questions/${before}`}
      today={todayOf(claim, site.now).toString()}
      parts={regionParts(interview, site.reader.locale)}
    />,
    Object.keys(problems).length > 0 ? 422 : 200,
  );
}

/** The next question; with nothing left to ask, what it all comes to. */
async function showClaim(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  const claim = await claimOf(c, deps);
  const interview = await interviewFor(c, deps, claim);
  const screen = nextScreen(interview, claim.answers);
  if (screen) return showQuestion(c, interview, claim, { screen, typed: {}, problems: {} });
  const file = await readClaimFile(c, deps, claim);
  const { entries, check } = await readTrail(deps, subjectOf(claim));
  const { site } = c.var;
  const href = claimUrl(c);
  return c.html(
    <ClaimPage
      site={site}
      href={href}
      file={file}
      rows={answerRows(claim, file.policies, site.reader, href)}
      trail={{ entries: entries.length, head: shortHead(check) }}
      withdrawal={withdrawalChance(interview, file)}
      flash={flashOf(site.reader, c.req.query('done'))}
    />,
  );
}

/** A question answered before, to be answered otherwise. */
async function showAgain(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  const claim = await claimOf(c, deps);
  const interview = await interviewFor(c, deps, claim);
  const answered = screensAnswered(claim.answers);
  const path = answered[Number(c.req.param('number')) - 1]?.path;
  if (path === undefined) throw notFound('the question');
  const screen = screenAgain(interview, claim.answers, path);
  // It no longer matters, so there is nothing to change.
  if (!screen) return c.redirect(claimUrl(c), 303);
  const typed = typedBefore(claim, screen.path, c.var.site.reader);
  return showQuestion(c, interview, claim, { screen, typed, problems: {} });
}

/** The screen a form belongs to: the next one, one answered before, or the customer's own words. */
function screenFor(interview: Interview, claim: Claim, path: string): Screen | null {
  if (isBeside(path)) return { path, question: null };
  if (claim.answers.some((answer) => answer.path === path)) return screenAgain(interview, claim.answers, path);
  const next = nextScreen(interview, claim.answers);
  return next?.path === path ? next : null;
}

async function takeAnswers(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  await deps.guardForm(c);
  const claim = await claimOf(c, deps);
  const interview = await interviewFor(c, deps, claim);
  const form = await c.req.formData();
  const screen = screenFor(interview, claim, String(form.get('path') ?? ''));
  // A form from before the last answer: the claim itself knows what comes next.
  if (!screen) return c.redirect(claimUrl(c), 303);
  const { policies } = interview.shelf;
  const question = questionText(screen.path, screen.question, policies, c.var.site.reader);
  const today = todayOf(claim, c.var.site.now);
  const read = readAnswers(form, screen.path, question, { today, currency: currencyOf(claim) });
  if ('problems' in read) {
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value).slice(0, 200)]));
    return showQuestion(c, interview, claim, { screen, typed, problems: read.problems });
  }
  await answerQuestion(contextOf(c, deps), interview, claim, read.given);
  return c.redirect(screen.path === STORY ? `${claimUrl(c)}?done=story#letter` : claimUrl(c), 303);
}

/** Questions, answers, and what they come to. */
export function interviewRoutes(deps: ClaimDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.get('/:secret', (c) => showClaim(c, deps));
  app.get('/:secret/questions/:number', (c) => showAgain(c, deps));
  app.post('/:secret/answers', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takeAnswers(c, deps));
  return app;
}
