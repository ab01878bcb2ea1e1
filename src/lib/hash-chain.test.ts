import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainContent, type ChainEntry, checkChain, firstHash, seal } from './hash-chain.ts';

const SUBJECT = 'claim:1';

/** A chain of these contents, a minute apart. */
function chainOf(contents: readonly unknown[]): { entries: ChainEntry[]; contents: Map<number, ChainContent> } {
  const entries: ChainEntry[] = [];
  const kept = new Map<number, ChainContent>();
  let previous = firstHash(SUBJECT);
  for (const [i, content] of contents.entries()) {
    const number = i + 1;
    const salted = { content, salt: `salt-${number}` };
    const at = `2026-11-22T10:${String(i % 60).padStart(2, '0')}:00Z`;
    const entry = seal({ number, at, kind: 'note', by: 'visitor' }, salted, previous);
    entries.push(entry);
    kept.set(number, salted);
    previous = entry.hash;
  }
  return { entries, contents: kept };
}

const contents = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 12 });

test('a chain nobody touched is intact, and its last hash is its head', () => {
  fc.assert(
    fc.property(contents, (given) => {
      const chain = chainOf(given);
      expect(checkChain(SUBJECT, chain.entries, chain.contents)).toEqual({
        intact: true,
        length: given.length,
        erased: [],
        head: chain.entries.at(-1)?.hash,
      });
    }),
  );
});

test('any entry changed, moved, taken out or put in is found, and named', () => {
  const change = fc.constantFrom('kind', 'at', 'by', 'digest', 'content', 'order', 'drop');
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 9 }), fc.nat(8), change, (given, place, what) => {
      const { entries, contents } = chainOf(given.map((text, i) => `${i} ${text}`));
      const at = place % entries.length;
      const entry = entries[at];
      const next = (at + 1) % entries.length;
      if (!entry) throw new Error('there is one');
      if (what === 'content') contents.set(entry.number, { content: 'other', salt: `salt-${entry.number}` });
      else if (what === 'drop') entries.splice(at, 1);
      else if (what === 'order') [entries[at], entries[next]] = [entries[next] as ChainEntry, entry];
      else entries[at] = { ...entry, [what]: `${entry[what as 'kind']}x` };
      const dropsTheLast = what === 'drop' && at === entries.length;
      // What was cut off at the end shows only to who knows the head, which is why people are given it.
      expect(checkChain(SUBJECT, entries, contents).intact).toBe(dropsTheLast);
    }),
  );
});

test('an entry whose content was erased leaves the chain intact and says so', () => {
  const { entries, contents } = chainOf(['a', 'b', 'c']);
  contents.set(2, { erasedAt: '2026-12-01T00:00:00Z', byRule: 'retention' });
  expect(checkChain(SUBJECT, entries, contents)).toMatchObject({ intact: true, erased: [2] });
});

test('a chain does not pass for the chain of another subject', () => {
  const { entries, contents } = chainOf(['a']);
  expect(checkChain('claim:2', entries, contents)).toEqual({ intact: false, number: 1, because: 'moved' });
});

test('without its salt the digest of a short answer cannot be guessed', () => {
  const { entries } = chainOf(['yes']);
  const guess = seal({ number: 1, at: '', kind: '', by: '' }, { content: 'yes', salt: '' }, '').digest;
  expect(entries[0]?.digest).not.toBe(guess);
});
