import { type CompiledRule, occasionBit } from '../compile/rule.ts';
import { and, not, or, type Truth } from '../model/truth.ts';
import type { Occasion } from '../model/vocabulary.ts';
import type { Applied } from './selection.ts';

/** What was found out about each rule, by its index; null where nobody asked yet. */
type Remembered = (Truth | null)[];

const nothingYet = ({ document }: Applied): Remembered => document.unasked.slice();

/**
 * Which rules of one document stand, exceptions considered.
 *
 * A rule's *condition* is its own test; an exception's also needs one of the rules it names to be true.
 * A rule *stands* when its condition holds and no exception defeats it. An exception to an exception that only lifts
 * gives the rule back; one with an outcome of its own takes the place of both.
 */
export class Standing {
  readonly applied: Applied;
  readonly occasion: Occasion;
  readonly #bit: number;
  #own: Remembered | null = null;
  #stands: Remembered | null = null;

  constructor(applied: Applied, occasion: Occasion) {
    this.applied = applied;
    this.occasion = occasion;
    this.#bit = occasionBit(occasion);
  }

  /** The rule's own test; exceptions, evidence and document aside. */
  own(rule: CompiledRule): Truth {
    if (rule.exceptions.length === 0 && rule.bases.length === 0) return this.#test(rule);
    this.#own ??= nothingYet(this.applied);
    const known = this.#own[rule.index];
    if (known !== null) return known;
    const truth = this.#test(rule);
    this.#own[rule.index] = truth;
    return truth;
  }

  #test(rule: CompiledRule): Truth {
    if ((rule.occasions & this.#bit) === 0) return false;
    return rule.test === null ? true : rule.test.holds(this.applied.c);
  }

  /** The same, refuted by rejected evidence. */
  unrefuted(rule: CompiledRule, truth: Truth): Truth {
    return truth !== false && rule.needsEvidence && rule.evidence(this.applied.c) === false ? false : truth;
  }

  /** Evidence aside: whether an exception reaches a rule does not hang on papers that rule asks for. */
  condition(rule: CompiledRule): Truth {
    const own = this.own(rule);
    if (own === false || rule.bases.length === 0) return own;
    let named: Truth = false;
    for (const base of rule.bases) named = or(named, this.condition(base));
    return and(own, named);
  }

  stands(rule: CompiledRule): Truth {
    this.#stands ??= nothingYet(this.applied);
    const known = this.#stands[rule.index];
    if (known !== null) return known;
    let truth = this.unrefuted(rule, this.condition(rule));
    for (const exception of rule.exceptions) {
      if (truth === false) break;
      truth = and(truth, not(this.#defeats(exception)));
    }
    this.#stands[rule.index] = truth;
    return truth;
  }

  /** A truth that also needs the rule's evidence: unknown while that is awaited, false once it is rejected. */
  proven(rule: CompiledRule, truth: Truth): Truth {
    return truth !== false && rule.needsEvidence ? and(truth, rule.evidence(this.applied.c)) : truth;
  }

  /** Whether a rule stands whatever comes of the evidence it waits for. */
  #settled(rule: CompiledRule): Truth {
    return this.proven(rule, this.stands(rule));
  }

  #defeats(exception: CompiledRule): Truth {
    let truth = this.#settled(exception);
    for (const deeper of exception.exceptions) if (deeper.kind !== 'lift') truth = or(truth, this.#defeats(deeper));
    return truth;
  }

  /** For `otherwise`: true only when every rule of its group is false, not unknown. */
  noneOf(group: readonly CompiledRule[]): Truth {
    let truth: Truth = true;
    for (const rule of group) {
      truth = and(truth, not(this.#settled(rule)));
      if (truth === false) return false;
    }
    return truth;
  }

  /** Whether the rule gives its outcome in this document. */
  truth(rule: CompiledRule): Truth {
    if (rule.role !== 'otherwise') return this.stands(rule);
    const own = this.unrefuted(rule, this.#test(rule));
    return own === false ? false : and(own, this.noneOf(rule.group));
  }
}
