import type { Moment } from '../time/moment.ts';
import type { Money } from './money.ts';
import type { Answerer, ComponentKind } from './vocabulary.ts';

/** A span of elapsed time in seconds. */
export interface Duration {
  readonly kind: 'duration';
  readonly seconds: number;
}

/** What a single fact can be. `null` means known not to exist; a fact that is not there at all is unknown. */
export type FactValue = boolean | number | string | Money | Moment | Duration | readonly string[];
export type Known = FactValue | null | undefined;

/** Entries of a list, and the same by key. */
export interface FactEntries {
  /** False while there may be entries nobody has named yet. */
  readonly complete: boolean;
  readonly entries: readonly FactTree[];
  readonly byKey: ReadonlyMap<string, FactTree>;
}

export interface FactTree {
  readonly [name: string]: FactValue | FactTree | FactEntries | null | undefined;
}

export interface ChargeComponent {
  readonly kind: ComponentKind;
  readonly minor: number;
  readonly refundable: boolean;
}

/** A charge as rules see it, with the parts amounts are computed from beside it. */
export interface ChargeFacts {
  readonly id: string;
  readonly tree: FactTree;
  readonly unit: string;
  readonly components: readonly ChargeComponent[];
  /** Undefined while nobody knows. */
  readonly alreadyRefunded: number | undefined;
}

/** Facts about one case, read and checked. */
export interface Facts {
  readonly tree: FactTree;
  /** Undefined while the list of charges is unknown. */
  readonly charges: readonly ChargeFacts[] | undefined;
  /** Where known facts come from, by the longest matching beginning of their path. */
  readonly sources: Readonly<Record<string, Answerer>>;
  /** Who can answer unknown ones, where it is not who the vocabulary names. */
  readonly answerers: Readonly<Record<string, Answerer>>;
  /** As given, for hashing and for changing one answer. */
  readonly given: Readonly<Record<string, unknown>>;
}
