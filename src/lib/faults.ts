/**
 * The five ways a request can be refused by throwing. Everything the domain foresees is a value instead;
 * one translator (`platform/http/failures`) turns these into a page or JSON.
 */
export type FaultKind = 'notFound' | 'forbidden' | 'invalid' | 'conflict' | 'tooMany';

/** One thing wrong with one input field; `path` names the field as the form or JSON body does. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface FaultDetails {
  /** Stable reason a caller may branch on, e.g. `slug-taken`. */
  readonly reason?: string;
  readonly fields?: readonly FieldProblem[];
  /** Whole seconds after which trying again makes sense (`tooMany` only). */
  readonly retryAfterSeconds?: number;
}

export class Fault extends Error {
  readonly kind: FaultKind;
  readonly details: FaultDetails;

  constructor(kind: FaultKind, message: string, details: FaultDetails = {}) {
    super(message);
    this.name = 'Fault';
    this.kind = kind;
    this.details = details;
  }
}

export const notFound = (what: string): Fault => new Fault('notFound', `${what} was not found`);
export const forbidden = (why: string): Fault => new Fault('forbidden', why);
export const invalid = (message: string, fields: readonly FieldProblem[] = [], reason?: string): Fault =>
  new Fault('invalid', message, reason === undefined ? { fields } : { fields, reason });
export const conflict = (message: string, reason: string): Fault => new Fault('conflict', message, { reason });
export const tooMany = (retryAfterSeconds: number): Fault =>
  new Fault('tooMany', `too many requests; try again in ${retryAfterSeconds} s`, { retryAfterSeconds });
