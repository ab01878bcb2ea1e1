import { Secret, TOTP } from 'otpauth';
import { randomToken, sha256 } from '#lib/bytes.ts';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import type { SignInMethod, Whence } from './customer.ts';
import { findCustomerById, insertCustomerActivity } from './queries/accounts.ts';
import {
  findAuthenticator,
  insertChallenge,
  insertRecoveryCodes,
  lockChallenge,
  putAuthenticator,
  putAuthenticatorConfirmed,
  putStepTaken,
  removeAuthenticator,
  removeChallenge,
  takeRecoveryCode,
} from './queries/second-factors.ts';
import { startSession } from './session.ts';

/** The first factor was right; this key, kept in a cookie, says so while the second is asked for. */
export interface Challenge {
  readonly challenge: string;
}

const CHALLENGE_MINUTES = 10;
const MAX_TRIES = 6;
const STEP_SECONDS = 30;
/** Clocks differ: one step before and one after are taken (RFC 6238, 5.2). */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const CODE_BYTES = 10;
/** Letters and figures nobody takes for another (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const totpOf = (secret: string, label: string, issuer: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });

/** Asks for the second factor where the account has one; null where it has none. */
export async function askSecondFactor(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  customerId: string,
  method: SignInMethod,
): Promise<Challenge | null> {
  if (method === 'passkey' || !(await findAuthenticator(ctx, customerId))) return null;
  const challenge = randomToken();
  const at = clock.wall();
  const expiresAt = at.add({ minutes: CHALLENGE_MINUTES });
  await insertChallenge(ctx, { tokenHash: sha256(challenge), customerId, method, at, expiresAt });
  return { challenge };
}

/** The time step a code belongs to, or null; a step that was taken before does not count again. */
function stepOf(clock: Clock, secret: string, lastStep: number, code: string): number | null {
  const now = clock.wall().epochMilliseconds;
  const delta = totpOf(secret, '', '').validate({ token: code, timestamp: now, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / STEP_SECONDS) + delta;
  return step > lastStep ? step : null;
}

const cleanCode = (typed: string): string =>
  typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');

/** Which second factor a typed code is, having used it up; null when it is none. */
async function takeCode(
  ctx: Context,
  clock: Clock,
  box: SecretBox,
  customerId: string,
  typed: string,
): Promise<'authenticator' | 'recoveryCode' | null> {
  const code = cleanCode(typed);
  const authenticator = await findAuthenticator(ctx, customerId);
  if (!authenticator) return null;
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(clock, box.open(authenticator.secret), authenticator.lastStep, code);
    return step !== null && (await putStepTaken(ctx, authenticator.id, step)) ? 'authenticator' : null;
  }
  return (await takeRecoveryCode(ctx, customerId, sha256(`${customerId}:${code}`))) ? 'recoveryCode' : null;
}

/**
 * Answers the second factor with a code of the authenticator or a recovery code; each works once.
 * @returns the session's token, `refused` for a wrong code, null when the challenge is over and everything starts anew
 */
export async function answerChallenge(
  ctx: Context,
  clock: Clock,
  box: SecretBox,
  { challenge, code, whence }: { challenge: string; code: string; whence: Whence },
): Promise<{ readonly token: string } | { readonly refused: true } | null> {
  return inTransaction(ctx, async (ctx) => {
    const open = await lockChallenge(ctx, sha256(challenge), clock.wall());
    if (!open || open.tries > MAX_TRIES) return null;
    const secondFactor = await takeCode(ctx, clock, box, open.customerId, code);
    if (!secondFactor) {
      await insertCustomerActivity(ctx, open.customerId, 'signInFailed', whence, { secondFactor: true });
      return { refused: true };
    }
    await removeChallenge(ctx, sha256(challenge));
    const { customerId, method } = open;
    return { token: await startSession(ctx, clock, { ...whence, customerId, method, secondFactor }) };
  });
}

/** A new authenticator, waiting for its first code. Another that waited is forgotten. */
export async function addAuthenticator(
  ctx: Context,
  box: SecretBox,
  { customerId, label, issuer }: { customerId: string; label: string; issuer: string },
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = new Secret({ size: 20 }).base32;
  await putAuthenticator(ctx, customerId, box.seal(secret));
  return { secret, uri: totpOf(secret, label, issuer).toString() };
}

const codeOf = (bytes: Uint8Array): string => {
  const text = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
};

/** The authenticator that still waits for its first code, to be shown again. */
export async function waitingAuthenticator(
  ctx: Pick<Context, 'db'>,
  box: SecretBox,
  { customerId, label, issuer }: { customerId: string; label: string; issuer: string },
): Promise<{ readonly secret: string; readonly uri: string } | null> {
  const waiting = await findAuthenticator(ctx, customerId, 'waiting');
  if (!waiting) return null;
  const secret = box.open(waiting.secret);
  return { secret, uri: totpOf(secret, label, issuer).toString() };
}

/** New recovery codes in place of all earlier ones. They are shown once. */
export async function makeRecoveryCodes(ctx: Context, customerId: string, whence: Whence): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => codeOf(Buffer.from(randomToken(CODE_BYTES), 'base64url')));
  await inTransaction(ctx, async (ctx) => {
    await insertRecoveryCodes(
      ctx,
      customerId,
      codes.map((code) => sha256(`${customerId}:${cleanCode(code)}`)),
    );
    await insertCustomerActivity(ctx, customerId, 'recoveryCodesMade', whence);
  });
  return codes;
}

async function tellOwner(
  ctx: Context,
  site: AccountSite,
  customerId: string,
  mail: { readonly kind: 'authenticatorAdded' | 'authenticatorRemoved'; readonly device: string },
): Promise<void> {
  const customer = await findCustomerById(ctx, customerId);
  if (!customer) return;
  const href = `${site.origin}${site.accountPath}/security`;
  await queueAccountMail(ctx, site, { ...customer, customerId }, { ...mail, href });
}

/** Switches the waiting authenticator on with its first code. @returns recovery codes, or null when the code is wrong */
export async function confirmAuthenticator(
  ctx: Context,
  clock: Clock,
  box: SecretBox,
  site: AccountSite,
  { customerId, code, whence }: { customerId: string; code: string; whence: Whence },
): Promise<readonly string[] | null> {
  return inTransaction(ctx, async (ctx) => {
    const waiting = await findAuthenticator(ctx, customerId, 'waiting');
    const step = waiting && stepOf(clock, box.open(waiting.secret), 0, cleanCode(code));
    if (!waiting || step === null) return null;
    await putAuthenticatorConfirmed(ctx, customerId, waiting.id, step);
    await insertCustomerActivity(ctx, customerId, 'authenticatorAdded', whence);
    await tellOwner(ctx, site, customerId, { kind: 'authenticatorAdded', device: whence.device });
    return makeRecoveryCodes(ctx, customerId, whence);
  });
}

/** Switches the second factor off; a code is needed, so that an open session alone is not enough. */
export async function dropAuthenticator(
  ctx: Context,
  clock: Clock,
  box: SecretBox,
  site: AccountSite,
  { customerId, code, whence }: { customerId: string; code: string; whence: Whence },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await takeCode(ctx, clock, box, customerId, code))) return false;
    await removeAuthenticator(ctx, customerId);
    await insertCustomerActivity(ctx, customerId, 'authenticatorRemoved', whence);
    await tellOwner(ctx, site, customerId, { kind: 'authenticatorRemoved', device: whence.device });
    return true;
  });
}
