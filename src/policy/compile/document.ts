import { contentHash } from '../model/canonical.ts';
import type { DayCount, PolicyDocument, Rule } from '../model/document.ts';
import type { Occasion } from '../model/vocabulary.ts';
import { type FactKind, OCCASIONS, vocabularyWith } from '../model/vocabulary.ts';
import type { Reading } from '../reading/problems.ts';
import { suggestion } from '../reading/suggest.ts';
import type { BusinessCalendar } from '../time/calendar.ts';
import { type Applicability, compileApplicability } from './applicability.ts';
import { type Compiler, within } from './compiler.ts';
import { type CompiledRule, compileRule, type Role } from './rule.ts';
import { reportSoundness } from './soundness.ts';

export interface CompiledDocument {
  readonly source: PolicyDocument;
  readonly hash: string;
  readonly applicability: Applicability;
  readonly rules: readonly CompiledRule[];
  readonly byOccasion: ReadonlyMap<Occasion, readonly CompiledRule[]>;
  /** A null for every rule, to begin with where something is found out about each: copying is faster than filling. */
  readonly unasked: readonly null[];
  readonly gates: readonly CompiledRule[];
  /** Exceptions that deny: they also keep goodwill away. */
  readonly exclusions: readonly CompiledRule[];
}

/** Exceptions to exceptions to … : deeper than this nobody can follow. */
const MAX_EXCEPTION_DEPTH = 32;

const DAY_COUNT: Required<DayCount> = { anchorDay: 0, endDay: 'unused', year: 'actual' };

/** Compiles a document to closures, or answers undefined after its problems were recorded. */
export function compileDocument(
  source: PolicyDocument,
  calendars: ReadonlyMap<string, BusinessCalendar>,
  at: Reading,
): CompiledDocument | undefined {
  const own = Object.fromEntries(
    Object.entries(source.facts ?? {}).map(([name, fact]): [string, FactKind] => [name, { shape: 'fact', ...fact }]),
  );
  const compiler: Compiler = {
    vocabulary: vocabularyWith(own),
    item: null,
    define: source.define ?? {},
    calendars,
    dayCount: { ...DAY_COUNT, ...source.dayCount },
    at,
    open: [],
  };
  const rules = compileRules(source, compiler);
  reportSoundness(source, rules, compiler);
  const applicability = compileApplicability(source, compiler);
  if (!applicability || at.problems.length > 0) return undefined;
  return {
    source,
    hash: contentHash(source),
    applicability,
    rules,
    byOccasion: new Map(OCCASIONS.map((occasion) => [occasion, rules.filter(({ on }) => on.has(occasion))])),
    unasked: rules.map(() => null),
    gates: rules.filter(({ role }) => role === 'gate'),
    exclusions: rules.filter((rule) => rule.kind === 'deny' && rule.bases.length > 0),
  };
}

function compileRules(source: PolicyDocument, compiler: Compiler): readonly CompiledRule[] {
  const place = { document: source.id, layer: source.layer };
  const each = (key: 'gate' | 'rules' | 'otherwise', role: Role): CompiledRule[] =>
    (source[key] ?? []).flatMap((rule, i) => compileRule(rule, role, place, within(compiler, key, i)) ?? []);
  const rules = each('rules', 'rule');
  linkExceptions(rules, source.rules, within(compiler, 'rules'));
  const otherwise = each('otherwise', 'otherwise');
  for (const rule of otherwise) linkGroup(rule, rules);
  const all = [...each('gate', 'gate'), ...rules, ...otherwise];
  for (const [i, rule] of all.entries()) (rule as { index: number }).index = i;
  for (const rule of rules) (rule.rivals as CompiledRule[]).push(...rivalsOf(rule));
  reportTwins(all, source, compiler);
  return all;
}

/** Other exceptions to the same rules that answer differently and do not give way to one another. */
const rivalsOf = (rule: CompiledRule): readonly CompiledRule[] =>
  [...new Set(rule.bases.flatMap((base) => base.exceptions))].filter(
    (other) =>
      other !== rule &&
      other.kind !== 'lift' &&
      rule.kind !== 'lift' &&
      !rule.exceptions.includes(other) &&
      !other.exceptions.includes(rule) &&
      other.answer !== rule.answer,
  );

