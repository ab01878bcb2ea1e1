import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const BROTLI_QUALITY = 5;
const MIN_BYTES = 800;
const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };

/** The best encoding a caller accepts: brotli, then gzip. A weight of zero is a refusal. */
export function chooseEncoding(accept: string | undefined | null): Encoding {
  const offered = (accept ?? '').slice(0, 200).toLowerCase();
  const accepts = (name: string): boolean =>
    new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+)?\\s*(?:,|$)`).test(offered);
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/** Compresses on this thread: for bytes that are kept and sent many times. */
export function encodeSync(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'br') return brotliCompressSync(bytes, OPTIONS);
  return encoding === 'gzip' ? gzipSync(bytes) : bytes;
}

/** Compresses off this thread: for an answer sent once. Small answers stay as they are. */
export async function encode(
  bytes: Uint8Array,
  encoding: Encoding,
): Promise<{ bytes: Uint8Array; encoding: Encoding }> {
  if (encoding === 'identity' || bytes.byteLength < MIN_BYTES) return { bytes, encoding: 'identity' };
  const packed = encoding === 'br' ? await promisify(brotliCompress)(bytes, OPTIONS) : await promisify(gzip)(bytes);
  return { bytes: packed, encoding };
}
