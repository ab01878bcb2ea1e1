import type { Locale } from '#lib/locales.ts';
import type { ColourPair } from '../theme.ts';

/** What a mail says. It is written once, as data, and made into text and HTML by `renderMail`. */
export interface MailLetter {
  readonly subject: string;
  /** “Hello Maya,” */
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly href: string } | undefined;
  /** A one-time code, shown large. */
  readonly code?: string | undefined;
  /** Dates, amounts, references; as rows. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[] | undefined;
  /** After the action: until when it holds, what to do if it was not them. */
  readonly after?: readonly string[] | undefined;
}

/** Who a mail comes from and how it looks. */
export interface MailSender {
  readonly locale: Locale;
  readonly name: string;
  readonly home: string;
  readonly accent: ColourPair;
  readonly accentInk: ColourPair;
  /** Why somebody gets this mail, and who is responsible for it; below the line. */
  readonly footer: readonly string[];
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
