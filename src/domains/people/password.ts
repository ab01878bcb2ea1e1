import { hash, verify } from '@node-rs/argon2';
import { randomToken } from '#lib/bytes.ts';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | undefined;

/** Compares a password; without a hash it takes as long and is never right, so that nobody learns who has an account. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomToken());
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== undefined;
}
