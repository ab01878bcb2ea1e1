import { describe, expect, test } from 'vitest';
import { evaluate, parseDataset } from '../evaluate.ts';

const clock = () => {
  let now = 0;
  return { milliseconds: () => (now += 1) };
};
const files = (docs: string, queries = '', qrels = '') => ({ docs, queries, qrels });

describe('a data set is read', () => {
  test('with Windows line ends, blank lines, a byte order mark and fields nobody asked for', () => {
    const dataset = parseDataset({
      meta: '\uFEFF{"lang":"fi","note":["x"]}',
      docs: '\uFEFF{"id":"a","title":"Lasku","text":"Näin maksat laskun.","n":1}\r\n\r\n{"id":2,"text":"Muu"}\r\n\r\n',
      queries: '{"id":"q","text":"maksa lasku","lang":"fi"}\r\n',
      qrels: 'query-id\tcorpus-id\tscore\r\nq\ta\t1\r\n\r\nq\t2\t0\r\n',
    });
    expect(dataset.documents.map(({ id, title }) => [id, title])).toEqual([
      ['a', 'Lasku'],
      ['2', ''],
    ]);
    expect(evaluate(dataset, clock())).toMatchObject({ locale: 'fi', queries: 1, ndcgAt10: 1 });
  });

  test('without META.json: the language is that of the first document, or none in particular', () => {
    expect(parseDataset(files('{"id":"a","lang":"ja"}')).locale).toBe('ja');
    expect(parseDataset(files('{"id":"a"}')).locale).toBe('und');
  });

  test('with judgements in four columns, and in three', () => {
    const both = parseDataset(files('{"id":"a"}', '{"id":"q","text":"x"}', 'q 0 a 2\nq\tb\t1'));
    expect([...(both.relevance.get('q') ?? [])]).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});

test.each([
  ['docs.jsonl: line 3 is not a JSON object', files('{"id":"a"}\n\nnope')],
  ['docs.jsonl: line 1 is not a JSON object', files('["a"]')],
  ['docs.jsonl: line 2 has no id', files('{"id":"a"}\n{"text":"b"}')],
  ['queries.jsonl: line 1 has no id', files('{"id":"a"}', '{"text":"b"}')],
  ['qrels.tsv: line 2 has no query, document and grade', files('{"id":"a"}', '', 'q a 1\nq a')],
  ['META.json is not a JSON object', { ...files('{"id":"a"}'), meta: '{' }],
])('“%s” is told', (message, broken) => {
  expect(() => parseDataset(broken)).toThrow(message);
});

test.each([
  ['es', 'Factura', 'Así se paga la factura del mes.', 'pagar facturas', 'la factura'],
  ['ja', '請求書', '請求書の支払い方法はこちらです。', '請求書 支払い', '支払い方法'],
  ['ar', 'الفاتورة', 'هكذا تدفع الفاتورة كل شهر.', 'دفع فاتورة', 'كل شهر'],
  ['fi', 'Lasku', 'Näin maksat laskun verkossa.', 'laskun maksaminen', 'verkossa'],
  ['tlh', 'QIn', 'nuqneH jupwIʼ QIn.', 'QIn', 'jupwI'],
  ['', '', 'plain text', 'text', 'plain'],
])('a data set in the language “%s” is indexed, searched and answered', (lang, title, text, query, answer) => {
  const dataset = parseDataset({
    meta: JSON.stringify({ lang }),
    docs: `${JSON.stringify({ id: 'a', title, text })}\n{"id":"b","title":"?","text":"xyz 123"}`,
    queries: JSON.stringify({ id: 'q', text: query }),
    qrels: 'q\ta\t1',
    qa: JSON.stringify({ id: 'q', question: query, doc: 'a', answers: [answer] }),
  });
  const report = evaluate(dataset, clock());
  expect(report).toMatchObject({ ndcgAt10: 1, mrrAt10: 1, recallAt10: 1 });
  expect(report.answers).toMatchObject({ hitAt1: 1, hitAt3: 1 });
});

test('an empty data set gives figures, not an error', () => {
  expect(evaluate(parseDataset(files('')), clock())).toMatchObject({ documents: 0, queries: 0, ndcgAt10: 0 });
});
