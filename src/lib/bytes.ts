import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 of UTF-8 text or bytes, as lower-case hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** An unguessable token of `bytes` random bytes, URL-safe. */
export const randomToken = (bytes = 24): string => randomBytes(bytes).toString('base64url');
