import { expect, type Page, test } from '../support/journey.ts';
import { wordsOf } from './words.ts';

const firstResult = (page: Page) => page.getByRole('main').locator('.results a').first();

async function typeInto(page: Page, words: string): Promise<void> {
  await page.goto('/northstar/en/');
  await page.locator('#search').pressSequentially(words, { delay: 15 });
}

test('a person sees suggestions while typing and opens one with the keyboard', async ({ page }) => {
  await page.goto('/northstar/en/');
  const field = page.getByRole('combobox', { name: 'Search help' });
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await field.pressSequentially('buffering', { delay: 15 });
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(field).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? 'missing');
  await expect(field).not.toHaveAttribute('aria-activedescendant', /./);

  await field.press('ArrowDown');
  const [first, second] = [list.getByRole('option').nth(0), list.getByRole('option').nth(1)];
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? 'missing');
  await field.press('ArrowDown');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(first).toHaveAttribute('aria-selected', 'false');
  await field.press('ArrowUp');
  await field.press('ArrowUp');
  await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await field.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');

  const target = (await first.getAttribute('data-href')) ?? 'missing';
  await field.press('Enter');
  await expect(page).toHaveURL(target);
});

test('a person closes the suggestions with Escape and keeps what was typed', async ({ page }) => {
  await typeInto(page, 'refund');
  const field = page.locator('#search');
  await expect(page.getByRole('option').first()).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(field).not.toHaveAttribute('aria-activedescendant', /./);
  await expect(field).toHaveValue('refund');
  await expect(field).toBeFocused();
});

test('a person opens a suggestion with the mouse', async ({ page }) => {
  await typeInto(page, 'nw25');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\/northstar\/en\/errors\/nw-2-5/);
});

test('a person presses Enter and gets a results page whose address can be shared', async ({
  page,
  browser,
  server,
}) => {
  await typeInto(page, 'cancel my plan');
  await page.locator('#search').press('Enter');
  await expect(page).toHaveURL(/\/northstar\/en\/search\?q=cancel\+my\+plan/);
  await expect(page.locator('#search')).toHaveValue('cancel my plan');
  const found = await page.getByRole('main').locator('.results a').allInnerTexts();
  expect(found.length).toBeGreaterThan(1);

  const friend = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await friend.goto(page.url().replace(/^https?:\/\/[^/]+/, server.origin));
  expect(await friend.getByRole('main').locator('.results a').allInnerTexts()).toEqual(found);
  await friend.context().close();
});

test('“buffering on samsung tv” finds the Samsung guide first', async ({ page }) => {
  await page.goto('/northstar/en/search?q=buffering+on+samsung+tv');
  await expect(firstResult(page)).toHaveAttribute('href', /buffering-on-samsung-tv/);
});

test('a misspelt “bufering on samsng tv” still finds it, and says what was searched for', async ({ page }) => {
  await page.goto('/northstar/en/search?q=bufering+on+samsng+tv');
  await expect(firstResult(page)).toHaveAttribute('href', /buffering-on-samsung-tv/);
  await expect(page.getByRole('main')).toContainText('buffering on samsung tv');
});

test('in Malay, “cara batalkan langganan” leads straight to cancelling', async ({ page }) => {
  await page.goto('/northstar/ms/search?q=cara+batalkan+langganan');
  const action = page.getByRole('main').locator('.result-action a').first();
  await expect(page.getByRole('heading', { name: new RegExp(wordsOf('ms')('search.group.action')) })).toBeVisible();
  await action.click();
  await expect(page).toHaveURL(/\/northstar\/ms\/guides\/cancel-subscription/);
});

