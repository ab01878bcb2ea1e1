import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dataset, evaluate, parseDataset } from '../../src/search/evaluate.ts';
import { createSearchIndex } from '../../src/search/index.ts';
import { misspell, randomFrom, withTypo } from './generate.ts';

/** Reads a dataset folder (META.json, docs.jsonl, queries.jsonl, qrels.tsv, qa.jsonl). */
export function readDataset(folder: string): Dataset {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const optional = (name: string): string | undefined => (existsSync(join(folder, name)) ? read(name) : undefined);
  const [meta, qa] = [optional('META.json'), optional('qa.jsonl')];
  return parseDataset({
    docs: read('docs.jsonl'),
    queries: read('queries.jsonl'),
    qrels: read('qrels.tsv'),
    ...(meta === undefined ? {} : { meta }),
    ...(qa === undefined ? {} : { qa }),
  });
}

const instruments = {
  milliseconds: (): number => performance.now(),
  memoryBytes: (): number => process.memoryUsage().rss,
};

/** Quality of a dataset, and the same with one typo in every query. */
export function measureQuality(folder: string): {
  readonly clean: ReturnType<typeof evaluate>;
  readonly typoShare: number;
} {
  const dataset = readDataset(folder);
  const clean = evaluate(dataset, instruments);
  const random = randomFrom(7);
  const queries = dataset.queries.map(({ id, text }) => ({ id, text: withTypo(text, random) }));
  const typos = evaluate({ ...dataset, queries, questions: [] }, instruments);
  return { clean, typoShare: typos.ndcgAt10 / clean.ndcgAt10 };
}

const families = [
  { prefix: 'NW', groups: [1, 1] },
  { prefix: 'UI', groups: [3] },
  { prefix: 'TVP', groups: [3] },
  { prefix: 'M7', groups: [3, 4] },
  { prefix: 'S7', groups: [3, 4] },
  { prefix: 'DRM', groups: [3] },
  { prefix: 'AC', groups: [3] },
];
const sentences = [
  'netflix error @ on my tv',
  'was bedeutet Fehler @ auf dem Fernseher',
  'que faire erreur @ sur ma télé',
  'ralat @ pada tv saya',
];

function makeCodes(random: () => number, count: number): string[] {
  const codes = new Set<string>();
  while (codes.size < count) {
    const { prefix, groups } = families[Math.floor(random() * families.length)] ?? { prefix: 'X', groups: [4] };
    const digits = groups.map((length) => String(Math.floor(random() * 10 ** length)).padStart(length, '0'));
    codes.add([prefix, ...digits].join('-'));
  }
  return [...codes];
}

/** Every way people spell a code. */
function spellingsOf(code: string): string[] {
  const plain = code.replaceAll('-', '');
  const variants = [
    code,
    code.toLowerCase(),
    plain,
    plain.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', '_'),
  ];
  variants.push(
    code.replaceAll('-', '–'),
    code.replaceAll('-', '.'),
    plain.replaceAll('0', 'O'),
    plain.replaceAll('1', 'l'),
  );
  return [...variants, ...sentences.map((sentence) => sentence.replace('@', code.toLowerCase().replaceAll('-', ' ')))];
}

/** Share of code queries whose first hit is the right page: spelling variants, and one typo. */
export function measureCodes(count = 120): { readonly spellings: number; readonly typos: number } {
  const random = randomFrom(11);
  const codes = makeCodes(random, count);
  const index = createSearchIndex({ defaultLocale: 'en' });
  index.put(
    codes.map((code) => ({
      id: code,
      locale: 'en',
      type: 'code',
      title: `Error ${code}`,
      passages: [],
      codes: [code],
    })),
  );
  const isFirst = (text: string, code: string): boolean => {
    const { hits, codes: found } = index.search({ text, locale: 'en' });
    return (
      hits[0]?.id === code || (found[0]?.kind === 'exact' && found.some((match) => match.documentIds.includes(code)))
    );
  };
  const spelt = codes.flatMap((code) => spellingsOf(code).map((text) => isFirst(text, code)));
  const known = new Set(codes.map((code) => code.replaceAll('-', '')));
  const typos = codes.flatMap((code) => {
    const plain = code.replaceAll('-', '');
    const wrong = Array.from({ length: 8 }, () => misspell(plain, random, 'ABCDEFGHKMNPQRSTUVWXYZ23456789'));
    return wrong.filter((text) => !known.has(text) && text !== plain).map((text) => isFirst(text, code));
  });
  const share = (results: readonly boolean[]): number => results.filter(Boolean).length / Math.max(1, results.length);
  return { spellings: share(spelt), typos: share(typos) };
}
