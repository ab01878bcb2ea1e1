import { test as base, expect, type Page, signInAtDesk } from '../support/journey.ts';
import { type OwnNode, startOwnNode } from './nodes/own-node.ts';
import { wordsOf } from './words.ts';

const START_LIMIT_MS = 120_000;
const SOON_MS = 10_000;
/** Browsers take every name below localhost for this machine, and for a safe place. */
const DOMAIN = 'help.localhost';
const t = wordsOf('en');

/** A small brand of its own that these journeys move to a domain: passkeys belong to a name, not to an address. */
const test = base.extend<object, { node: OwnNode }>({
  node: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed
    async ({}, use) => {
      const node = await startOwnNode({ packs: 'tiny' });
      await use(node);
      await node.stop();
    },
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  baseURL: ({ node }, use) => use(node.origin),
});

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

/** A device with a fingerprint reader, as Chromium pretends it. */
async function withDevice(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('on the brand’s own domain a customer adds a passkey, signs in with it, and a copy of its answer opens nothing', async ({
  page,
  browser,
  node,
}) => {
  const { port } = new URL(node.origin);
  const home = `http://${DOMAIN}:${port}`;
  const desk = await (await browser.newContext({ baseURL: node.origin })).newPage();
  await signInAtDesk(desk, 'admin');

  // At a bare network address browsers make no passkeys, so none are offered.
  await page.goto('/tiny/en/account/sign-in');
  await expect(page.locator('[data-passkey]')).toHaveCount(0);

  await desk.goto('/desk/tiny/settings');
  await desk.getByLabel('Own domain').fill(DOMAIN);
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('status')).toContainText('Saved');
  await expect(async () => {
    expect((await page.goto(`${home}/en/account/sign-up`))?.status()).toBe(200);
  }).toPass({ timeout: SOON_MS });

  await page.locator('input[name="email"]').fill('maya@example.com');
  await button(page, t('account.signUp.button')).click();
  await desk.goto('/desk/mailbox');
  await desk.getByRole('row').filter({ hasText: 'maya@example.com' }).first().getByRole('link').click();
  const link = (await desk.locator('.mail-text a').first().getAttribute('href')) ?? '';
  expect(link).toMatch(new RegExp(`^${home}/en/account/sign-up/`));
  await page.goto(link);
  await button(page, t('account.signUp.confirmButton')).click();

  await withDevice(page);
  await page.goto(`${home}/en/account/security`);
  await button(page, t('account.passkey.add')).click();
  await expect(page.getByRole('status')).toContainText(t('account.passkey.added'));
  await page.goto(`${home}/en/account`);
  await button(page, t('account.signOut')).click();

  const sent = page.waitForRequest((request) => request.url().endsWith('/passkey-sign-in'));
  await button(page, t('account.passkey.signIn')).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('main')).toContainText('maya@example.com');

  const again = (await sent).postData() ?? '';
  const replay = await desk.request.post(`${node.origin}/tiny/en/account/passkey-sign-in`, {
    headers: { host: `${DOMAIN}:${port}`, 'content-type': 'application/json' },
    data: again,
  });
  expect([replay.status(), replay.headers()['set-cookie']]).toEqual([422, undefined]);

  await page.goto(`${home}/en/account/security`);
  await page.getByRole('button', { name: t('account.passkey.remove'), exact: true }).click();
  await expect(page.getByRole('status')).toContainText(t('account.passkey.removed'));
  await page.goto(`${home}/en/account`);
  await button(page, t('account.signOut')).click();
  await button(page, t('account.passkey.signIn')).click();
  await expect(page.getByRole('alert').filter({ hasText: t('account.passkey.signInFailed') })).toBeVisible();
  await expect(page).toHaveURL(/sign-in$/);
});
