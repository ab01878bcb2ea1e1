import type { Anchor, Condition, Literal, Operand } from './conditions.ts';
import type { Effect, Formula, Outcome } from './outcomes.ts';
import type { Answerer, FactType, Occasion } from './vocabulary.ts';

export type { Anchor, Condition, Effect, Formula, Literal, Operand, Outcome };

export const LAYERS = ['statute', 'company', 'goodwill'] as const;
export type Layer = (typeof LAYERS)[number];
export const STATUSES = ['draft', 'announced', 'published'] as const;
export type Status = (typeof STATUSES)[number];
export const ANCHORS = ['contract', 'purchase', 'renewal', 'charge', 'request', 'evidence'] as const;

/** A text in some of the languages, in ICU MessageFormat. */
export interface Texts {
  readonly en?: string;
  readonly ms?: string;
  readonly fr?: string;
  readonly de?: string;
}

/** Values inside or outside which a document applies. */
export interface Membership {
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
}

export const SCOPES = {
  brand: 'brand',
  regions: 'contract.region',
  customerType: 'contract.customerType',
  products: 'product.kind',
  channels: 'channel',
} as const;
export type ScopeName = keyof typeof SCOPES;
export type Scope = { readonly [S in ScopeName]?: Membership };

export interface EvidenceNeed {
  readonly allOf?: readonly string[];
  readonly anyOf?: readonly string[];
}

export interface Citation {
  readonly source: string;
  readonly section?: string;
  readonly url?: string;
}

export interface Rule {
  readonly id: string;
  readonly on: readonly Occasion[];
  readonly when?: Condition;
  readonly outcome?: Outcome;
  readonly certainty?: 'shall' | 'may';
  readonly evidence?: EvidenceNeed;
  readonly effects?: readonly Effect[];
  /** Ids of rules or names of groups this rule is an exception to. */
  readonly exceptionTo?: readonly string[];
  readonly group?: string;
  readonly reason?: string;
  readonly cite?: Citation;
  /** Said when the rule is why. */
  readonly text?: Texts;
  /** Said when the rule is why not. */
  readonly textNot?: Texts;
}

/** What holds when every rule of a group is false; without a group, every rule of the document. */
export interface Otherwise extends Omit<Rule, 'when' | 'exceptionTo'> {}

export interface Table {
  readonly byFact: string;
  readonly cases: readonly {
    readonly is: Literal | readonly Literal[] | { readonly list: string };
    readonly value: Literal;
  }[];
  readonly otherwise?: Literal;
}

export interface Definitions {
  readonly conditions?: Readonly<Record<string, Condition>>;
  readonly formulas?: Readonly<Record<string, Formula>>;
  readonly lists?: Readonly<Record<string, readonly Literal[]>>;
  readonly constants?: Readonly<Record<string, Literal>>;
  readonly tables?: Readonly<Record<string, Table>>;
}

export interface DayCount {
  readonly anchorDay?: 0 | 1;
  readonly endDay?: 'used' | 'unused';
  readonly year?: 'actual' | 360;
}

export interface DeclaredFact {
  readonly type: FactType;
  readonly answerer: Answerer;
  readonly words?: readonly string[];
  /** What the fact is called. */
  readonly label?: Texts;
  /** The question that is asked for it, and a line of help below. */
  readonly ask?: Texts;
  readonly help?: Texts;
}

export interface Appeal {
  readonly window?: { readonly upTo: number; readonly unit: 'calendarDay' | 'businessDay' | 'month' };
  readonly requiresNewEvidence?: boolean;
  readonly levels?: readonly string[];
  readonly externalBodies?: readonly string[];
}

export interface TestCase {
  readonly name: string;
  readonly asOf?: string;
  /** Laid over `tests.facts`, group by group; a list or a plain value replaces. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Paths taken out of `tests.facts`, which makes them unknown. */
  readonly unknown?: readonly string[];
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface Tests {
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Ids of other documents these cases are decided together with. */
  readonly with?: readonly string[];
  readonly cases: readonly TestCase[];
}

export interface Provenance {
  readonly source: string;
  readonly url?: string;
  readonly retrievedAt?: string;
  readonly reviewedAt?: string;
  readonly verified: boolean;
  readonly note?: string;
}

export interface PolicyDocument {
  readonly kind: 'policy';
  readonly id: string;
  readonly version: number;
  readonly layer: Layer;
  readonly title?: Texts;
  readonly status: Status;
  readonly scope: Scope;
  readonly effective: { readonly from: string; readonly until?: string; readonly anchor?: (typeof ANCHORS)[number] };
  readonly supersedes?: number;
  /** Ids of documents that give way to this one where both would apply. */
  readonly replaces?: readonly string[];
  readonly provenance: readonly Provenance[];
  readonly zone: string | { readonly fact: string; readonly otherwise: string };
  readonly locales?: readonly ('en' | 'ms' | 'fr' | 'de')[];
  readonly dayCount?: DayCount;
  readonly facts?: Readonly<Record<string, DeclaredFact>>;
  /** What people read for words of an open set: `screenshot`, or `evidence.screenshot` where a word has two meanings. */
  readonly labels?: Readonly<Record<string, Texts>>;
  readonly define?: Definitions;
  readonly gate?: readonly Rule[];
  readonly rules: readonly Rule[];
  readonly otherwise?: readonly Otherwise[];
  readonly appeal?: Appeal;
  readonly tests?: Tests;
}

/** Working days of a place, named by windows. */
export interface CalendarDocument {
  readonly kind: 'calendar';
  readonly id: string;
  readonly version: number;
  /** Complete for these days, [from, until). */
  readonly effective: { readonly from: string; readonly until: string };
  readonly weekend: readonly number[];
  readonly holidays: readonly string[];
  readonly provenance: readonly Provenance[];
}

export type AnyDocument = PolicyDocument | CalendarDocument;
