import type { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import type { MessageKey } from '#ui/reader.ts';
import { addressKey, addressSchema } from './address.ts';
import { readAddress, type TypedAddress, typedAddress } from './billing-address.ts';
import { changeDetails, detailsSchema, MAX_NAME } from './change-details.ts';
import { askEmailChange } from './change-email.ts';
import {
  type AccountContext,
  type AccountDeps,
  accountSite,
  contextOf,
  line,
  secret,
  takeSaid,
  whenceOf,
} from './request.ts';
import type { SignedInCustomer } from './session.ts';
import { accountPath, done, owned } from './signed-in.ts';
import { DetailsPage, type DetailsValues } from './views/details-page.tsx';
import { SentPage } from './views/sign-in-pages.tsx';

const detailsPage = (
  c: AccountContext,
  deps: AccountDeps,
  { customer }: SignedInCustomer,
  typed: { values?: DetailsValues; address?: TypedAddress; newEmail?: string; problems?: FieldProblem[] },
) => {
  const { name, locale, zone, phone, email, billingAddress } = customer;
  return (
    <DetailsPage
      site={c.var.site}
      email={email}
      values={typed.values ?? { name, locale, zone, phone: phone ?? '' }}
      address={typed.address ?? typedAddress(billingAddress)}
      newEmail={typed.newEmail ?? ''}
      problems={typed.problems ?? []}
      said={takeSaid(c, deps)}
    />
  );
};

/** What an account says about its owner, and its address. */
export function detailsRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.get(
    '/details',
    owned(deps, (c, who) => c.html(detailsPage(c, deps, who, {}))),
  );
  app.post(
    '/details',
    owned(deps, async (c, who) => {
      const form = await c.req.formData();
      const values = {
        name: line(form, 'name'),
        locale: line(form, 'locale'),
        zone: line(form, 'zone'),
        phone: line(form, 'phone'),
      };
      const address = {
        lines: secret(form, 'lines'),
        postcode: line(form, 'postcode'),
        city: line(form, 'city'),
        country: line(form, 'country'),
      };
      const read = detailsSchema.safeParse(values);
      const billing = readAddress(address);
      if (!read.success || 'wrong' in billing) {
        const paths = new Set([
          ...(read.error?.issues.map(({ path }) => String(path[0])) ?? []),
          ...('wrong' in billing ? billing.wrong : []),
        ]);
        const problems = [...paths].map((path) => ({
          path,
          message: c.var.site.reader.t(`account.details.${path}Wrong` as MessageKey, { most: MAX_NAME }),
        }));
        return c.html(detailsPage(c, deps, who, { values, address, problems }), 422);
      }
      const { customer } = who;
      const details = { ...read.data, billingAddress: billing.address };
      await changeDetails(contextOf(deps, customer.id), { customer, details, whence: whenceOf(c, deps) });
      return done(c, deps, 'details.saved', '/details');
    }),
  );
  app.post(
    '/email',
    owned(deps, async (c, who) => {
      const email = line(await c.req.formData(), 'email');
      if (!addressSchema.safeParse(email).success) {
        const problems = [{ path: 'email', message: c.var.site.reader.t('account.emailWrong') }];
        return c.html(detailsPage(c, deps, who, { newEmail: email, problems }), 422);
      }
      await deps.guard(c, 'mail', addressKey(email) ?? email);
      const { customer } = who;
      const input = { customer, email, whence: whenceOf(c, deps) };
      await askEmailChange(contextOf(deps, customer.id), deps.clock, accountSite(c.var.site), input);
      return c.html(<SentPage site={c.var.site} email={email} back={accountPath(c, '/details')} />);
    }),
  );
}
