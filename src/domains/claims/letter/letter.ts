import type { Locale } from '#lib/locales.ts';
import type { LetterKind } from './words.ts';

/** A letter as it is proposed; the customer may rewrite it. Plain text: nothing in it is markup. */
export interface Letter {
  readonly locale: Locale;
  readonly kind: LetterKind;
  /** Who it goes to, by name; empty where only the customer knows. */
  readonly to: string;
  readonly subject: string;
  /** From the first sentence to the last, without greeting and signature. */
  readonly paragraphs: readonly string[];
  /** What goes into a mail: greeting to name, without addresses and date. */
  readonly body: string;
  /** The whole letter as it is printed. */
  readonly text: string;
}

/** A line to fill in by hand or by typing. Long enough to be seen and written on. */
export const BLANK = '_'.repeat(24);
export const MAX_LETTER = 20_000;
