import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { factsOf, type PolicyShelf, type PolicyVersion, readPolicyText, shelfOf } from '#domains/policies/index.ts';
import { Temporal } from '#lib/time.ts';
import { decide } from '#policy/index.ts';
import { type Answer, type AnswerValue, CHANNEL, CHARGED_AMOUNT, CHARGED_AT, REASON, REGION } from './claim.ts';
import { ownDocuments } from './claim-policies.ts';
import { factsOfAnswers } from './facts-of-answers.ts';
import { nextScreen, stillMatter } from './interview.ts';

const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
const root = fileURLToPath(new URL('../../../', import.meta.url));

function versionsIn(folder: string, brandId: string | null): PolicyVersion[] {
  const files = readdirSync(`${root}${folder}`).filter((name) => name.endsWith('.yaml'));
  return files.map((file) => {
    const read = readPolicyText(file, readFileSync(`${root}${folder}/${file}`, 'utf8'));
    if ('problems' in read) throw new Error(`${file}: ${read.problems[0]?.message}`);
    return { ...read, brandId, publishedAt: now, publishedBy: 'test' };
  });
}

const laws = [...versionsIn('jurisdictions', null), ...versionsIn('jurisdictions/calendars', null)];
const shelfFor = (brand: string): PolicyShelf => shelfOf(brand, versionsIn(`packs/${brand}/policies`, brand), laws);

type Said = Readonly<Record<string, AnswerValue | undefined>>;
const answersOf = (said: Said): Answer[] =>
  Object.entries(said).map(([path, value]) => ({
    path,
    at: now.toString(),
    ...(value === undefined ? {} : { value }),
  }));

const interviewAt = (brand: string, at = now, papers: readonly string[] = []) => ({
  shelf: shelfFor(brand),
  brandId: brand,
  papers,
  requestedAt: at,
  now: at,
});

/** Answers whatever is asked from what is known, and says in which order it was asked. */
function ask(brand: string, known: Said, at = now): { readonly asked: string[]; readonly answers: Answer[] } {
  const interview = interviewAt(brand, at);
  const asked: string[] = [];
  const answers: Answer[] = [];
  for (let screen = nextScreen(interview, answers); screen; screen = nextScreen(interview, answers)) {
    asked.push(screen.path);
    answers.push(...answersOf({ [screen.path]: known[screen.path] }));
    if (screen.path === CHARGED_AT && CHARGED_AMOUNT in known)
      answers.push(...answersOf({ [CHARGED_AMOUNT]: known[CHARGED_AMOUNT] }));
    expect(asked.length).toBeLessThan(15);
  }
  return { asked, answers };
}

function decided(brand: string, answers: readonly Answer[], at = now, papers: readonly string[] = []) {
  const { shelf } = interviewAt(brand, at);
  const given = factsOfAnswers({ brandId: brand, answers, papers, requestedAt: at, documents: ownDocuments(shelf) });
  return decide(shelf.policies, factsOf(shelf.policies, { given, unanswered: [] }), at);
}

const eur = (minor: number) => ({ minor, unit: 'EUR' });

test('a shop-bought renewal of 58 days ago asks four things and needs three papers', () => {
  const { asked, answers } = ask('norton', {
    [CHANNEL]: 'retail',
    [REGION]: 'FR',
    [REASON]: 'renewalCharge',
    [CHARGED_AT]: '2026-09-25',
    [CHARGED_AMOUNT]: eur(8999),
  });
  expect(asked).toEqual([CHANNEL, REGION, REASON, CHARGED_AT]);
  const decision = decided('norton', answers);
  expect(decision.kind).toBe('ask');
  expect(decision.evidence.map(({ type }) => type)).toEqual(['refundForm', 'keyLabelImage', 'receiptImage']);
  expect(decision.results[0]?.proposal?.amount).toEqual(eur(8999));
});

test('a charge of an app store asks nothing but who sold it', () => {
  for (const brand of ['norton', 'netflix', 'iptv-smarters-pro']) {
    const { asked, answers } = ask(brand, { [CHANNEL]: 'appStore' });
    expect(asked).toEqual([CHANNEL]);
    expect(decided(brand, answers)).toMatchObject({ kind: 'route' });
  }
});

