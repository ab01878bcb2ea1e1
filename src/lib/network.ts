const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const HEXTETS = 8;
const NETWORK_HEXTETS = 4;

/**
 * The network one caller has to themselves, for counting: an IPv4 address as it is, of an IPv6 address the first 64
 * bits, since whoever has one has all 2^64 beside it (RFC 6177). Anything else stays as it was given.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.trim().toLowerCase().split('%');
  const mapped = MAPPED.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, HEXTETS - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, NETWORK_HEXTETS)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
