import type { FactEntries, FactTree, FactValue } from '../model/facts.ts';
import type { FactList, FactNode, FactRecord } from '../model/vocabulary.ts';
import { acceptedBy, readFactValue } from './fact-values.ts';
import type { Reading } from './problems.ts';
import { suggestion, wordList } from './suggest.ts';

const MAX_ENTRIES = 5_000;
/** Longer keys are read like any other value, and refused. */
const MAX_KEY = 200;
/** Beside entries by key: `$others: unknown` says that the list may be longer. */
export const OTHERS = '$others';
/** Said once, at the top, beside the facts. */
export const ABOUT_FACTS: readonly string[] = ['charges', 'sources', 'answerers'];

export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Node = FactValue | FactTree | FactEntries | null | undefined;

/** One fact, group or list. `at` is where its group stands: most facts are right, and then nobody asks for their place. */
function readNode(node: FactNode, value: unknown, at: Reading, key: string): Node {
  if (value === null) return null;
  if (node.shape === 'fact') return acceptedBy(node, value) ?? readFactValue(node, value, at.at(key));
  if (node.shape === 'list') return readList(node, value, at.at(key));
  return isGroup(value) ? readRecord(node, value, at.at(key)) : at.at(key).fail('expected a group of facts');
}

/** The facts below a name, when it is a group of facts that is known. */
export const subtree = (node: FactTree[string]): FactTree | undefined =>
  isGroup(node) && !('kind' in node && typeof node.kind === 'string' && ('ms' in node || 'day' in node))
    ? (node as FactTree)
    : undefined;

const nodeOf = ({ fields, others }: FactRecord, key: string): FactNode | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : others;

const NONE: readonly string[] = [];

/** The facts of a group, each checked against the vocabulary; keys that stand `apart` are read elsewhere. */
export function readRecord(
  record: FactRecord,
  given: Record<string, unknown>,
  at: Reading,
  apart: readonly string[] = NONE,
): FactTree {
  const tree: Record<string, Node> = {};
  for (const key of Object.keys(given)) {
    if (apart.includes(key)) continue;
    const node = nodeOf(record, key);
    if (node === undefined) {
      const known = at.path.length === 0 ? [...Object.keys(record.fields), ...ABOUT_FACTS] : Object.keys(record.fields);
      at.at(key).fail(`there is no fact ${key} here; expected ${wordList(known)}${suggestion(key, known)}`);
    } else {
      const read = readNode(node, given[key], at, key);
      if (read !== undefined) tree[key] = read;
    }
  }
  return tree;
}

/** Entries as a list with their key inside, or by key: `evidence: { receipt: verified }`. */
function readList(node: FactList, value: unknown, at: Reading): FactEntries | undefined {
  if (Array.isArray(value) && value.length <= MAX_ENTRIES) {
    const entries = value.map((each, i) => (isGroup(each) ? readRecord(node.entry, each, at.at(i)) : null));
    if (entries.some((each) => each === null)) return at.fail('expected a list of groups of facts');
    return entriesOf(entries as readonly FactTree[], node.key);
  }
  if (!isGroup(value)) return at.fail('expected a list of entries, or entries by their key');
  const others = value[OTHERS];
  if (others !== undefined && others !== 'unknown') return at.at(OTHERS).fail('expected unknown');
  const names = Object.keys(value).filter((key) => key !== OTHERS);
  const entries = names.map((key) => readEntry(node, key, value[key], at));
  return entriesOf(entries, node.key, others === undefined);
}

/** An entry under its key: a group, or one plain value for its main fact. */
function readEntry(node: FactList, key: string, value: unknown, at: Reading): FactTree {
  if (isGroup(value)) return readRecord(node.entry, { ...value, [node.key]: key }, at.at(key));
  const { main, entry } = node;
  if (main === undefined) return readRecord(entry, { [node.key]: key }, at.at(key));
  const kind = entry.fields[main];
  const read = kind?.shape === 'fact' && value !== null ? acceptedBy(kind, value) : undefined;
  if (read === undefined || key.length > MAX_KEY)
    return readRecord(entry, { [main]: value, [node.key]: key }, at.at(key));
  const tree: Record<string, Node> = {};
  tree[main] = read;
  tree[node.key] = key;
  return tree;
}

/** A list with its entries by key. */
export function entriesOf(entries: readonly FactTree[], key: string, complete = true): FactEntries {
  const byKey = new Map<string, FactTree>();
  // The latest entry under a key is the one meant by it; `count` still sees them all.
  for (const entry of entries) if (typeof entry[key] === 'string') byKey.set(entry[key], entry);
  return { entries, byKey, complete };
}
