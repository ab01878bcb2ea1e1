import type { Context as HonoContext } from 'hono';
import { listChannels, type SiteEnv } from '#domains/brands/index.ts';
import { factsOf, type PolicyShelf, type PolicyShelves } from '#domains/policies/index.ts';
import { countryOf } from '#lib/countries.ts';
import { notFound } from '#lib/faults.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { explain } from '#policy/index.ts';
import { keepDecision } from './answer-question.ts';
import {
  answerTo,
  CHANNEL,
  CHARGED_AMOUNT,
  CHARGED_AT,
  type Claim,
  type ClaimFile,
  type ClaimTick,
  REASON,
  REGION,
  STORY,
} from './claim.ts';
import { ownDocuments } from './claim-policies.ts';
import { factsOfAnswers } from './facts-of-answers.ts';
import { type Interview, nextScreen } from './interview.ts';
import { listContacts, listTicks } from './queries.ts';
import { findClaim } from './start-claim.ts';

export type ClaimRequest = HonoContext<SiteEnv>;

export interface ClaimDeps {
  readonly db: Context['db'];
  readonly shelves: PolicyShelves;
  /** Guards the starting of claims: at most so many from one address. */
  readonly guardStart: (c: HonoContext) => Promise<void>;
  /** Guards what is sent inside a claim. */
  readonly guardForm: (c: HonoContext) => Promise<void>;
}

export const contextOf = (c: ClaimRequest, { db }: Pick<ClaimDeps, 'db'>): Context => ({
  db,
  by: c.var.by,
  now: c.var.site.now,
});

/** The claim whose secret stands in the address. @throws notFound for any other text */
export async function claimOf(c: ClaimRequest, deps: Pick<ClaimDeps, 'db'>): Promise<Claim> {
  const claim = await findClaim(contextOf(c, deps), c.var.site.brand.id, c.req.param('secret') ?? '');
  if (!claim) throw notFound('the claim');
  return claim;
}

/** The address of a claim, or of a page below it: `letter`, `contacts`. */
export const claimUrl = (c: ClaimRequest, page = ''): string =>
  `${c.var.site.urls.claim}/${c.req.param('secret') ?? ''}${page === '' ? '' : `/${page}`}`;

/** @throws notFound while the brand has no documents */
export function shelfFor(c: ClaimRequest, { shelves }: Pick<ClaimDeps, 'shelves'>): PolicyShelf {
  const shelf = shelves.of(c.var.site.brand.id);
  if (!shelf || ownDocuments(shelf).length === 0) throw notFound('the policy of this company');
  return shelf;
}

const EVIDENCE = 'evidence:';

/** What the interview of a claim is led with. A request that was sent counts from the day it was sent. */
export function interviewOf(c: ClaimRequest, deps: Pick<ClaimDeps, 'shelves'>, ticks: readonly ClaimTick[]): Interview {
  const { site } = c.var;
  const papers = ticks.flatMap(({ what }) => (what.startsWith(EVIDENCE) ? [what.slice(EVIDENCE.length)] : []));
  const sent = ticks.find(({ what }) => what === 'step:sent');
  return {
    shelf: shelfFor(c, deps),
    brandId: site.brand.id,
    papers,
    requestedAt: sent?.at ?? site.now,
    now: site.now,
  };
}

const wordOf = (claim: Claim, path: string): string | null => {
  const value = answerTo(claim, path);
  return typeof value === 'string' ? value : null;
};

/** Puts together everything pages and papers of a claim are made from. */
export async function readClaimFile(c: ClaimRequest, deps: ClaimDeps, claim: Claim): Promise<ClaimFile> {
  const { site } = c.var;
  const [ticks, contacts, channels] = await Promise.all([
    listTicks(deps, claim.id),
    listContacts(deps, claim.id),
    listChannels(deps, site.brand.id),
  ]);
  const interview = interviewOf(c, deps, ticks);
  const { policies } = interview.shelf;
  const given = factsOfAnswers({ ...interview, answers: claim.answers, documents: ownDocuments(interview.shelf) });
  const unanswered = claim.answers.filter(({ value }) => value === undefined).map(({ path }) => path);
  const facts = factsOf(policies, { given, unanswered });
  const { decision, explanations } = explain(policies, facts, site.now);
  const region = wordOf(claim, REGION);
  const amount = answerTo(claim, CHARGED_AMOUNT);
  return {
    brand: site.brand,
    claim,
    policies,
    facts,
    decision,
    explanations,
    channels,
    contacts,
    ticks,
    region,
    zone: (region === null ? undefined : countryOf(region)?.zone) ?? 'UTC',
    charge: { on: wordOf(claim, CHARGED_AT), amount: typeof amount === 'object' ? amount : null },
    reason: wordOf(claim, REASON),
    channel: wordOf(claim, CHANNEL),
    story: wordOf(claim, STORY) ?? '',
    now: site.now,
  };
}

/** Decides anew with everything that is known, and keeps the decision. */
export async function keepDecisionOf(c: ClaimRequest, deps: ClaimDeps, claim: Claim): Promise<void> {
  const interview = interviewOf(c, deps, await listTicks(deps, claim.id));
  if (nextScreen(interview, claim.answers) !== null) return;
  const ctx = contextOf(c, deps);
  await inTransaction(ctx, (ctx) => keepDecision(ctx, interview, claim));
}
