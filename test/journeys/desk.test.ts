import { expect, test } from './staff.ts';

/** A second is the promise, measured in test/scenarios; a busy machine is given more. */
const SOON_MS = 10_000;

test('nobody enters the desk without signing in, and whoever signs in lands where they wanted', async ({ page }) => {
  await page.goto('/desk/northstar/feedback');
  await expect(page).toHaveURL('/desk/sign-in?next=%2Fdesk%2Fnorthstar%2Ffeedback');
  await page.getByLabel('E-mail').fill('editor@demo.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('is not right');
  await expect(page.getByLabel('E-mail')).toHaveValue('editor@demo.example');
  await page.getByLabel('Password').fill('demo-editor-pass');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/desk/northstar/feedback');
  await page.getByText('Edda Demo').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/desk/sign-in');
  await page.goto('/desk/northstar/feedback');
  await expect(page.locator('h1')).toHaveText('Sign in to the desk');
});

test('an editor reads what readers said needs work, and settles it', async ({ editor, page }) => {
  await page.goto('/northstar/en/articles/rejoin-after-cancelling');
  await page.getByText('Needs work').click();
  await page.getByLabel('It is out of date').check();
  await page.getByLabel('What should we know?').fill('The button moved last week.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('Thank you');
  await editor.goto('/desk/northstar/feedback');
  const row = editor.getByRole('row').filter({ hasText: 'The button moved last week.' });
  await expect(row).toContainText('It is out of date');
  await row.getByRole('button', { name: 'Settled' }).click();
  await expect(editor.getByRole('row').filter({ hasText: 'The button moved last week.' })).toHaveCount(0);
});

test('an editor sees what was searched without result, teaches the word, and it is found', async ({ editor, page }) => {
  await page.goto('/northstar/en/search?q=blorptastic');
  await expect(page.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
  await editor.goto('/desk/northstar/searches');
  await expect(editor.getByRole('row').filter({ hasText: 'blorptastic' })).toContainText('English');

  await editor.goto('/desk/northstar/words/synonyms');
  const words = editor.getByLabel('Synonyms');
  const before = await words.inputValue();
  await words.fill(before.replace(/^en:\n/, 'en:\n  - [blorptastic, subtitles]\n'));
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('status')).toContainText('Saved');
  await expect(async () => {
    await page.goto('/northstar/en/search?q=blorptastic');
    await expect(page.locator('main .results a').first()).toContainText(/subtitles/i, { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
});

test('a mistake in the words is named with its line and changes nothing', async ({ editor }) => {
  await editor.goto('/desk/northstar/words/topics');
  const words = editor.getByLabel('Topics', { exact: true });
  const before = await words.inputValue();
  await words.fill(before.replace(/icon: \w+/, 'icon: unicorn'));
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText(/^Line \d+: /).first()).toBeVisible();
  await expect(words).toHaveValue(/unicorn/);
  await editor.goto('/desk/northstar/words/topics');
  await expect(words).toHaveValue(before);
});

test('an editor may not open the settings, and is told so', async ({ editor }) => {
  const answer = await editor.goto('/desk/northstar/settings');
  expect(answer?.status()).toBe(403);
  await expect(editor.locator('h1')).toHaveText('You can’t do that from here');
});

test('a member of staff works in their own language', async ({ admin }) => {
  await admin.goto('/desk/norton');
  await admin.locator('.top details').first().locator('summary').click();
  await admin.getByRole('banner').getByRole('link', { name: 'Deutsch' }).click();
  await expect(admin).toHaveURL('/desk/norton');
  await expect(admin.locator('html')).toHaveAttribute('lang', 'de');
  await admin.goto('/desk/language/en?back=%2Fdesk%2Fnorton');
  await expect(admin.locator('html')).toHaveAttribute('lang', 'en');
});
