import { expect, test } from '../support/journey.ts';

const SAMSUNG_TV =
  'Mozilla/5.0 (SMART-TV; Linux; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko) 85.0.4183.93/6.5 TV Safari/537.36';

test('a person picks a device and reads whether it is supported', async ({ page }) => {
  await page.goto('/northstar/en/');
  await page.getByRole('main').getByRole('link', { name: 'Is my device supported?' }).click();
  await page.getByLabel('Your device').selectOption({ label: 'PlayStation 4' });
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page).toHaveURL('/northstar/en/supported?device=playstation-4');
  await expect(page.getByRole('main').getByRole('heading', { name: 'PlayStation 4', level: 2 }).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Which models work' })).toBeVisible();
  await page.getByRole('link', { name: 'More about PlayStation 4' }).click();
  await expect(page).toHaveURL('/northstar/en/devices/playstation-4');
});

test.describe('on a Samsung TV', () => {
  test.use({ userAgent: SAMSUNG_TV, javaScriptEnabled: false, viewport: { width: 1920, height: 1080 } });

  test('a person opens the check and the television is recognised', async ({ page }) => {
    await page.goto('/northstar/en/supported');
    await expect(page.getByText('You seem to be using: Samsung TV')).toBeVisible();
    const models = page.getByRole('table', { name: 'Which models work' });
    await expect(models.getByRole('row').filter({ hasText: 'With limits' })).toContainText('31 March 2027');
    await expect(models.getByRole('row').filter({ hasText: 'Not supported' }).first()).toBeVisible();
  });
});

test('a person whose device is not recognised is asked to choose it', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.origin, userAgent: 'Something/1.0' });
  const page = await context.newPage();
  await page.goto('/northstar/en/supported');
  await expect(page.getByText('We could not tell which device this is.')).toBeVisible();
  await context.close();
});

test('a person browses devices by kind', async ({ page }) => {
  await page.goto('/northstar/de/devices');
  await expect(page.getByRole('heading', { name: 'Fernseher', level: 2 })).toBeVisible();
  await page.getByRole('link', { name: 'Samsung-Fernseher' }).first().click();
  await expect(page).toHaveURL('/northstar/de/devices/samsung-tv');
});
