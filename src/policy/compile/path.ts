import type { FactEntries, FactTree, Known } from '../model/facts.ts';
import type { FactKind, FactList, FactNode, FactRecord } from '../model/vocabulary.ts';
import { CHARGE } from '../model/vocabulary.ts';
import { suggestion, wordList } from '../reading/suggest.ts';
import type { Case } from './case.ts';

/** A fact a rule reads. */
export interface FactRef {
  readonly path: string;
  readonly kind: FactKind;
  /** Undefined when unknown, null when known not to exist. */
  read(c: Case): Known;
}

type Node = FactTree[string];
type Step = (node: Node) => Node;

interface Segment {
  readonly name: string;
  readonly key: string | undefined;
}

/** `usage[minutes].value` in pieces, or null when it is not written as a path. */
function segmentsOf(path: string): readonly Segment[] | null {
  const segments = path.split(/\.(?![^[]*\])/).map((part) => /^([A-Za-z][\w-]*)(?:\[([\w.-]+)\])?$/.exec(part));
  if (segments.some((match) => match === null)) return null;
  return segments.map((match) => ({ name: match?.[1] ?? '', key: match?.[2] }));
}

const field =
  (name: string): Step =>
  (node) =>
    node === undefined || node === null ? node : (node as FactTree)[name];

const entry =
  (key: string): Step =>
  (node) => {
    if (node === undefined || node === null) return node;
    const { byKey, complete } = node as FactEntries;
    return byKey.get(key) ?? (complete ? null : undefined);
  };

/** The steps to a node of the vocabulary, or a sentence saying what is wrong. */
function walk(
  root: FactRecord,
  segments: readonly Segment[],
): { node: FactNode; steps: Step[]; list?: FactList } | string {
  let node: FactNode = root;
  let list: FactList | undefined;
  const steps: Step[] = [];
  for (const [i, { name, key }] of segments.entries()) {
    if (node.shape === 'list') {
      const [before, more] = [segments[i - 1]?.name, segments[i + 1]?.name ?? node.main];
      return `${before} is a list: write ${before}[${name}]${more ? `.${more}` : ''}`;
    }
    if (node.shape !== 'record') return `there is nothing below a fact, so no ${name} here`;
    const next: FactNode | undefined = Object.hasOwn(node.fields, name) ? node.fields[name] : node.others;
    const known = Object.keys(node.fields);
    if (!next) return `there is no fact ${name} here; expected ${wordList(known)}${suggestion(name, known)}`;
    steps.push(field(name));
    if (key === undefined) node = next;
    else if (next.shape === 'list') {
      steps.push(entry(key));
      list = next;
      node = next.entry;
    } else return `${name} is no list, so it takes no [${key}]`;
  }
  return list ? { node, steps, list } : { node, steps };
}

/** Where a path starts: the facts, the charge in turn, or the entry being counted. */
function rootOf(first: string, vocabulary: FactRecord, item: FactRecord | null) {
  if (first === 'charge') return { record: CHARGE, own: true, start: chargeOf };
  if (first === 'item' && item) return { record: item, own: true, start: (c: Case): Node => c.item };
  return { record: vocabulary, own: false, start: (c: Case): Node => c.tree };
}

const chargeOf = (c: Case): Node => (c.charge ? c.charge.tree : c.charge);

function follow(start: (c: Case) => Node, steps: readonly Step[]): (c: Case) => Node {
  const [a, b] = steps;
  if (!a) return start;
  if (!b) return (c) => a(start(c));
  if (steps.length === 2) return (c) => b(a(start(c)));
  return (c) => steps.reduce((node, step) => step(node), start(c));
}

/** The paths most rules read, `contract.region` and `charge.at`, without a call for each step. */
function directly(segments: readonly Segment[]): ((c: Case) => Node) | undefined {
  const [first, second] = segments;
  if (!first || segments.length > 2 || segments.some(({ key }) => key !== undefined)) return undefined;
  const outer = first.name;
  if (!second) return outer === 'charge' || outer === 'item' ? undefined : (c) => c.tree[outer];
  const inner = second.name;
  const below = (node: Node): Node => (node === undefined || node === null ? node : (node as FactTree)[inner]);
  if (outer === 'charge') return (c) => (c.charge ? c.charge.tree[inner] : c.charge);
  return outer === 'item' ? undefined : (c) => below(c.tree[outer]);
}

/** A path compiled to a reader of its fact, or a sentence saying what is wrong with it. */
export function compilePath(path: string, vocabulary: FactRecord, item: FactRecord | null): FactRef | string {
  const segments = segmentsOf(path);
  const first = segments?.[0];
  if (!segments || !first) return `expected a path such as contract.concludedAt, found ${path}`;
  if (first.name === 'item' && !item) return 'item exists only inside count';
  if (first.name === 'own' && !Object.hasOwn(vocabulary.fields, 'own'))
    return `there is no fact ${path}; declare it under facts:`;
  const root = rootOf(first.name, vocabulary, item);
  const walked = walk(root.record, root.own ? segments.slice(1) : segments);
  if (typeof walked === 'string') return walked;
  const { node, steps } = walked;
  if (node.shape === 'list') return `${path} is a list: address an entry as ${path}[${node.key}], or count it`;
  if (node.shape === 'record') {
    const inner = Object.keys(node.fields);
    return `${path} is a group of facts; expected one of its facts: ${wordList(inner)}`;
  }
  const reach = (directly(segments) ?? follow(root.start, steps)) as (c: Case) => Known;
  const { whenNoEntry } = node;
  if (whenNoEntry === undefined) return { path, kind: node, read: reach };
  return { path, kind: node, read: (c) => (reach(c) === null ? whenNoEntry : reach(c)) };
}

/** A list a rule counts, with the vocabulary of its entries. */
export function compileList(
  path: string,
  vocabulary: FactRecord,
): { list: FactList; read(c: Case): FactEntries | null | undefined } | string {
  const segments = segmentsOf(path);
  if (!segments) return `expected the path of a list, found ${path}`;
  const walked = walk(vocabulary, segments);
  if (typeof walked === 'string') return walked;
  if (walked.node.shape !== 'list') return `${path} is no list`;
  const reach = follow((c) => c.tree, walked.steps);
  return { list: walked.node, read: reach as (c: Case) => FactEntries | null | undefined };
}
