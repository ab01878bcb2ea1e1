import { z } from 'zod';
import { countryOf } from '#lib/countries.ts';
import { cleanLine } from '#lib/text.ts';
import type { PostalAddress } from './customer.ts';

const MAX_LINES = 4;
const MAX_LINE = 100;
const MAX_POSTCODE = 20;

/** A postal address as it is typed: the lines in one field. */
export interface TypedAddress {
  readonly lines: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

export const NO_ADDRESS: TypedAddress = { lines: '', postcode: '', city: '', country: '' };

export const typedAddress = (address: PostalAddress | null): TypedAddress =>
  address === null ? NO_ADDRESS : { ...address, lines: address.lines.join('\n') };

const filled = z.object({
  lines: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map(cleanLine)
        .filter((line) => line !== ''),
    )
    .pipe(z.array(z.string().max(MAX_LINE)).min(1).max(MAX_LINES)),
  postcode: z.string().max(MAX_POSTCODE),
  city: z.string().min(1).max(MAX_LINE),
  country: z.string().refine((code) => code.length === 2 && countryOf(code) !== undefined),
});

/** Reads a typed address. Left empty altogether it is none. @returns the names of the fields that are wrong, if any */
export function readAddress(
  typed: TypedAddress,
): { readonly address: PostalAddress | null } | { readonly wrong: readonly string[] } {
  if (Object.values(typed).every((text) => text.trim() === '')) return { address: null };
  const read = filled.safeParse(typed);
  if (read.success) return { address: read.data };
  return { wrong: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] };
}