test('the last day of the window is the customer’s own day, where they live', () => {
  const said = (region: string): Said => ({
    [CHANNEL]: 'own',
    [REGION]: region,
    [REASON]: 'renewalCharge',
    [CHARGED_AT]: '2026-09-23',
    'contract.term': 'annual',
  });
  // Day 60 after 23 September is 22 November. In Paris it ends at 23:00 UTC, in Kuala Lumpur at 16:00 UTC.
  const kind = (region: string, at: string): string =>
    decided('norton', answersOf(said(region)), Temporal.Instant.from(at)).kind;
  expect(kind('FR', '2026-11-22T22:59:59Z')).toBe('full');
  expect(kind('FR', '2026-11-22T23:00:00Z')).toBe('none');
  expect(kind('MY', '2026-11-22T15:59:59Z')).toBe('full');
  expect(kind('MY', '2026-11-22T16:00:00Z')).toBe('none');
});

test('“I don’t know” everywhere ends, asks nothing twice, and decides nothing', () => {
  for (const brand of ['norton', 'netflix', 'iptv-smarters-pro']) {
    const { asked, answers } = ask(brand, {});
    expect(new Set(asked).size).toBe(asked.length);
    expect(decided(brand, answers).kind, brand).toBe('ask');
  }
});

test('without an amount the decision is the same, in shares of the charge', () => {
  const { answers } = ask('norton', {
    [CHANNEL]: 'own',
    [REGION]: 'DE',
    [REASON]: 'renewalCharge',
    [CHARGED_AT]: '2026-11-01',
    'contract.term': 'annual',
  });
  expect(decided('norton', answers)).toMatchObject({ kind: 'full', amounts: [{ minor: 100, unit: 'percent' }] });
});

test('an answer that says a fact the policy has by another name is not asked for again', () => {
  const { asked } = ask('netflix', {
    [CHANNEL]: 'own',
    [REGION]: 'US',
    [REASON]: 'duplicate',
    [CHARGED_AT]: '2026-11-16',
    'charges[c1].disputeState': 'none',
  });
  expect(asked).not.toContain('own.ledgerShows');
});

test('changing an answer keeps the later ones that still matter and drops the rest', () => {
  const { answers } = ask('norton', {
    [CHANNEL]: 'own',
    [REGION]: 'DE',
    [REASON]: 'renewalCharge',
    [CHARGED_AT]: '2026-11-01',
    'contract.term': 'annual',
  });
  expect(answers.map(({ path }) => path)).toContain('contract.term');
  const changed = answers.map((answer) => (answer.path === CHANNEL ? { ...answer, value: 'retail' } : answer));
  const kept = stillMatter(interviewAt('norton'), changed);
  expect(kept.map(({ path }) => path)).toEqual([CHANNEL, REGION, REASON, CHARGED_AT]);
  const elsewhere = answers.map((answer) => (answer.path === CHANNEL ? { ...answer, value: 'isp' } : answer));
  expect(stillMatter(interviewAt('norton'), elsewhere).map(({ path }) => path)).toEqual([CHANNEL]);
});

test('a paper at hand is no longer asked for', () => {
  const answers = answersOf({
    [CHANNEL]: 'retail',
    [REGION]: 'FR',
    [REASON]: 'renewalCharge',
    [CHARGED_AT]: '2026-09-25',
  });
  const decision = decided('norton', answers, now, ['receiptImage']);
  expect(decision.evidence.map(({ type, state }) => [type, state])).toContainEqual(['receiptImage', 'provided']);
});

test('what is only assumed is marked as such, and an answer takes its place', () => {
  const { shelf } = interviewAt('netflix');
  const documents = ownDocuments(shelf);
  const given = (said: Said) =>
    factsOfAnswers({ brandId: 'netflix', answers: answersOf(said), papers: [], requestedAt: now, documents });
  expect(given({ [CHANNEL]: 'own' }).sources).toMatchObject({ 'account.standing': 'system', '': 'customer' });
  expect(given({ [CHANNEL]: 'own', 'account.standing': 'banned' }).sources).not.toHaveProperty(['account.standing']);
  // A shop that is not the company took the money itself, unless the company renewed it.
  const sellerOf = (said: Said) => (given(said).charges as { merchantOfRecord?: string }[])[0]?.merchantOfRecord;
  expect(sellerOf({ [CHANNEL]: 'retail', [REASON]: 'notSatisfied' })).toBeUndefined();
  expect(sellerOf({ [CHANNEL]: 'retail', [REASON]: 'renewalCharge' })).toBe('us');
});

test('an answer to a fact the policy no longer has is left out', () => {
  const { answers } = ask('netflix', {
    [CHANNEL]: 'own',
    [REGION]: 'US',
    [REASON]: 'other',
    [CHARGED_AT]: '2026-11-16',
  });
  const old = [...answers, ...answersOf({ 'own.gone': 'yes', 'own.ledgerShows': 'noLongerAWord' })];
  expect(decided('netflix', old).kind).toBe('ask');
});
