import type { Effect, PolicyDocument } from '../model/document.ts';
import { nearestWord, suggestion, wordList } from '../reading/suggest.ts';
import { type Compiler, within } from './compiler.ts';
import { membersOf, reportDefinitions } from './definitions.ts';
import { regionProblem } from './regions.ts';
import type { CompiledRule } from './rule.ts';

/** Who carries out a payment. */
const EXECUTORS = ['us', 'bank', 'store', 'partner'] as const;
/** Ways back the product has words for; a document that labels its own may use others. */
const METHODS = ['original', 'wallet', 'choice'] as const;

/**
 * Refuses what can be read and compiled and still cannot be meant: payers that are nobody, regions that do not exist,
 * gates that answer, effects that exclude each other, definitions in a circle. Looked at once nothing else is wrong, so
 * that one mistake is told once.
 */
export function reportSoundness(source: PolicyDocument, rules: readonly CompiledRule[], compiler: Compiler): void {
  if (compiler.at.problems.length > 0) return;
  const places = new Map(
    (['gate', 'rules', 'otherwise'] as const).flatMap((part) =>
      (source[part] ?? []).map((rule, i) => [rule as CompiledRule['source'], within(compiler, part, i)] as const),
    ),
  );
  for (const rule of rules) reportRule(rule, source, places.get(rule.source) ?? compiler);
  for (const key of ['in', 'notIn'] as const) {
    for (const [i, code] of (source.scope.regions?.[key] ?? []).entries()) {
      reportRegion(code, within(compiler, 'scope', 'regions', key, i));
    }
  }
  for (const part of ['gate', 'rules'] as const) reportRegionTests(source[part] ?? [], within(compiler, part));
  reportRegionTests(source.define?.conditions ?? {}, within(compiler, 'define', 'conditions'));
  for (const [name, { byFact, cases }] of Object.entries(source.define?.tables ?? {})) {
    if (byFact !== REGION) continue;
    for (const [i, { is }] of cases.entries()) {
      const here = within(compiler, 'define', 'tables', name, 'cases', i, 'is');
      for (const code of membersOf(is, compiler.define) ?? []) reportRegion(code, here);
    }
  }
  reportDefinitions(source, compiler);
}

function reportRule(rule: CompiledRule, { labels = {} }: PolicyDocument, here: Compiler): void {
  const { role, kind, outcome, effects, source } = rule;
  if (role === 'gate' && kind !== 'route' && kind !== 'effects') {
    within(here, 'outcome').at.fail(
      `a gate only sends elsewhere, with route; ${source.id} has ${kind}: put it under rules`,
    );
  }
  for (const word of outcome.executor?.possible ?? []) {
    if ((EXECUTORS as readonly string[]).includes(word)) continue;
    within(here, 'outcome', 'refund', 'executor').at.fail(
      `expected ${wordList(EXECUTORS)}, found ${word}${suggestion(word, EXECUTORS)}`,
    );
  }
  for (const word of outcome.method?.possible ?? []) {
    const near = nearestWord(word, METHODS);
    if (near === null || near === word || Object.hasOwn(labels, word) || Object.hasOwn(labels, `method.${word}`))
      continue;
    within(here, 'outcome', 'refund', 'method').at.fail(
      `there is no way of payment ${word}; did you mean ${near}? If it is one of yours, give it a name under labels`,
    );
  }
  reportEndings(effects, within(here, 'effects'));
}

/** What an ending is about, when an effect does not say. */
const CONTRACT = 'contract';

function reportEndings(effects: readonly Effect[], here: Compiler): void {
  const targets = (kind: Effect['do']): readonly string[] =>
    effects.filter((effect) => effect.do === kind).map(({ target = CONTRACT }) => target);
  const later = new Set(targets('endAtPeriodEnd'));
  const both = targets('endNow').find((target) => later.has(target));
  if (both !== undefined) here.at.fail(`endNow and endAtPeriodEnd both end the ${both}; keep one`);
}

const REGION = 'contract.region';

function reportRegion(code: unknown, here: Compiler): void {
  const problem = typeof code === 'string' ? regionProblem(code) : null;
  if (problem !== null) here.at.fail(problem);
}

/** Every region a condition compares with, wherever it stands. */
function reportRegionTests(node: unknown, here: Compiler): void {
  if (typeof node !== 'object' || node === null) return;
  if ('fact' in node && node.fact === REGION) {
    if ('eq' in node) reportRegion(writtenOut(node.eq, here), within(here, 'eq'));
    if ('in' in node) for (const code of listOf(node.in, here)) reportRegion(code, within(here, 'in'));
    return;
  }
  const entries = Array.isArray(node) ? node.entries() : Object.entries(node);
  for (const [key, each] of entries) reportRegionTests(each, within(here, key));
}

const nameIn = (value: unknown, key: string): string | undefined => {
  const name: unknown =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([k]) => k === key)?.[1] : undefined;
  return typeof name === 'string' ? name : undefined;
};

function writtenOut(value: unknown, { define }: Compiler): unknown {
  const constant = nameIn(value, 'constant');
  return constant === undefined ? value : define.constants?.[constant];
}

function listOf(value: unknown, { define }: Compiler): readonly unknown[] {
  const name = nameIn(value, 'list');
  return name === undefined ? (Array.isArray(value) ? value : []) : (define.lists?.[name] ?? []);
}
