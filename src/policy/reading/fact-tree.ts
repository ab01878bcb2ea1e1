import type { FactEntries, FactTree, FactValue } from '../model/facts.ts';
import type { FactList, FactNode, FactRecord } from '../model/vocabulary.ts';
import { readFactValue } from './fact-values.ts';
import type { Reading } from './problems.ts';
import { suggestion, wordList } from './suggest.ts';

const MAX_ENTRIES = 5_000;
/** Beside entries by key: `$others: unknown` says that the list may be longer. */
export const OTHERS = '$others';
/** Said once, at the top, beside the facts. */
const ABOUT_FACTS = ['charges', 'sources', 'answerers'];

export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Node = FactValue | FactTree | FactEntries | null | undefined;

function readNode(node: FactNode, value: unknown, at: Reading): Node {
  if (value === null) return null;
  if (node.shape === 'fact') return readFactValue(node, value, at);
  if (node.shape === 'list') return readList(node, value, at);
  return isGroup(value) ? readRecord(node, value, at) : at.fail('expected a group of facts');
}

/** The facts below a name, when it is a group of facts that is known. */
export const subtree = (node: FactTree[string]): FactTree | undefined =>
  isGroup(node) && !('kind' in node && typeof node.kind === 'string' && ('ms' in node || 'day' in node))
    ? (node as FactTree)
    : undefined;

/** The facts of a group, each checked against the vocabulary. */
export function readRecord(record: FactRecord, given: Record<string, unknown>, at: Reading): FactTree {
  const tree: Record<string, Node> = {};
  for (const [key, value] of Object.entries(given)) {
    const node: FactNode | undefined = Object.hasOwn(record.fields, key) ? record.fields[key] : record.others;
    if (node === undefined) {
      const known = at.path.length === 0 ? [...Object.keys(record.fields), ...ABOUT_FACTS] : Object.keys(record.fields);
      at.at(key).fail(`there is no fact ${key} here; expected ${wordList(known)}${suggestion(key, known)}`);
    } else {
      const read = readNode(node, value, at.at(key));
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
  const { [OTHERS]: others, ...named } = value;
  if (others !== undefined && others !== 'unknown') return at.at(OTHERS).fail('expected unknown');
  const entries = Object.entries(named).map(([key, entry]) => {
    const fields = isGroup(entry) ? entry : node.main === undefined ? {} : { [node.main]: entry };
    return readRecord(node.entry, { ...fields, [node.key]: key }, at.at(key));
  });
  return entriesOf(entries, node.key, others === undefined);
}

/** A list with its entries by key. */
export function entriesOf(entries: readonly FactTree[], key: string, complete = true): FactEntries {
  const byKey = new Map<string, FactTree>();
  // The latest entry under a key is the one meant by it; `count` still sees them all.
  for (const entry of entries) if (typeof entry[key] === 'string') byKey.set(entry[key], entry);
  return { entries, byKey, complete };
}
