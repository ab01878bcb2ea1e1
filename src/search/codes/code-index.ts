import { CODES_PER_QUERY } from '../limits.ts';
import { canonicalCode, confusableKey, digitsOf, typoCost } from './code-forms.ts';

/** A code as one spelling of it is registered. */
export interface RegisteredCode {
  readonly canonical: string;
  /** As the document writes it. */
  readonly written: string;
  /** Documents that explain it, with how many locales hold each. */
  readonly documents: Map<string, number>;
}

/** Error codes of all locales, found by any spelling. Small: codes are hundreds, not millions. */
export class CodeIndex {
  private readonly codes = new Map<string, RegisteredCode>();
  private readonly byKey = new Map<string, Set<RegisteredCode>>();
  private readonly byDigits = new Map<string, Set<RegisteredCode>>();
  private readonly byDelete = new Map<string, Set<RegisteredCode>>();
  private sorted: readonly RegisteredCode[] | undefined;

  get size(): number {
    return this.codes.size;
  }

  add(written: string, documentId: string): void {
    const canonical = canonicalCode(written);
    if (canonical === '') return;
    const name = written.trim().toUpperCase();
    let code = this.codes.get(name);
    if (code === undefined) {
      code = { canonical, written: written.trim(), documents: new Map() };
      this.codes.set(name, code);
      this.register(code);
    }
    code.documents.set(documentId, (code.documents.get(documentId) ?? 0) + 1);
  }

  remove(written: string, documentId: string): void {
    const name = written.trim().toUpperCase();
    const code = this.codes.get(name);
    const count = code?.documents.get(documentId);
    if (code === undefined || count === undefined) return;
    if (count > 1) code.documents.set(documentId, count - 1);
    else code.documents.delete(documentId);
    if (code.documents.size > 0) return;
    this.codes.delete(name);
    this.unregister(code);
  }

  /** Codes with these letters and digits, O and 0, I, l and 1 taken for each other; exact ones first. */
  matching(canonical: string): readonly RegisteredCode[] {
    const found = [...(this.byKey.get(confusableKey(canonical)) ?? [])];
    const rank = (code: RegisteredCode): number => (code.canonical === canonical ? 0 : 1);
    return found.sort((left, right) => rank(left) - rank(right) || order(left, right)).slice(0, CODES_PER_QUERY);
  }

  /** Codes one typo away, the likeliest first. */
  near(canonical: string): readonly RegisteredCode[] {
    const key = confusableKey(canonical);
    const found = new Map<RegisteredCode, number>();
    for (const form of deletesOf(key)) {
      for (const code of this.byDelete.get(form) ?? []) {
        const cost = Math.min(typoCost(canonical, code.canonical), typoCost(key, confusableKey(code.canonical)));
        if (cost !== Infinity) found.set(code, cost);
      }
    }
    const sorted = [...found].sort(([left, cost], [right, other]) => cost - other || order(left, right));
    return sorted.map(([code]) => code).slice(0, CODES_PER_QUERY);
  }

  /** Codes that begin like this. */
  startingWith(canonical: string): readonly RegisteredCode[] {
    this.sorted ??= [...this.codes.values()].sort(
      (left, right) => compare(confusableKey(left.canonical), confusableKey(right.canonical)) || order(left, right),
    );
    const key = confusableKey(canonical);
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(confusableKey(this.sorted[middle]?.canonical ?? ''), key) < 0) low = middle + 1;
      else high = middle;
    }
    const found = this.sorted.slice(low, low + CODES_PER_QUERY);
    return found.filter((code) => confusableKey(code.canonical).startsWith(key));
  }

  /** Codes whose digits alone are these: "113" for UI-113. */
  withDigits(digits: string): readonly RegisteredCode[] {
    return [...(this.byDigits.get(digits) ?? [])].sort(order).slice(0, CODES_PER_QUERY);
  }

  private register(code: RegisteredCode): void {
    const key = confusableKey(code.canonical);
    addTo(this.byKey, key, code);
    addTo(this.byDigits, digitsOf(code.canonical), code);
    for (const form of deletesOf(key)) addTo(this.byDelete, form, code);
    this.sorted = undefined;
  }

  private unregister(code: RegisteredCode): void {
    const key = confusableKey(code.canonical);
    removeFrom(this.byKey, key, code);
    removeFrom(this.byDigits, digitsOf(code.canonical), code);
    for (const form of deletesOf(key)) removeFrom(this.byDelete, form, code);
    this.sorted = undefined;
  }
}

/** The key itself and every form with one character deleted. */
function deletesOf(key: string): ReadonlySet<string> {
  const forms = new Set([key]);
  for (let index = 0; index < key.length; index += 1) forms.add(key.slice(0, index) + key.slice(index + 1));
  return forms;
}

function addTo(map: Map<string, Set<RegisteredCode>>, key: string, code: RegisteredCode): void {
  const codes = map.get(key);
  if (codes === undefined) map.set(key, new Set([code]));
  else codes.add(code);
}

function removeFrom(map: Map<string, Set<RegisteredCode>>, key: string, code: RegisteredCode): void {
  const codes = map.get(key);
  codes?.delete(code);
  if (codes?.size === 0) map.delete(key);
}

function order(left: RegisteredCode, right: RegisteredCode): number {
  return compare(left.written, right.written);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
