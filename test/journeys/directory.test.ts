import { expect, test } from './staff.ts';
import { wordsOf } from './words.ts';

test('a person is told that a guide is independent, and where each fact comes from', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('We are not affiliated with these companies.')).toBeVisible();
  await page.getByRole('link', { name: 'Netflix guide' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/not affiliated/i);
  await page.goto('/netflix/en/guides/cancel-membership');
  const sources = page.locator('.sources');
  await expect(sources.getByRole('heading', { name: 'Sources' })).toBeVisible();
  await expect(sources.getByRole('link').first()).toHaveAttribute('href', /^https:\/\//);
  await expect(sources.getByRole('listitem').first()).toContainText(/read on \d{1,2} \w+ 20\d\d/);
  await expect(page.getByRole('contentinfo')).toContainText(/not affiliated/i);
});

test('a person finds the company’s own channels, each with its source and date', async ({ page }) => {
  await page.goto('/norton/de/contact');
  const t = wordsOf('de');
  const cards = page.locator('.channel');
  expect(await cards.count()).toBeGreaterThan(1);
  for (const card of await cards.all()) await expect(card).toContainText(t('contact.source'));
  await expect(cards.first()).toContainText(t('contact.fastest'));
});

test('a reader without an account proposes a correction, and an editor sees and accepts it', async ({
  page,
  editor,
}) => {
  const correction = 'The first screen now says “Manage membership” instead of “Account”.';
  await page.goto('/netflix/fr/guides/cancel-membership');
  await page.goto('/netflix/fr/suggest?about=articles/cancel-membership');
  const t = wordsOf('fr');
  await page.getByLabel(t('suggest.kind.no-longer-works')).check();
  await page.getByLabel(t('suggest.text')).fill('court');
  await page.getByRole('button', { name: t('form.send') }).click();
  await expect(page.getByText(t('suggest.textMissing')).first()).toBeVisible();
  await expect(page.getByLabel(t('suggest.kind.no-longer-works'))).toBeChecked();
  await page.getByLabel(t('suggest.text')).fill(correction);
  await page.getByLabel(t('suggest.source')).fill('netflix.com, today');
  await page.getByRole('button', { name: t('form.send') }).click();
  await expect(page.locator('h1')).toHaveText(t('suggest.thanksTitle'));

  await editor.goto('/desk/netflix/suggestions');
  const row = editor.getByRole('row').filter({ hasText: correction });
  await expect(row).toContainText('cancel-membership (Français)');
  await expect(row).toContainText('netflix.com, today');
  await row.getByRole('button', { name: 'Accept' }).click();
  await expect(editor.getByRole('row').filter({ hasText: correction })).toHaveCount(0);
});