/** One `otherwise` answers for one group and the exceptions to it, or for the whole document. */
function linkGroup(otherwise: CompiledRule, rules: readonly CompiledRule[]): void {
  const { group } = otherwise.source;
  const members = new Set(rules.filter(({ source }) => group === undefined || source.group === group));
  // A set is walked in the order things are added, so exceptions to exceptions are reached as well.
  for (const rule of members) for (const exception of rule.exceptions) members.add(exception);
  (otherwise.group as CompiledRule[]).push(...[...members].filter(({ kind }) => kind !== 'lift'));
}

const PARTS = { gate: 'gate', rule: 'rules', otherwise: 'otherwise' } as const satisfies Record<
  Role,
  keyof PolicyDocument
>;

function reportTwins(rules: readonly CompiledRule[], document: PolicyDocument, compiler: Compiler): void {
  const seen = new Set<string>();
  const groups = new Set<string>();
  for (const { source, role, on } of rules) {
    if (seen.has(source.id)) {
      const part = PARTS[role];
      const place = (document[part] ?? []).indexOf(source as Rule);
      within(compiler, part, place, 'id').at.fail(`the id ${source.id} stands twice; give this one another`);
    }
    seen.add(source.id);
    for (const occasion of role === 'otherwise' ? on : []) {
      const place = `${source.group ?? ''} ${occasion}`;
      if (groups.has(place))
        compiler.at.fail(`otherwise stands twice for ${source.group ?? 'the document'} on ${occasion}`);
      groups.add(place);
    }
  }
}

/** A lift has no answer an exception could replace: what should hold instead belongs to the rule that was lifted. */
function reportExceptionToLift(rule: CompiledRule, bases: readonly CompiledRule[], at: Reading): void {
  const [lift] = bases;
  if (rule.kind === 'lift' || lift === undefined || bases.some(({ kind }) => kind !== 'lift')) return;
  const { id, exceptionTo: lifted = [] } = lift.source as Rule;
  at.fail(
    `${id} only lifts, so there is no answer to except from; write exceptionTo: [${lifted.join(', ')}], ` +
      `with the condition of ${id} beside its own: when: { all: [ … ] }`,
  );
}

function linkExceptions(rules: readonly CompiledRule[], sources: readonly Rule[], compiler: Compiler): void {
  const byName = new Map<string, CompiledRule[]>();
  const add = (name: string, rule: CompiledRule): void => {
    const named = byName.get(name);
    if (named) named.push(rule);
    else byName.set(name, [rule]);
  };
  for (const rule of rules) {
    add(rule.source.id, rule);
    if (rule.source.group !== undefined) add(rule.source.group, rule);
  }
  for (const rule of rules) {
    const place = sources.findIndex(({ id }) => id === rule.source.id);
    for (const [i, name] of ((rule.source as Rule).exceptionTo ?? []).entries()) {
      const bases = byName.get(name)?.filter((base) => base !== rule);
      const { at } = within(compiler, place, 'exceptionTo', i);
      if (!bases || bases.length === 0) {
        at.fail(
          name === rule.source.id
            ? 'a rule cannot be an exception to itself'
            : `there is no other rule or group ${name} in this document${suggestion(name, byName.keys())}`,
        );
      }
      reportExceptionToLift(rule, bases ?? [], at);
      for (const base of bases ?? []) {
        (rule.bases as CompiledRule[]).push(base);
        (base.exceptions as CompiledRule[]).push(rule);
      }
    }
  }
  reportCircles(rules, compiler);
}

/** Follows exceptions downwards; a circle would be deeper than any honest document. */
function reportCircles(rules: readonly CompiledRule[], compiler: Compiler): void {
  const depths = new Map<CompiledRule, number>();
  const depthOf = (rule: CompiledRule, above: readonly CompiledRule[]): number => {
    if (above.includes(rule)) {
      compiler.at.fail(
        `exceptions form a circle: ${[...above.slice(above.indexOf(rule)), rule].map(({ source }) => source.id).join(' → ')}`,
      );
      return 0;
    }
    if (above.length >= MAX_EXCEPTION_DEPTH) {
      compiler.at.fail(`exceptions are nested deeper than ${MAX_EXCEPTION_DEPTH}, at ${rule.source.id}`);
      return 0;
    }
    const known = depths.get(rule);
    if (known !== undefined) return known;
    depths.set(rule, 0);
    const depth = 1 + Math.max(0, ...rule.exceptions.map((exception) => depthOf(exception, [...above, rule])));
    depths.set(rule, depth);
    return depth;
  };
  for (const rule of rules) {
    depthOf(rule, []);
    if (compiler.at.problems.length > 0) return;
  }
}
