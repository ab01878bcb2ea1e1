import { withFact } from '#policy/check/merge.ts';
import { readsOf } from '#policy/compile/condition.ts';
import { compilePolicies, nextQuestion, type Policies } from '#policy/index.ts';
import { BRANDS, type Brand, cases, type Given } from './cases.ts';
import { AS_OF, factsOf } from './decisions.ts';
import { policyOf } from './documents.ts';

const CASES = 150;
const MAX_QUESTIONS = 40;

/** What everybody knows before anything is asked: what is wanted, and which charge it is about. */
const SAID = ['brand', 'request', 'request.kind', 'request.at', 'request.about', 'charges', 'evidence'];

/** Facts of a charge nobody is asked for: they stand on every bill. */
const BILLED = ['charge.id', 'charge.amount', 'charge.alreadyRefunded'];

const nameIn = (path: string, charge: string): string => path.replace(/^charge\./, `charges[${charge}].`);

/** Everything the rules for this request read: what a form without an interview would have to ask. */
function readBy(policies: Policies, occasion: string): readonly string[] {
  const paths = new Set<string>();
  for (const { rules } of policies.documents) {
    for (const rule of rules) {
      if (rule.test && rule.source.on.some((each) => each === occasion)) {
        for (const { path } of readsOf(rule.test)) paths.add(path);
      }
    }
  }
  return [...paths].filter((path) => !SAID.includes(path) && !BILLED.includes(path) && !path.startsWith('item.'));
}

/** The value of a fact in a complete case; null where there is none. */
function answerIn(given: Given, path: string): unknown {
  const steps = path.replaceAll('[', '.').replaceAll(']', '').split('.');
  let at: unknown = given;
  for (const step of steps) {
    if (Array.isArray(at)) at = at.find((each: Readonly<Record<string, unknown>>) => each.id === step);
    else if (typeof at === 'object' && at !== null) at = (at as Readonly<Record<string, unknown>>)[step];
    else return path.endsWith('.value') ? at : null;
  }
  return at ?? null;
}

/** How many questions one customer is asked until nothing can change the answer any more. */
function questionsFor(given: Given, forgotten: readonly string[], policies: Policies): number {
  let known: Given = {
    ...forgotten.reduce((facts, path) => withFact(facts, path, undefined), given),
    answerers: { '': 'customer' },
  };
  for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
    const question = nextQuestion(policies, factsOf(known, policies), AS_OF);
    if (question === null) return asked;
    known = withFact(known, question.path, answerIn(given, question.path));
  }
  throw new Error('the interview does not end');
}

function interviewsOf(brand: Brand): object {
  const policies = compilePolicies(policyOf(brand));
  let [asked, all, count] = [0, 0, 0];
  for (const given of cases(brand, CASES, 4)) {
    const { kind, about } = given.request as { readonly kind: string; readonly about: readonly string[] };
    if (kind !== 'refund' || about.length > 1) continue;
    const paths = readBy(policies, kind).map((path) => nameIn(path, about[0] ?? ''));
    asked += questionsFor(given, paths, policies);
    all += paths.length;
    count++;
  }
  const mean = (sum: number): number => Number((sum / count).toFixed(2));
  return { brand, cases: count, meanQuestions: mean(asked), askingEverything: mean(all) };
}

/** Questions asked by the interview beside a form that asks for everything the rules read. */
export const measureInterviews = (): object => ({ what: 'interview', brands: BRANDS.map(interviewsOf) });
