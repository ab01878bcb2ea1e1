import type { ClaimFile } from '../claim.ts';
import { awardsOf, ruleOf } from './reading.ts';

/** A paper the claim needs. */
export interface NeededEvidence {
  /** A word such as `receiptImage`. */
  readonly type: string;
  /** One of several of which any will do. */
  readonly anyOf: boolean;
  readonly done: boolean;
}

const TICK = 'evidence:';

/**
 * Everything the winning rule asks for, still missing or at hand, and whatever else the customer ticked.
 * In the order the policy names it.
 */
export function neededEvidence(file: ClaimFile): readonly NeededEvidence[] {
  const needed = new Map<string, boolean>();
  const need = (types: readonly string[] | undefined, anyOf: boolean): void => {
    for (const type of types ?? []) if (!needed.has(type)) needed.set(type, anyOf);
  };
  for (const { rule } of awardsOf(file.decision)) {
    const evidence = ruleOf(file, rule)?.rule.evidence;
    need(evidence?.allOf, false);
    need(evidence?.anyOf, true);
  }
  for (const { type, anyOf } of file.decision.evidence) need([type], anyOf);
  const ticked = new Set(file.ticks.flatMap(({ what }) => (what.startsWith(TICK) ? [what.slice(TICK.length)] : [])));
  need([...ticked], false);
  return [...needed].map(([type, anyOf]) => ({
    type,
    anyOf,
    done: ticked.has(type) || (type === 'explanation' && file.story !== ''),
  }));
}

/** How far the papers are. Of several of which any will do, one is enough. */
export function evidenceProgress(needed: readonly NeededEvidence[]): { readonly done: number; readonly of: number } {
  const all = needed.filter(({ anyOf }) => !anyOf);
  const any = needed.filter(({ anyOf }) => anyOf);
  const anyDone = any.some(({ done }) => done) ? 1 : 0;
  return { done: all.filter(({ done }) => done).length + anyDone, of: all.length + (any.length > 0 ? 1 : 0) };
}

/** Evidence that is said in the letter rather than enclosed. */
export const SAID_IN_LETTER: ReadonlySet<string> = new Set([
  'invoiceNumber',
  'purchaseEmail',
  'explanation',
  'dates',
  'errorMessage',
]);
/** Evidence that is a picture to be attached, and has to be legible. */
export const PICTURES: ReadonlySet<string> = new Set([
  'keyLabelImage',
  'receiptImage',
  'receipt',
  'screenshot',
  'photo',
]);
/** A form to fill in and sign. */
export const SIGNED_FORM = 'refundForm';
