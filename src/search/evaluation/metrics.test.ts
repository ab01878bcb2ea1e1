import { expect, test } from 'vitest';
import { evaluate, parseDataset } from '../evaluate.ts';
import { areaUnderCurve, ndcg, percentile, recall, reciprocalRank } from './metrics.ts';

const grades = new Map([
  ['a', 1],
  ['b', 1],
]);

test('ndcg is 1 for a perfect order and falls with the place', () => {
  expect(ndcg(['a', 'b', 'x'], grades)).toBe(1);
  // gain 1/log2(3) at place 2, ideal 1 + 1/log2(3)
  expect(ndcg(['x', 'a'], grades)).toBeCloseTo(0.6309 / 1.6309, 3);
  expect(ndcg([], grades)).toBe(0);
});

test('reciprocal rank and recall look at the first ten only', () => {
  const far = [...Array.from({ length: 10 }, (_, at) => `x${at}`), 'a'];
  expect([reciprocalRank(far, grades), recall(far, grades)]).toEqual([0, 0]);
  expect([reciprocalRank(['x', 'a'], grades), recall(['x', 'a'], grades)]).toEqual([0.5, 0.5]);
});

test('the area under the curve counts ties half', () => {
  expect(areaUnderCurve([0.9, 0.8], [0.1])).toBe(1);
  expect(areaUnderCurve([0.5], [0.5])).toBe(0.5);
  expect(areaUnderCurve([0.1], [0.9])).toBe(0);
});

test('the 99th percentile of a hundred values is the ninety-ninth', () => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, at) => at + 1),
      0.99,
    ),
  ).toBe(99);
});

test('a dataset in a language we do not ship is indexed and measured', () => {
  const dataset = parseDataset({
    meta: '{"lang":"sv"}',
    docs: '{"id":"d1","title":"Uppsägning","text":"Så avslutar du abonnemanget."}\n{"id":"d2","title":"Faktura","text":"Läs din faktura här."}\n',
    queries: '{"id":"q1","text":"avsluta abonnemang"}\n',
    qrels: 'q1\td1\t1\n',
    qa: '{"id":"q1","question":"Hur avslutar du abonnemanget?","doc":"d1","answers":["avslutar du"],"impossible":false}\n',
  });
  let now = 0;
  const report = evaluate(dataset, { milliseconds: () => (now += 1) });
  expect(report).toMatchObject({
    locale: 'sv',
    documents: 2,
    queries: 1,
    ndcgAt10: 1,
    mrrAt10: 1,
    recallAt10: 1,
    memoryBytes: null,
  });
  expect(report.answers).toMatchObject({ questions: 1, hitAt1: 1, noAnswerAuroc: null });
});
