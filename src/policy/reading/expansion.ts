import type { PolicyDocument } from '../model/document.ts';
import type { Reading } from './problems.ts';

/** Names that stand for names double at each step; beyond these numbers a document is an attack, or made by a faulty program. */
const MAX_DEFINED = 2_000;
const MAX_IN_DOCUMENT = 100_000;

/** How many parts a value has once every condition and formula named in it is filled in; circles are found elsewhere. */
class Expansion {
  readonly #define: PolicyDocument['define'];
  readonly #known = new Map<string, number>();

  constructor(define: PolicyDocument['define']) {
    this.#define = define;
  }

  sizeOf(node: unknown): number {
    if (typeof node !== 'object' || node === null) return 1;
    let size = 1;
    for (const [key, each] of Object.entries(node)) {
      if (typeof each === 'object') size += this.sizeOf(each);
      else if (typeof each === 'string' && (key === 'condition' || key === 'formula')) size += this.defined(key, each);
      if (size > MAX_IN_DOCUMENT) return size;
    }
    return size;
  }

  defined(kind: 'condition' | 'formula', name: string): number {
    const place = `${kind}s.${name}`;
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    this.#known.set(place, 0);
    const group: Readonly<Record<string, unknown>> = this.#define?.[`${kind}s`] ?? {};
    const size = this.sizeOf(Object.hasOwn(group, name) ? group[name] : null);
    this.#known.set(place, size);
    return size;
  }
}

/** Reports definitions and rules that would grow beyond bounds when they are put together. */
export function reportExpansion({ define, rules, gate }: PolicyDocument, at: Reading): void {
  const expansion = new Expansion(define);
  for (const kind of ['condition', 'formula'] as const) {
    for (const name of Object.keys(define?.[`${kind}s`] ?? {})) {
      if (expansion.defined(kind, name) > MAX_DEFINED) {
        at.at('define', `${kind}s`, name).fail(
          `stands for more than ${MAX_DEFINED} parts once the names in it are filled in`,
        );
        return;
      }
    }
  }
  if (expansion.sizeOf([rules, gate ?? []]) > MAX_IN_DOCUMENT) {
    at.at('rules').fail(`stand for more than ${MAX_IN_DOCUMENT} parts once the names in them are filled in`);
  }
}
