import type { ChargeFacts, Facts, FactTree, FactValue } from '../model/facts.ts';
import { ANSWERERS, type Answerer, type FactRecord, VOCABULARY } from '../model/vocabulary.ts';
import { compareMoments, isMoment, type Moment } from '../time/moment.ts';
import { findZone } from '../time/zone.ts';
import { readCharges } from './charges.ts';
import { ABOUT_FACTS, entriesOf, isGroup, readRecord, subtree } from './fact-tree.ts';
import { type Problem, Reading } from './problems.ts';
import { wordList } from './suggest.ts';

const UTC = findZone('UTC');

/**
 * Reads the facts of one case.
 * @param given nested facts in the words of the vocabulary; what is left out is unknown, `null` is known not to exist.
 *   Beside them `sources` (where a fact comes from) and `answerers` (who can say an unknown one), both by path.
 * @param vocabulary what there is, with the brand's own facts
 */
export function readFacts(
  given: unknown,
  vocabulary: FactRecord = VOCABULARY,
): { readonly facts: Facts } | { readonly problems: readonly Problem[] } {
  const at = new Reading();
  if (!isGroup(given)) return { problems: [{ path: [], message: 'expected facts as a group of keys' }] };
  const { sources, answerers, charges } = given;
  const tree = readRecord(vocabulary, given, at, ABOUT_FACTS);
  const list = charges === undefined ? undefined : readCharges(charges, at.at('charges'));
  const about = { sources: readWho(sources, at.at('sources')), answerers: readWho(answerers, at.at('answerers')) };
  checkZone(tree, at);
  if (at.problems.length > 0) return { problems: at.problems };
  return { facts: { tree: list === undefined ? tree : withCharges(tree, list), charges: list, ...about, given } };
}

/** The charges among the facts, as rules count them, and how far they are paid through where nobody said it. */
function withCharges(tree: FactTree, list: readonly ChargeFacts[]): FactTree {
  const trees = list.map((charge) => charge.tree);
  const charges = entriesOf(trees, 'id');
  return tree.paidThrough === undefined ? { ...tree, charges, paidThrough: latestCover(trees) } : { ...tree, charges };
}

function checkZone(tree: FactTree, at: Reading): void {
  const contract = tree.contract;
  const zone = subtree(contract)?.zone;
  if (typeof zone === 'string' && findZone(zone) === null) {
    at.at('contract', 'zone').fail(`expected a time zone such as Europe/Berlin, found ${zone}`);
  }
}

function readWho(value: unknown, at: Reading): Readonly<Record<string, Answerer>> {
  if (value === undefined) return {};
  if (!isGroup(value)) return at.fail('expected paths of facts, each with who') ?? {};
  const result: Record<string, Answerer> = {};
  for (const [path, who] of Object.entries(value)) {
    const known = ANSWERERS.find((each) => each === who);
    if (known) result[path] = known;
    else at.at(path).fail(`expected ${wordList(ANSWERERS)}, found ${String(who)}`);
  }
  return result;
}

/** The end of the latest period any charge covers; absent without charges, unknown when one is not known. */
function latestCover(charges: readonly FactTree[]): FactValue | null | undefined {
  let latest: Moment | null = null;
  for (const { covers } of charges) {
    if (covers === null) continue;
    const until = subtree(covers)?.until;
    if (!isMoment(until) || UTC === null) return undefined;
    if (latest === null || compareMoments(until, latest, UTC) > 0) latest = until;
  }
  return latest;
}