test('in French, “remboursement” leads straight to asking for a refund', async ({ page }) => {
  await page.goto('/northstar/fr/search?q=remboursement');
  await page.getByRole('main').locator('.result-action a').first().click();
  await expect(page).toHaveURL(/\/northstar\/fr\/.*refund/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('in German, “Kündigen” leads straight to cancelling', async ({ page }) => {
  await page.goto(`/northstar/de/search?q=${encodeURIComponent('Kündigen')}`);
  await page.getByRole('main').locator('.result-action a').first().click();
  await expect(page).toHaveURL(/\/northstar\/de\/guides\/cancel-subscription/);
});

for (const { brand, q } of [
  { brand: 'northstar', q: 'nw25' },
  { brand: 'northstar', q: 'NW 2 5' },
  { brand: 'netflix', q: 'netflix error nw-2-5 on my tv' },
]) {
  test(`“${q}” shows the error code first at ${brand}`, async ({ page }) => {
    await page.goto(`/${brand}/en/search?${new URLSearchParams({ q })}`);
    await expect(firstResult(page)).toHaveAttribute('href', new RegExp(`^/${brand}/en/errors/nw-2-5`));
  });
}

test('a search that finds nothing leads to a person, who learns what was searched', async ({ page }) => {
  await page.goto('/northstar/en/search?q=zzqxv+wyrble');
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzqxv wyrble”' })).toBeVisible();
  await page.locator('.empty').getByRole('link', { name: 'Talk to a person' }).click();
  await expect(page).toHaveURL(/\/northstar\/en\/contact\?q=zzqxv\+wyrble/);
  await expect(page.getByText('You searched for “zzqxv wyrble”.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('searchbox').or(page.locator('#search')).first()).toHaveValue(
    'zzqxv wyrble',
  );
});

test('hostile words are searched for as words', async ({ page }) => {
  const q = `'; drop table article; -- <script>alert(1)</script> \u202Erefund ${'x'.repeat(3000)}`;
  const answer = await page.goto(`/northstar/en/search?${new URLSearchParams({ q })}`);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('h1')).toContainText('drop table article');
  await expect(page.locator('main script')).toHaveCount(0);
});

/** What stands first in the suggestions once somebody has typed these words. */
for (const { brand, locale, words, leadsTo } of [
  { brand: 'northstar', locale: 'en', words: 'nw25', leadsTo: /errors\/nw-2-5/ },
  { brand: 'netflix', locale: 'en', words: 'nw25', leadsTo: /errors\/nw-2-5/ },
  { brand: 'netflix', locale: 'en', words: 'netflix error nw-2-5 on my tv', leadsTo: /errors\/nw-2-5/ },
  { brand: 'northstar', locale: 'en', words: 'bufering on samsng tv', leadsTo: /buffering-on-samsung-tv/ },
  { brand: 'northstar', locale: 'ms', words: 'cara batalkan langganan', leadsTo: /guides\/cancel-subscription/ },
  { brand: 'sentinel', locale: 'ms', words: 'cara batalkan langganan', leadsTo: /guides\/turn-off-auto-renewal/ },
  { brand: 'northstar', locale: 'de', words: 'doppelt abgebucht', leadsTo: /refund|charged-twice/ },
  { brand: 'netflix', locale: 'de', words: 'doppelt abgebucht', leadsTo: /articles\/get-a-refund/ },
  { brand: 'northstar', locale: 'fr', words: 'remboursement', leadsTo: /guides\/request-a-refund/ },
  { brand: 'norton', locale: 'fr', words: 'remboursement', leadsTo: /refund/ },
  { brand: 'lantern', locale: 'fr', words: 'remboursement', leadsTo: /refund/ },
]) {
  test(`typing “${words}” at ${brand} in ${locale} brings the right page first`, async ({ page }) => {
    await page.goto(`/${brand}/${locale}/search`);
    const asked = page.waitForResponse((response) =>
      response.url().includes(`q=${new URLSearchParams({ words }).toString().slice(6)}`),
    );
    await page.locator('input[type=search]').first().pressSequentially(words, { delay: 10 });
    await asked;
    const first = page.getByRole('option').first();
    await expect(first).toHaveAttribute('data-href', leadsTo);
    await expect(first).toHaveAttribute('data-href', new RegExp(`/${brand}/${locale}/`));
  });
}

test('what was searched instead is said, and the words as they were typed can be searched for', async ({ page }) => {
  await page.goto('/northstar/en/search?q=bufering+on+samsng+tv');
  const main = page.getByRole('main');
  await expect(main).toContainText('Showing results for buffering on samsung tv');
  await main.getByRole('link', { name: 'Search instead for “bufering on samsng tv”' }).click();
  await expect(page).toHaveURL(/q=bufering\+on\+samsng\+tv&verbatim=yes$/);
  await expect(main).not.toContainText('Showing results for');
});

test('a word that is hardly ever written is searched for as it is, and a far commoner one beside it is offered', async ({
  page,
}) => {
  await page.goto('/northstar/en/search?q=passport');
  const main = page.getByRole('main');
  await expect(main).toContainText('Did you mean password?');
  await main.getByRole('link', { name: 'password', exact: true }).first().click();
  await expect(page).toHaveURL(/\/northstar\/en\/search\?q=password$/);
  await expect(main).not.toContainText('Did you mean');
});

test('results stand in groups, each with as many as it says', async ({ page }) => {
  await page.goto('/netflix/de/search?q=doppelt+abgebucht');
  const groups = await page
    .getByRole('main')
    .locator('.results section')
    .evaluateAll((sections) =>
      sections.map((section) => ({
        said: Number(/\((\d+)\)/.exec(section.querySelector('h2')?.textContent ?? '')?.[1] ?? -1),
        shown: section.querySelectorAll('li').length,
      })),
    );
  expect(groups.length).toBeGreaterThan(1);
  for (const { said, shown } of groups) expect(shown).toBe(said);
});

test('without scripts the same field leads to a page of results', async ({ browser, server }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin })).newPage();
  await page.goto('/northstar/de/');
  await page.locator('input[type=search]').first().fill('doppelt abgebucht');
  await page.locator('input[type=search]').first().press('Enter');
  await expect(page).toHaveURL(/\/northstar\/de\/search\?q=doppelt\+abgebucht/);
  await expect(firstResult(page)).toHaveAttribute('href', /refund|charged-twice/);
  await page.context().close();
});
