import { WORD_LABELS } from '../explain/words/words.ts';
import type { AnyDocument, PolicyDocument } from '../model/document.ts';
import { CHANNELS } from '../model/vocabulary.ts';
import type { Path } from '../reading/problems.ts';
import { nearestWord, suggestion } from '../reading/suggest.ts';
import type { Report } from './finding.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const IN_CAPITALS = /^[A-Z]{3}$/;

/** Words the product knows of a set that packs extend. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['channel', CHANNELS],
  ...[
    'evidence',
    'account.standing',
    'charge.method',
    'charge.disputeState',
    'contract.term',
    'contract.customerType',
  ].map((group): [string, readonly string[]] => [group, wordsOf(group)]),
]);

function wordsOf(group: string): readonly string[] {
  return [...WORD_LABELS.keys()]
    .filter((key) => key.startsWith(`${group}.`) && !key.startsWith('evidence.state.'))
    .map((key) => key.slice(group.length + 1));
}

/** Words that are one slip away from a word the product knows, and currencies there are none of. */
export function lintWords(document: PolicyDocument, report: Report): void {
  const { tests: _tests, labels = {}, ...body } = document;
  const look = (group: string, word: unknown, path: Path): void => {
    const known = KNOWN.get(group) ?? [];
    if (typeof word !== 'string' || known.includes(word)) return;
    if (Object.hasOwn(labels, word) || Object.hasOwn(labels, `${group}.${word}`)) return;
    const near = nearestWord(word, known);
    if (near !== null)
      report(
        'warning',
        'wordUnknown',
        path,
        `nobody has named ${word}; did you mean ${near}? If not, give it a name under labels`,
      );
  };
  const walk = (node: unknown, path: Path): void => {
    if (typeof node !== 'object' || node === null) return;
    const { fact, eq, in: members, minor, unit, allOf = [], anyOf = [] } = node as Readonly<Record<string, unknown>>;
    if (typeof fact === 'string') for (const word of [eq, members].flat()) look(fact, word, path);
    if (path.at(-1) === 'evidence') for (const word of [allOf, anyOf].flat()) look('evidence', word, path);
    if (path.at(-1) === 'channels') for (const word of Object.values(node).flat()) look('channel', word, path);
    if (typeof minor === 'number' && typeof unit === 'string' && IN_CAPITALS.test(unit) && !CURRENCIES.has(unit))
      report(
        'warning',
        'currencyUnknown',
        path,
        `there is no currency ${unit} (ISO 4217)${suggestion(unit, CURRENCIES)}`,
      );
    for (const [key, each] of Array.isArray(node) ? node.entries() : Object.entries(node)) walk(each, [...path, key]);
  };
  walk(body, []);
}

/** Other documents this one names, that are not among those it was given with. */
export function lintReferences(document: PolicyDocument, all: readonly AnyDocument[], report: Report): void {
  const others = all.filter(({ id }) => id !== document.id).map(({ id }) => id);
  const look = (names: readonly string[], path: Path): void => {
    for (const [i, name] of names.entries())
      if (!others.includes(name))
        report(
          'warning',
          'documentUnknown',
          [...path, i],
          `no document ${name} was given beside this one${suggestion(name, others)}`,
        );
  };
  look(document.replaces ?? [], ['replaces']);
  look(document.tests?.with ?? [], ['tests', 'with']);
  const { id, supersedes } = document;
  if (supersedes !== undefined && !all.some((other) => other.id === id && other.version === supersedes))
    report('warning', 'versionUnknown', ['supersedes'], `version ${supersedes} of ${id} was not given beside this one`);
}
