import { z } from 'zod';
import { cleanLine } from '#lib/text.ts';

const MAX_ADDRESS = 254;

/** The domain as mail servers know it; undefined when it is none. Letters that only look like ours become visible as `xn--`. */
function asciiDomain(domain: string): string | undefined {
  try {
    const { hostname } = new URL(`http://${domain}`);
    return hostname.includes('.') && !hostname.startsWith('[') ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What makes two spellings one address: small letters, the domain in ASCII. A plus and what follows it stays: some
 * providers deliver it elsewhere, and an account has to belong to whoever reads its mail.
 * @returns undefined when it is no address
 */
export function addressKey(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at).normalize('NFC').toLowerCase();
  const domain = asciiDomain(email.slice(at + 1));
  return at < 1 || domain === undefined ? undefined : `${local}@${domain}`;
}

const LOOKS_LIKE_ONE = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"/?#]+$/u;

/** An address as people type it. */
export const addressSchema = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().max(MAX_ADDRESS).regex(LOOKS_LIKE_ONE))
  .refine((email) => addressKey(email) !== undefined);
