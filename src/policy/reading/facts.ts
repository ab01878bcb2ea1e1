import type { Facts, FactTree, FactValue } from '../model/facts.ts';
import { ANSWERERS, type Answerer, type FactRecord, VOCABULARY } from '../model/vocabulary.ts';
import { compareMoments, isMoment } from '../time/moment.ts';
import { findZone } from '../time/zone.ts';
import { readCharges } from './charges.ts';
import { entriesOf, isGroup, readRecord, subtree } from './fact-tree.ts';
import { type Problem, Reading } from './problems.ts';
import { wordList } from './suggest.ts';

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
  const { sources, answerers, charges, ...rest } = given;
  const tree = readRecord(vocabulary, rest, at);
  const list = charges === undefined ? undefined : readCharges(charges, at.at('charges'));
  const about = { sources: readWho(sources, at.at('sources')), answerers: readWho(answerers, at.at('answerers')) };
  checkZone(tree, at);
  if (at.problems.length > 0) return { problems: at.problems };
  const charged =
    list === undefined
      ? {}
      : {
          charges: entriesOf(
            list.map((charge) => charge.tree),
            'id',
          ),
        };
  const through = tree.paidThrough === undefined && list !== undefined ? { paidThrough: latestCover(list) } : {};
  return { facts: { tree: { ...tree, ...charged, ...through }, charges: list, ...about, given } };
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
function latestCover(charges: readonly { readonly tree: FactTree }[]): FactValue | null | undefined {
  const zone = findZone('UTC');
  let latest: FactValue | null = null;
  for (const { tree } of charges) {
    const covers = tree.covers;
    if (covers === null) continue;
    const until = subtree(covers)?.until;
    if (!isMoment(until) || zone === null) return undefined;
    if (latest === null || (isMoment(latest) && compareMoments(until, latest, zone) > 0)) latest = until;
  }
  return latest;
}
