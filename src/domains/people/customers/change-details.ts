import { z } from 'zod';
import { isLocale } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Customer, PostalAddress, Whence } from './customer.ts';
import { insertCustomerActivity, putDetails } from './queries/accounts.ts';

export const MAX_NAME = 120;

export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/.test(zone);
  } catch {
    return false;
  }
};

/** E.164 as people type it: spaces, brackets, hyphens and a leading 00 are understood. */
export const phoneSchema = z
  .string()
  .transform((typed) => typed.replaceAll(/[\s().\-/]/g, '').replace(/^00/, '+'))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/));

export const detailsSchema = z.object({
  name: z.string().max(MAX_NAME),
  locale: z.string().refine(isLocale),
  zone: z.string().refine(isZone),
  phone: z.union([z.literal('').transform(() => null), phoneSchema]),
});

export type ChangedDetails = z.output<typeof detailsSchema> & { readonly billingAddress: PostalAddress | null };

const isSame = (a: PostalAddress | null, b: PostalAddress | null): boolean =>
  JSON.stringify(a && [a.lines, a.postcode, a.city, a.country]) ===
  JSON.stringify(b && [b.lines, b.postcode, b.city, b.country]);

/** Changes what an account says about its owner; what was changed is in the activity, without the values. */
export async function changeDetails(
  ctx: Context,
  { customer, details, whence }: { customer: Customer; details: ChangedDetails; whence: Whence },
): Promise<void> {
  const plain = (['name', 'locale', 'zone', 'phone'] as const).filter((key) => details[key] !== customer[key]);
  const changed = isSame(details.billingAddress, customer.billingAddress) ? plain : [...plain, 'billingAddress'];
  if (changed.length === 0) return;
  await inTransaction(ctx, async (ctx) => {
    await putDetails(ctx, customer.id, details);
    await insertCustomerActivity(ctx, customer.id, 'detailsChanged', whence, { changed });
  });
}
