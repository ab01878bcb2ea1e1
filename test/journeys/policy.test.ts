import { expect, expectAccessible, test } from '../support/journey.ts';
import { expectGoodForEveryone, watch } from './watch.ts';
import { LOCALES, wordsOf } from './words.ts';

const CLAUSES: Readonly<Record<(typeof LOCALES)[number], string>> = {
  en: 'Asked for within 60 days after the charge',
  ms: 'Dipohon dalam masa 60 hari selepas caj',
  fr: 'Demandé dans un délai de 60 jours après le prélèvement',
  de: 'Beantragt innerhalb von 60 Tagen nach der Belastung',
};

for (const locale of LOCALES) {
  const t = wordsOf(locale);
  test.describe(`without script, in ${locale}`, () => {
    test.use({ javaScriptEnabled: false, locale });

    test('a reader comes from the guide’s first page to the rules, reads a clause and where it comes from', async ({
      page,
    }) => {
      await page.goto(`/norton/${locale}/`);
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: t('nav.policy') })
        .click();
      await expect(page.locator('h1')).toHaveText(t('policy.title', { brand: 'Norton' }));
      await expect(page.getByText(t('policy.ourReading'))).toBeVisible();
      const yearly = page.locator('[id="norton-refunds.yearly-plan"]');
      await expect(yearly).toContainText(CLAUSES[locale]);
      await expect(page.getByRole('heading', { name: t('policy.sources') }).first()).toBeVisible();
      await expect(page.getByText(t('policy.unverified')).first()).toBeVisible();
      await expect(page.getByText(t('policy.standing.announced')).first()).toBeVisible();
      // The exception names the clause it is made to, and leads there.
      const exception = page.locator('[id="norton-refunds.yearly-plan-with-shipping"]');
      await exception.locator('.rule-kicker a').click();
      await expect(page).toHaveURL(/#norton-refunds\.yearly-plan$/);
      await expect(yearly).toBeInViewport();
    });
  });
}

test('a decision’s link leads to the very clause, and a version has an address of its own', async ({ page }) => {
  const t = wordsOf('en');
  await page.goto('/netflix/en/policy#netflix-refunds.accidental-sign-up');
  const clause = page.locator('[id="netflix-refunds.accidental-sign-up"]');
  await expect(clause).toBeInViewport();
  await expect(clause).toContainText('Asked for within 7 days after the charge');
  await page
    .locator('#versions')
    .getByRole('link', { name: /UK subscription/ })
    .click();
  await expect(page).toHaveURL(/policy\?version=uk-subscriptions\.1$/);
  await expect(page.getByText(t('policy.shown.announced'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: t('policy.current') }).click();
  await expect(page).toHaveURL('/netflix/en/policy');
});

test('nothing on the policy page bars anyone, in light and dark, on a phone or with large text', async ({
  page,
  server,
}) => {
  const seen = watch(page, server.origin);
  await page.goto('/northstar/de/policy');
  await expectGoodForEveryone(page);
  expect(seen).toEqual({ errors: [], foreign: [] });
});

test('printed, the rules fill the page and leave navigation out', async ({ page }) => {
  await page.goto('/lantern/fr/policy');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.aside-layout > aside')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.locator('[id="lantern-refunds.within-seven-days"]')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width).toBeLessThanOrEqual(0);
});

test('an article states what the policy states, and links to it', async ({ page }) => {
  await page.goto('/norton/de/articles/refund-by-where-you-bought');
  await expect(page.getByRole('main')).toContainText('innerhalb von 60 Tagen nach dem Kauf');
  await expect(page.getByRole('main')).not.toContainText('{{');
  await page.goto('/northstar/en/articles/refund-policy');
  await page.getByRole('link', { name: wordsOf('en')('policy.link') }).click();
  await expect(page.locator('h1')).toHaveText(wordsOf('en')('policy.title', { brand: 'Northstar' }));
});
