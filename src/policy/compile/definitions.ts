import type { Condition, Definitions, Formula, Literal, PolicyDocument, Table } from '../model/document.ts';
import { type Compiler, defined, factAt, within } from './compiler.ts';
import { compileCondition } from './condition.ts';
import { compileFormula } from './formula.ts';

const KINDS = ['conditions', 'formulas'] as const;
type Kind = (typeof KINDS)[number];

/** What stands in for a definition named inside another one: each is looked at by itself, so the work grows with the text. */
const STANDS_FOR = { conditions: { fact: 'brand', known: true }, formulas: 'full' } as const;

/** Names of a circle that are shown. */
const MAX_SHOWN = 8;

const NAMING = { conditions: 'condition', formulas: 'formula' } as const;

type Group = Readonly<Record<string, unknown>>;

/** The kind and name of a definition, where a part of a document is a reference to one. */
function referenceIn(node: Group): { readonly kind: Kind; readonly name: string } | null {
  for (const kind of KINDS) {
    const name = node[NAMING[kind]];
    if (typeof name === 'string' && Object.keys(node).length === 1) return { kind, name };
  }
  return null;
}

/** A copy with every named condition and formula replaced; `seen` hears of each, as `conditions.used`. */
function alone(node: unknown, seen: Set<string>): unknown {
  if (Array.isArray(node)) return node.map((each) => alone(each, seen));
  if (typeof node !== 'object' || node === null) return node;
  const reference = referenceIn(node as Group);
  if (reference === null)
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, alone(each, seen)]));
  seen.add(`${reference.kind}.${reference.name}`);
  return STANDS_FOR[reference.kind];
}

/** Whether a condition is about the entry being counted, and so has no meaning of its own. */
const isOfEntry = (node: unknown): boolean => /"item\./.test(JSON.stringify(node));

interface Definition {
  readonly kind: Kind;
  readonly name: string;
  readonly source: unknown;
  readonly names: ReadonlySet<string>;
}

function definitionsOf(define: Definitions): ReadonlyMap<string, Definition> {
  const all = new Map<string, Definition>();
  for (const kind of KINDS) {
    for (const [name, source] of Object.entries(define[kind] ?? {})) {
      const names = new Set<string>();
      all.set(`${kind}.${name}`, { kind, name, source: alone(source, names), names });
    }
  }
  return all;
}

/** Every definition the rules lead to: those were looked at where they are used. */
function usedBy(source: PolicyDocument, all: ReadonlyMap<string, Definition>): ReadonlySet<string> {
  const used = new Set<string>();
  alone([source.rules, source.gate, source.otherwise], used);
  // A set is walked in the order things are added, so what a definition names is reached as well.
  for (const label of used) for (const name of all.get(label)?.names ?? []) used.add(name);
  return used;
}

/** Refuses definitions that are wrong although no rule uses them yet, and tables with a word in two cases. */
export function reportDefinitions(source: PolicyDocument, compiler: Compiler): void {
  const all = definitionsOf(compiler.define);
  const circle = circleIn(all);
  if (circle) compiler.at.at('define', circle.kind, circle.name).fail(`leads back to itself: ${circle.way}`);
  const used = usedBy(source, all);
  for (const [label, { kind, name, source: body, names }] of all) {
    if (used.has(label)) continue;
    const here = within(compiler, 'define', kind, name);
    for (const other of KINDS) {
      const prefix = `${other}.`;
      for (const each of names) if (each.startsWith(prefix)) defined(other, each.slice(prefix.length), here);
    }
    if (isOfEntry(body)) continue;
    if (kind === 'conditions') compileCondition(body as Condition, here);
    else compileFormula(body as Formula, here);
  }
  for (const [name, table] of Object.entries(compiler.define.tables ?? {})) {
    reportTable(table, within(compiler, 'define', 'tables', name));
  }
}

/** One circle among definitions, or null: those that name none left are taken away until only circles and what leads there remain. */
function circleIn(
  all: ReadonlyMap<string, Definition>,
): { readonly kind: Kind; readonly name: string; readonly way: string } | null {
  const open = new Map(
    [...all].map(([label, { names }]) => [label, [...names].filter((name) => all.has(name)).length]),
  );
  const namedBy = new Map<string, string[]>();
  for (const [label, { names }] of all) {
    for (const name of names) {
      const above = namedBy.get(name);
      if (above) above.push(label);
      else namedBy.set(name, [label]);
    }
  }
  const done = [...open].filter(([, count]) => count === 0).map(([label]) => label);
  for (const label of done) {
    for (const above of namedBy.get(label) ?? []) {
      const count = (open.get(above) ?? 0) - 1;
      open.set(above, count);
      if (count === 0) done.push(above);
    }
  }
  const left = new Set([...open].filter(([, count]) => count > 0).map(([label]) => label));
  const [first] = left;
  if (first === undefined) return null;
  const nextOf = (label: string): string | undefined =>
    [...(all.get(label)?.names ?? [])].find((name) => left.has(name));
  const met = new Set<string>();
  let at: string | undefined = first;
  for (; at !== undefined && !met.has(at); at = nextOf(at)) met.add(at);
  const walked = [...met];
  const way = walked.slice(walked.indexOf(at ?? first));
  const start = all.get(way[0] ?? '');
  if (!start) return null;
  const shown = [...way.slice(0, MAX_SHOWN), ...(way.length > MAX_SHOWN ? ['…'] : []), way[0]];
  return { kind: start.kind, name: start.name, way: shown.map((label) => label?.replace(/^\w+\./, '')).join(' → ') };
}

function reportTable(table: Table, compiler: Compiler): void {
  if (!table.byFact.startsWith('item.')) factAt(table.byFact, within(compiler, 'byFact'));
  const seen = new Set<Literal>();
  for (const [i, { is }] of table.cases.entries()) {
    const members = membersOf(is, compiler.define);
    if (members === undefined) {
      within(compiler, 'cases', i, 'is').at.fail('names a list that is not in define.lists');
      continue;
    }
    for (const member of members) {
      if (seen.has(member)) within(compiler, 'cases', i).at.fail(`${String(member)} stands in two cases; keep one`);
      seen.add(member);
    }
  }
}

/** What a case of a table is for; undefined where it names a list that is not there. */
export function membersOf(is: Table['cases'][number]['is'], define: Definitions): readonly Literal[] | undefined {
  if (typeof is === 'object' && 'list' in is)
    return Object.hasOwn(define.lists ?? {}, is.list) ? define.lists?.[is.list] : undefined;
  return [is].flat() as readonly Literal[];
}
