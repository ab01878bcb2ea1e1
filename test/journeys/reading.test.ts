import { expect, test } from '../support/journey.ts';
import { LOCALES, wordsOf } from './words.ts';

const PHONE = { width: 400, height: 800 };
const ARTICLE = 'articles/buffering-on-samsung-tv';

for (const locale of LOCALES) {
  const t = wordsOf(locale);
  test.describe(`on a phone without script, in ${locale}`, () => {
    test.use({ javaScriptEnabled: false, viewport: PHONE, locale });

    test('a reader goes from the first page by topic to an article, a related one and a person', async ({ page }) => {
      await page.goto('/northstar/');
      await expect(page).toHaveURL(`/northstar/${locale}/`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
      await page.locator(`#topics a[href$="/topics/streaming-quality"]`).click();
      await page.locator('main .card-link').first().click();
      const title = await page.locator('h1').innerText();
      await expect(page.getByText(t('article.inShort'), { exact: true })).toBeVisible();
      const related = page.locator('aside .related a').first();
      const relatedTitle = await related.evaluate((link) => link.firstChild?.textContent ?? '');
      await related.click();
      await expect(page.locator('h1')).toHaveText(relatedTitle);
      expect(relatedTitle).not.toBe(title);
      await page
        .getByRole('main')
        .getByRole('link', { name: t('next.contact') })
        .last()
        .click();
      await expect(page.locator('h1')).toHaveText(t('contact.title'));
      // What the reader was reading comes along.
      await expect(page.getByText(t('contact.aboutTitle'))).toBeVisible();
      await expect(page.getByRole('main')).toContainText(relatedTitle);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
    });

    test('a reader opens an unknown address and searches on from there', async ({ page }) => {
      const answer = await page.goto(`/northstar/${locale}/nowhere/at-all`);
      expect(answer?.status()).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('h1')).toHaveText(t('failure.notFound.title'));
      await page.getByRole('main').getByRole('searchbox').fill('NW-2-5');
      await page.getByRole('main').getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(/search\?q=NW-2-5/);
      await expect(page.getByRole('main').locator('.results a').first()).toContainText('NW-2-5');
    });

    test('a reader says that a page needs work and why, and is thanked and shown the way on', async ({ page }) => {
      await page.goto(`/northstar/${locale}/${ARTICLE}`);
      await page.getByText(t('helpful.needsWork')).click();
      await page.getByLabel(t('helpful.reason.unclear')).check();
      await page.getByLabel(t('helpful.comment')).fill('Which remote control is meant?');
      await page.getByRole('button', { name: t('form.send') }).click();
      await expect(page.getByRole('heading', { name: t('helpful.thanksNo') })).toBeVisible();
      await page
        .getByRole('status')
        .getByRole('link', { name: t('next.contact') })
        .click();
      await expect(page.getByText(t('contact.aboutTitle'))).toBeVisible();
    });
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader says that a page helped, and is thanked', async ({ page }) => {
    await page.goto(`/northstar/en/${ARTICLE}`);
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect(page.getByRole('status')).toContainText('Thank you');
  });

  test('a reader changes the language and stays on the same page', async ({ page }) => {
    await page.goto(`/northstar/en/${ARTICLE}`);
    for (const [locale, name] of [
      ['ms', 'Bahasa Melayu'],
      ['fr', 'Français'],
      ['de', 'Deutsch'],
    ] as const) {
      await page.locator('.top details').first().locator('summary').click();
      await page.getByRole('banner').getByRole('link', { name }).click();
      await expect(page).toHaveURL(`/northstar/${locale}/${ARTICLE}`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
    }
  });

  test('a search engine learns of every language of a page and which one to offer by default', async ({ page }) => {
    await page.goto(`/northstar/ms/${ARTICLE}`);
    const links = await page
      .locator('link[rel=alternate][hreflang]')
      .evaluateAll((all) => all.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
    const origin = new URL(page.url()).origin;
    expect(links).toEqual([
      ...LOCALES.map((locale) => [locale, `${origin}/northstar/${locale}/${ARTICLE}`]),
      ['x-default', `${origin}/northstar/en/${ARTICLE}`],
    ]);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${origin}/northstar/ms/${ARTICLE}`);
  });

  test('a reader meets dates and numbers written as the language writes them', async ({ page }) => {
    await page.goto(`/northstar/de/${ARTICLE}`);
    await expect(page.locator('.meta').first()).toContainText(/\d{1,2}\. \p{L}+ 20\d\d/u);
    await page.goto(`/northstar/fr/${ARTICLE}`);
    await expect(page.locator('.meta').first()).toContainText(/\d{1,2}(?:er)? \p{L}+ 20\d\d/u);
  });

  test('a visitor without a brand chooses one, in the language the browser asks for', async ({ browser, server }) => {
    const context = await browser.newContext({ baseURL: server.origin, locale: 'de-DE', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('link', { name: 'Northstar Hilfe' }).click();
    await expect(page).toHaveURL('/northstar/de/');
    await context.close();
  });
});
