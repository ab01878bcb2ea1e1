import { type AnyDocument, compilePolicies, type PastCase, type Policies, replay } from '#policy/index.ts';
import { cases, type Given } from './cases.ts';
import { AS_OF, factsOf } from './decisions.ts';
import { policyOf } from './documents.ts';

/** Stored requests met again and again: enough different ones that nothing is remembered by accident. */
const STORED = 20_000;
const BRAND = 'lantern';

/** The policy with twice the days, as somebody might propose. */
function draft(documents: readonly AnyDocument[]): readonly AnyDocument[] {
  return documents.map((document) =>
    document.kind === 'policy' ? { ...document, define: { ...document.define, constants: { days: 14 } } } : document,
  );
}

/** Past requests as a database gives them, one after the other: JSON, parsed and read as it comes. */
function* stored(rows: readonly string[], count: number, policies: Policies): Generator<PastCase> {
  for (let i = 0; i < count; i++) {
    const given = JSON.parse(rows[i % rows.length] ?? '{}') as Given;
    yield { id: String(i), facts: factsOf(given, policies), asOf: AS_OF };
  }
}

function* known(cases: readonly PastCase[], count: number): Generator<PastCase> {
  for (let i = 0; i < count; i++) {
    const one = cases[i % cases.length];
    if (one) yield one;
  }
}

const heapMegabytes = (): number => {
  globalThis.gc?.();
  return Number((process.memoryUsage().heapUsed / 2 ** 20).toFixed(1));
};

function timed(name: string, corpus: Iterable<PastCase>, before: Policies, after: Policies): object {
  const heapBefore = heapMegabytes();
  const started = performance.now();
  const busy = process.cpuUsage();
  const { cases: count, flips } = replay(corpus, before, after);
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(busy);
  return {
    what: `replay, ${name}`,
    cases: count,
    flips,
    seconds: Number(seconds.toFixed(2)),
    processorSeconds: Number(((user + system) / 1e6).toFixed(2)),
    heapBefore,
    heapAfter: heapMegabytes(),
  };
}

/** Every past request decided under the policy and under a draft, from stored JSON and from facts already read. */
export function measureReplay(count: number): readonly object[] {
  const documents = policyOf(BRAND);
  const [before, after] = [compilePolicies(documents), compilePolicies(draft(documents))];
  const rows = [...cases(BRAND, STORED, 2)].map((given) => JSON.stringify(given));
  // First of all: once many facts are kept, the runtime takes new ones for lasting too, and collecting them gets dear.
  const fromStored = timed('from stored JSON', stored(rows, count, before), before, after);
  const read = [...stored(rows, STORED, before)];
  return [fromStored, timed('from facts already read', known(read, count), before, after)];
}
