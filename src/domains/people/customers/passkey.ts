import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sha256 } from '#lib/bytes.ts';
import type { Temporal } from '#lib/time.ts';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import type { Customer, Passkey, Whence } from './customer.ts';
import type { AddedAnswer, SignedAnswer } from './passkey-answer.ts';
import { insertCustomerActivity } from './queries/accounts.ts';
import {
  insertPasskey,
  insertPasskeyChallenge,
  listPasskeys,
  lockPasskey,
  putPasskeyUsed,
  removePasskey,
  takePasskeyChallenge,
} from './queries/passkeys.ts';
import { startSession } from './session.ts';

const CHALLENGE_MINUTES = 5;
export const MAX_PASSKEYS = 20;

/** The host passkeys are good for: the brand's own domain, or the installation's. */
const hostOf = ({ origin }: AccountSite): string => new URL(origin).hostname;

/** Passkeys belong to a name; browsers make none for a bare network address (WebAuthn, 5.1.3). */
export const hasPasskeys = (site: { readonly origin: string }): boolean =>
  !/^(?:\[.*\]|[\d.]+)$/.test(new URL(site.origin).hostname);

async function keepChallenge(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  site: AccountSite,
  { challenge, customerId }: { challenge: string; customerId: string | null },
): Promise<void> {
  const expiresAt = clock.wall().add({ minutes: CHALLENGE_MINUTES });
  const row = { challengeHash: sha256(challenge), brandId: site.brand.id, customerId };
  await insertPasskeyChallenge(ctx, row, expiresAt);
}

/** What a browser needs to make a passkey; its challenge works once, for five minutes. */
export async function askPasskey(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  site: AccountSite,
  { id, email, name }: Customer,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await listPasskeys(ctx, id);
  const options = await generateRegistrationOptions({
    rpName: site.brand.name,
    rpID: hostOf(site),
    userID: new TextEncoder().encode(id),
    userName: email,
    userDisplayName: name === '' ? email : name,
    attestationType: 'none',
    excludeCredentials: known.map((passkey) => ({ id: passkey.id, transports: [...passkey.transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(ctx, clock, site, { challenge: options.challenge, customerId: id });
  return options;
}

/** Checks something a stranger sent; whatever the library finds wrong with it is a no. */
const orNo = async <T>(checked: Promise<T>): Promise<T | null> => checked.catch(() => null);

/** Keeps a new passkey and tells the owner. @returns false when the answer is not good, came too late or twice */
export async function addPasskey(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { customer, answer, whence }: { customer: Customer; answer: AddedAnswer; whence: Whence },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const at = clock.wall();
    const takes = (challenge: string): Promise<boolean> => {
      const row = { challengeHash: sha256(challenge), brandId: site.brand.id, customerId: customer.id };
      return takePasskeyChallenge(ctx, row, at);
    };
    if ((await listPasskeys(ctx, customer.id)).length >= MAX_PASSKEYS) return false;
    const checked = await orNo(
      verifyRegistrationResponse({
        response: answer,
        expectedChallenge: takes,
        expectedOrigin: site.origin,
        expectedRPID: hostOf(site),
        requireUserVerification: true,
      }),
    );
    if (!checked?.verified) return false;
    const passkey = passkeyOf(customer.id, hostOf(site), checked.registrationInfo.credential, whence, at);
    if (!(await insertPasskey(ctx, passkey))) return false;
    await insertCustomerActivity(ctx, customer.id, 'passkeyAdded', whence);
    await tellOwner(ctx, site, customer, { kind: 'passkeyAdded', device: whence.device });
    return true;
  });
}

const passkeyOf = (
  customerId: string,
  host: string,
  credential: { id: string; publicKey: Uint8Array; counter: number; transports?: readonly string[] },
  whence: Whence,
  addedAt: Temporal.Instant,
): Omit<Passkey, 'usedAt'> => ({
  id: credential.id,
  customerId,
  host,
  publicKey: Buffer.from(credential.publicKey).toString('base64url'),
  counter: credential.counter,
  transports: credential.transports ?? [],
  device: whence.device,
  addedAt,
});

const tellOwner = (
  ctx: Context,
  site: AccountSite,
  customer: Customer,
  mail: { readonly kind: 'passkeyAdded' | 'passkeyRemoved'; readonly device: string },
): Promise<void> =>
  queueAccountMail(
    ctx,
    site,
    { ...customer, customerId: customer.id },
    { ...mail, href: `${site.origin}${site.accountPath}/security` },
  );

/** Takes one of somebody's passkeys away and tells them. @returns false when they have none of that id */
export async function dropPasskey(
  ctx: Context,
  site: AccountSite,
  { customer, id, whence }: { customer: Customer; id: string; whence: Whence },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await removePasskey(ctx, customer.id, id))) return false;
    await insertCustomerActivity(ctx, customer.id, 'passkeyRemoved', whence);
    await tellOwner(ctx, site, customer, { kind: 'passkeyRemoved', device: whence.device });
    return true;
  });
}

/** What a browser needs to sign in with a passkey. It says nothing about who has an account. */
export async function askPasskeySignIn(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  site: AccountSite,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: hostOf(site), userVerification: 'required' });
  await keepChallenge(ctx, clock, site, { challenge: options.challenge, customerId: null });
  return options;
}

/**
 * Signs in with a passkey. The device has asked for a finger, a face or a PIN itself, so this is both factors.
 * @returns the session's token, or null: unknown passkey, wrong signature, challenge used before or too old
 */
export async function signInWithPasskey(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { answer, whence }: { answer: SignedAnswer; whence: Whence },
): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    const at = clock.wall();
    const passkey = await lockPasskey(ctx, site.brand.id, answer.id);
    if (!passkey) return null;
    const row = { brandId: site.brand.id, customerId: null };
    const checked = await orNo(
      verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: (challenge) => takePasskeyChallenge(ctx, { ...row, challengeHash: sha256(challenge) }, at),
        expectedOrigin: site.origin,
        expectedRPID: hostOf(site),
        requireUserVerification: true,
        credential: {
          id: passkey.id,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      }),
    );
    if (!checked?.verified) return null;
    await putPasskeyUsed(ctx, passkey.id, checked.authenticationInfo.newCounter, at);
    return startSession(ctx, clock, { ...whence, customerId: passkey.customerId, method: 'passkey' });
  });
}
