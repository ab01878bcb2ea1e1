import { z } from 'zod';
import type { Locale } from '#lib/locales.ts';

export const ROLES = ['agent', 'supervisor', 'editor', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A role for one brand; for all of them when `brandId` is null. */
export interface Grant {
  readonly role: Role;
  readonly brandId: string | null;
}

/** Somebody who works here. */
export interface Staff {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly grants: readonly Grant[];
}

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

/** NIST 800-63B: length and not being a well-known one, nothing about kinds of characters. */
const COMMON: ReadonlySet<string> = new Set([
  'password1234',
  'passwordpassword',
  '123456789012',
  '1234567890123',
  'qwertyuiopas',
  'qwertyuiop12',
  'administrator',
  'administrator1',
  'letmeinletmein',
  'welcome12345',
  'iloveyouiloveyou',
  'recourse1234',
]);

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const passwordSchema = z
  .string()
  .min(MIN_PASSWORD)
  .max(MAX_PASSWORD)
  .refine((password) => !COMMON.has(password.toLowerCase()) && new Set(password).size > 3);

/** True when a person holds a role, for that brand or for all. */
export const holds = (staff: Staff, roles: readonly Role[], brandId: string | null): boolean =>
  staff.grants.some((grant) => roles.includes(grant.role) && (grant.brandId === null || grant.brandId === brandId));
