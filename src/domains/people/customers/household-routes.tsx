import type { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import {
  createProfile,
  deleteProfile,
  MAX_PROFILE_NAME,
  MAX_PROFILES,
  type ProfileRefusal,
  renameProfile,
} from './household.ts';
import { chooseNotifications, isNotificationKind } from './notifications.ts';
import { listNotificationsOff, listProfiles } from './queries/household.ts';
import { type AccountContext, type AccountDeps, contextOf, line, takeSaid, whenceOf } from './request.ts';
import type { SignedInCustomer } from './session.ts';
import { accountPath, done, owned } from './signed-in.ts';
import { DeleteProfilePage, HouseholdPage, NotificationsPage, type TypedProfile } from './views/household-pages.tsx';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function householdPage(c: AccountContext, deps: AccountDeps, who: SignedInCustomer, typed?: TypedProfile) {
  const profiles = await listProfiles(deps, who.customer.id);
  return (
    <HouseholdPage site={c.var.site} profiles={profiles} most={MAX_PROFILES} typed={typed} said={takeSaid(c, deps)} />
  );
}

/** Why a profile was refused, in words. */
const reasonOf = (c: AccountContext, refusal: ProfileRefusal): string => {
  const { t } = c.var.site.reader;
  if (refusal === 'name') return t('account.household.nameWrong', { most: MAX_PROFILE_NAME });
  return refusal === 'taken' ? t('account.household.taken') : t('account.household.full', { most: MAX_PROFILES });
};

function profileRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.get(
    '/household',
    owned(deps, async (c, who) => c.html(await householdPage(c, deps, who))),
  );
  app.post(
    '/household',
    owned(deps, async (c, who) => {
      const name = line(await c.req.formData(), 'name');
      const { id: customerId } = who.customer;
      const refusal = await createProfile(contextOf(deps, customerId), { customerId, name, whence: whenceOf(c, deps) });
      if (refusal === null) return done(c, deps, 'household.added', '/household');
      const typed = { id: null, name, problem: reasonOf(c, refusal) };
      return c.html(await householdPage(c, deps, who, typed), 422);
    }),
  );
  app.post(
    '/household/:id',
    owned(deps, async (c, who) => {
      const name = line(await c.req.formData(), 'name');
      const profileId = c.req.param('id') ?? '';
      const { id: customerId } = who.customer;
      const input = { customerId, profileId, name, whence: whenceOf(c, deps) };
      const refusal = await renameProfile(contextOf(deps, customerId), input);
      if (refusal === null) return done(c, deps, 'household.renamed', '/household');
      const typed = { id: profileId, name, problem: reasonOf(c, refusal) };
      return c.html(await householdPage(c, deps, who, typed), 422);
    }),
  );
  app.get(
    '/household/:id/deletion',
    owned(deps, async (c, { customer }) => {
      const profiles = await listProfiles(deps, customer.id);
      const profile = profiles.find(({ id }) => id === c.req.param('id'));
      if (!profile) return c.redirect(accountPath(c, '/household'), 303);
      return c.html(<DeleteProfilePage site={c.var.site} profile={profile} />);
    }),
  );
  app.post(
    '/household/:id/deletion',
    owned(deps, async (c, { customer: { id: customerId } }) => {
      const profileId = c.req.param('id') ?? '';
      const input = { customerId, profileId, whence: whenceOf(c, deps) };
      if (UUID.test(profileId) && (await deleteProfile(contextOf(deps, customerId), input)))
        return done(c, deps, 'household.deleted', '/household');
      return c.redirect(accountPath(c, '/household'), 303);
    }),
  );
}

/** Who shares the account, and what it writes about. */
export function householdRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  profileRoutes(app, deps);
  app.get(
    '/notifications',
    owned(deps, async (c, { customer }) => {
      const off = await listNotificationsOff(deps, customer.id);
      return c.html(<NotificationsPage site={c.var.site} email={customer.email} off={off} said={takeSaid(c, deps)} />);
    }),
  );
  app.post(
    '/notifications',
    owned(deps, async (c, { customer: { id: customerId } }) => {
      const on = (await c.req.formData()).getAll('kind').map(String).filter(isNotificationKind);
      await chooseNotifications(contextOf(deps, customerId), { customerId, on, whence: whenceOf(c, deps) });
      return done(c, deps, 'notifications.saved', '/notifications');
    }),
  );
}
