import { randomToken, sha256 } from '#lib/bytes.ts';
import type { Clock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { AccountSite } from './account-site.ts';
import { LINK_MINUTES, type LinkKind } from './customer.ts';
import { findLink, insertLink, type OpenLink, takeLink } from './queries/links.ts';

/** The last part of a link's address. */
const PATHS: Readonly<Record<LinkKind, string>> = {
  signUp: 'sign-up',
  signIn: 'sign-in',
  recover: 'recovery',
  confirmEmail: 'email',
  undoEmail: 'email-undo',
};

/** Makes a link that works once. What is kept is the hash of its key. */
export async function makeLink(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  site: AccountSite,
  { kind, customerId, payload = {} }: { kind: LinkKind; customerId: string | null; payload?: object },
): Promise<{ readonly href: string; readonly minutes: number }> {
  const token = randomToken();
  const at = clock.wall();
  const minutes = LINK_MINUTES[kind];
  await insertLink(ctx, {
    tokenHash: sha256(token),
    brandId: site.brand.id,
    customerId,
    kind,
    payload,
    at,
    expiresAt: at.add({ minutes }),
  });
  return { href: `${site.origin}${site.accountPath}/${PATHS[kind]}/${token}`, minutes };
}

const keyOf = (brandId: string, kind: LinkKind, token: string) => ({ brandId, kind, tokenHash: sha256(token) });

/** Whether a link can still be used. */
export const isLinkOpen = async (
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  { brandId, kind, token }: { brandId: string; kind: LinkKind; token: string },
): Promise<boolean> => (await findLink(ctx, keyOf(brandId, kind, token), clock.wall())) !== null;

/** Uses a link up. Of two who come with it at once, one gets it. */
export const useLink = (
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  { brandId, kind, token }: { brandId: string; kind: LinkKind; token: string },
): Promise<OpenLink | null> => takeLink(ctx, keyOf(brandId, kind, token), clock.wall());
