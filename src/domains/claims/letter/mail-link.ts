/** What every mail program and system takes in one address: older Windows cuts at 2,083 characters. */
const MAX_LINK = 2000;

export interface MailLink {
  readonly href: string;
  /** False where the letter is too long for an address: then only the subject goes along. */
  readonly isWhole: boolean;
}

/** Mail wants CRLF between lines (RFC 6068). */
const encoded = (text: string): string => encodeURIComponent(text.replaceAll('\n', '\r\n'));

/** A `mailto:` link without a receiver: addresses are taken from the company's own page, never from us. */
export function mailLink(subject: string, body: string): MailLink {
  const bare = `mailto:?subject=${encoded(subject)}`;
  const whole = `${bare}&body=${encoded(body)}`;
  return whole.length <= MAX_LINK ? { href: whole, isWhole: true } : { href: bare, isWhole: false };
}
