import type { Browser, BrowserContext } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, type Page, signInAtDesk, test } from '../support/journey.ts';
import { expectGoodForEveryone, watch } from './watch.ts';
import { type Locale, wordsOf } from './words.ts';

const PASSWORD = 'four words that fit';
const accountAt = (locale: Locale): string => `/northstar/${locale}/account`;
let people = 0;
/** An address nobody has used in these journeys. */
const newAddress = (): string => `maya${process.pid}-${++people}@example.com`;

/** Opens the newest mail to an address in the mailbox of the desk and gives the link in it. */
async function linkTo(mailbox: Page, address: string): Promise<string> {
  await mailbox.goto('/desk/mailbox');
  const row = mailbox.getByRole('row').filter({ hasText: address }).first();
  await row.getByRole('link').click();
  return (await mailbox.locator('.mail-text a').first().getAttribute('href')) ?? '';
}

async function openMailbox(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context: BrowserContext = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await signInAtDesk(page, 'admin');
  return page;
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

async function signUp(page: Page, mailbox: Page, locale: Locale, email: string): Promise<void> {
  const t = wordsOf(locale);
  await page.goto(`${accountAt(locale)}/sign-up`);
  await page.getByLabel(t('account.email')).fill(email);
  await page.locator('input[name="name"]').fill('Maya');
  await button(page, t('account.signUp.button')).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.sent.title'));
  await page.goto(await linkTo(mailbox, email));
  await page.locator('input[name="password"]').fill(PASSWORD);
  await button(page, t('account.signUp.confirmButton')).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.home.title', { name: 'Maya' }));
}

async function signOut(page: Page, locale: Locale): Promise<void> {
  const t = wordsOf(locale);
  await page.goto(accountAt(locale));
  await button(page, t('account.signOut')).click();
  await expect(page.getByRole('status')).toContainText(t('account.signIn.out'));
}

async function signIn(page: Page, locale: Locale, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${accountAt(locale)}/sign-in`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await button(page, wordsOf(locale)('account.signIn.button')).click();
}

test('a customer signs up, adds a second factor, signs in by code and by link, recovers, and sees it all', async ({
  page,
  browser,
  baseURL,
}) => {
  const t = wordsOf('en');
  const mailbox = await openMailbox(browser, baseURL);
  const seen = watch(page, baseURL ?? '');
  const email = newAddress();
  await page.goto('/northstar/en/');
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('account.nav') })
    .click();
  await expect(page).toHaveURL(/account\/sign-in$/);
  await signUp(page, mailbox, 'en', email);

  await page.goto(`${accountAt('en')}/security`);
  await button(page, t('account.security.factorAdd')).click();
  await expect(page.getByRole('img', { name: t('account.security.picture') })).toHaveCSS(
    'background-color',
    'rgb(255, 255, 255)',
  );
  const key = (await page.getByRole('main').locator('code').innerText()).replaceAll(' ', '');
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  await page.locator('input[name="code"]').fill(totp.generate());
  await button(page, t('account.security.confirmButton')).click();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);

  await signOut(page, 'en');
  await signIn(page, 'en', email);
  await expect(page).toHaveURL(/second-factor$/);
  await page.locator('input[name="code"]').fill('000000');
  await button(page, t('account.factor.button')).click();
  await expect(page.getByText(t('account.factor.refused')).first()).toBeVisible();
  await page.locator('input[name="code"]').fill(codes[0] ?? '');
  await button(page, t('account.factor.button')).click();
  await expect(page).toHaveURL(/account$/);

  await signOut(page, 'en');
  await page.locator('input[name="email"]').fill(email);
  await button(page, t('account.signIn.link')).click();
  const link = await linkTo(mailbox, email);
  await page.goto(link);
  await button(page, t('account.signIn.button')).click();
  await page.locator('input[name="code"]').fill(codes[1] ?? '');
  await button(page, t('account.factor.button')).click();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.linkOver.title'));

  await page.goto(`${accountAt('en')}/recovery`);
  await page.locator('input[name="email"]').fill(email);
  await button(page, t('account.signUp.button')).click();
  await page.goto(await linkTo(mailbox, email));
  await page.locator('input[name="password"]').fill('quite another one');
  await button(page, t('account.recovery.setButton')).click();
  await page.locator('input[name="code"]').fill(codes[2] ?? '');
  await button(page, t('account.factor.button')).click();

  await page.goto(`${accountAt('en')}/activity`);
  for (const did of ['signedUp', 'authenticatorAdded', 'signInFailed', 'recoveryAsked', 'passwordRecovered'])
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: t(`account.did.${did}`) })
        .first(),
    ).toBeVisible();
  expect(seen).toEqual({ errors: [], foreign: [] });
});

for (const locale of ['de', 'ms'] as const) {
  test(`signing up, out and in is possible in ${locale}, and the mail is in that language`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const t = wordsOf(locale);
    const mailbox = await openMailbox(browser, baseURL);
    const email = newAddress();
    await signUp(page, mailbox, locale, email);
    await expect(mailbox.locator('.mail-text')).toContainText(t('mail.confirmSignUp.after'));
    await expect(mailbox.locator('.mail-text')).toHaveAttribute('lang', locale);
    await signOut(page, locale);
    await signIn(page, locale, email, 'not the password');
    await expect(page.getByRole('alert')).toContainText(t('account.signIn.refused'));
    await signIn(page, locale, email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.home.title', { name: 'Maya' }));
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('details, household, notifications, address and its undoing all work', async ({ page, browser, baseURL }) => {
    const t = wordsOf('en');
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      javaScriptEnabled: true,
    });
    const mailbox = await context.newPage();
    await signInAtDesk(mailbox, 'admin');
    const [email, moved] = [newAddress(), newAddress()];
    await signUp(page, mailbox, 'en', email);

    await page.goto(`${accountAt('en')}/details`);
    await page.locator('input[name="phone"]').fill('not a number');
    await page.locator('input[name="city"]').fill('Ipoh');
    await button(page, t('account.details.save')).click();
    await expect(page.getByRole('alert')).toContainText(t('account.details.phoneWrong'));
    await expect(page.locator('input[name="phone"]')).toHaveValue('not a number');
    await page.locator('input[name="phone"]').fill('0060 3 1234 5678');
    await page.locator('textarea[name="lines"]').fill('12 Jalan Sultan');
    await page.locator('select[name="country"]').selectOption('MY');
    await button(page, t('account.details.save')).click();
    await expect(page.getByRole('status')).toContainText(t('account.details.saved'));
    await expect(page.locator('input[name="phone"]')).toHaveValue('+60312345678');
    await expect(page.locator('input[name="city"]')).toHaveValue('Ipoh');

    await page.goto(`${accountAt('en')}/household`);
    await page.locator('input[name="name"]').fill('Lin');
    await button(page, t('account.household.addButton')).click();
    await page.getByRole('link', { name: t('account.household.deleteOf', { name: 'Lin' }) }).click();
    await button(page, t('account.household.delete')).click();
    await expect(page.getByRole('status')).toContainText(t('account.household.deleted'));

    await page.goto(`${accountAt('en')}/notifications`);
    await page.getByLabel(t('account.notifications.charge'), { exact: true }).uncheck();
    await button(page, t('account.details.save')).click();
    await expect(page.getByLabel(t('account.notifications.charge'), { exact: true })).not.toBeChecked();

    await page.goto(`${accountAt('en')}/details`);
    await page.locator('input[name="email"]').fill(moved);
    await button(page, t('account.address.button')).click();
    await page.goto(await linkTo(mailbox, moved));
    await button(page, t('account.address.confirmTitle')).click();
    await expect(page.getByRole('main')).toContainText(moved);
    await page.goto(await linkTo(mailbox, email));
    await button(page, t('account.address.undoTitle')).click();
    await expect(page.getByRole('status')).toContainText(t('account.address.undone'));
    await page.goto(`${accountAt('en')}/details`);
    await expect(page).toHaveURL(/sign-in$/);
  });
});

test('every page of an account is good for everyone', async ({ page, browser, baseURL }) => {
  test.slow();
  const mailbox = await openMailbox(browser, baseURL);
  const email = newAddress();
  for (const path of ['sign-up', 'sign-in', 'recovery', 'sign-in/no-such-link']) {
    await page.goto(`${accountAt('de')}/${path}`);
    await expectGoodForEveryone(page);
  }
  await signUp(page, mailbox, 'de', email);
  await page.goto(`${accountAt('de')}/household`);
  await page.locator('input[name="name"]').fill('Lin');
  await button(page, wordsOf('de')('account.household.addButton')).click();
  for (const path of ['', '/details', '/security', '/activity', '/household', '/notifications', '/deletion']) {
    await page.goto(accountAt('de') + path);
    await expectGoodForEveryone(page);
  }
  await page.goto(`${accountAt('de')}/security`);
  await button(page, wordsOf('de')('account.security.factorAdd')).click();
  await expectGoodForEveryone(page);
  await mailbox.goto('/desk/mailbox');
  await expectGoodForEveryone(mailbox);
});
