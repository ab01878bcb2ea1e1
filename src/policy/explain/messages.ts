import type { Texts } from '../model/document.ts';
import { SENTENCES } from './words/sentences.ts';

/** What a fact would have to be: `{ op: 'lt', values: [120] }`; with `not`, anything else. */
export interface Wanted {
  readonly op: 'eq' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'known' | 'exists';
  readonly not: boolean;
  /** As facts are given. */
  readonly values: readonly unknown[];
}

export type Parameter =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Wanted
  | Readonly<Record<string, unknown>>;

/** A sentence for the customer: which one, what to fill in, and its pattern in each language there is. */
export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, Parameter>>;
  readonly texts: Texts;
}

/** A sentence of the engine itself. Rules bring their own. */
export function message(id: string, params: Message['params'] = {}): Message {
  const texts = SENTENCES.get(id);
  if (!texts) throw new Error(`there is no sentence ${id}`);
  return { id, params, texts };
}
