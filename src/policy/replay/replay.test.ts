import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { compilePolicies } from '../compile/policies.ts';
import { decide } from '../decide/decide.ts';
import type { PolicyDocument } from '../model/document.ts';
import { readFacts } from '../reading/facts.ts';
import { type Flip, recordOf, replay } from './replay.ts';

const policy = (upTo: number): PolicyDocument => ({
  kind: 'policy',
  id: 'own',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: {},
  effective: { from: '2020-01-01' },
  provenance: [{ source: 'test', verified: true }],
  zone: 'UTC',
  rules: [{ id: 'window', on: ['refund'], when: { within: { of: 'charge.at', upTo } }, outcome: { refund: {} } }],
  otherwise: [{ id: 'late', on: ['refund'], outcome: { deny: {} } }],
});

const AS_OF = Temporal.Instant.from('2026-03-01T00:00:00Z');

function pastCase(day: number) {
  const at = `2026-02-${String(day).padStart(2, '0')}T12:00:00Z`;
  const charge = {
    id: 'c1',
    at: '2026-02-01T08:00:00Z',
    currency: 'EUR',
    alreadyRefunded: 0,
    components: [{ kind: 'fee', amount: 1000 }],
  };
  const read = readFacts({
    channel: 'own',
    contract: { region: 'DE' },
    request: { kind: 'refund', at, about: ['c1'], reason: day % 2 === 0 ? 'even' : 'odd' },
    charges: [charge],
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { id: `case-${day}`, facts: read.facts, asOf: AS_OF };
}

test('a longer window flips exactly the requests between the two last days, and says what that costs', () => {
  const flips: Flip[] = [];
  const corpus = [8, 9, 15, 16].map(pastCase);
  // 1 February + 7 days = the 8th; + 14 days = the 15th: only the 9th and the 15th change, 10.00 each.
  const result = replay(corpus, compilePolicies([policy(7)]), compilePolicies([policy(14)]), (flip) =>
    flips.push(flip),
  );
  expect(flips.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['case-9', 'none', 'full'],
    ['case-15', 'none', 'full'],
  ]);
  expect(result.change).toEqual([{ minor: 2000, unit: 'EUR' }]);
  expect(result.byReason).toEqual([{ key: 'odd', flips: 2, change: [{ minor: 2000, unit: 'EUR' }] }]);
  expect(result.cases).toBe(4);
});

test('a record changes with the document, the facts and nothing else', () => {
  const { facts } = pastCase(8);
  const record = (upTo: number) => recordOf(decide(compilePolicies([policy(upTo)]), facts, AS_OF), facts);
  expect(record(7)).toEqual(record(7));
  expect(record(14).documents).not.toEqual(record(7).documents);
  expect(record(14).facts).toBe(record(7).facts);
});
