import { editorPath, expect, type Page, test } from './staff.ts';

const PUBLIC = '/northstar/en/guides/choose-notifications';
const SLUG = 'choose-notifications';
/** A second is the promise, measured in test/scenarios; a busy machine is given more. */
const SOON_MS = 10_000;

const summaryOf = (page: Page) => page.getByLabel('In short', { exact: true });

async function saveAs(page: Page, button: 'Save draft' | 'Publish now'): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('status')).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

test('an editor finds an article, edits it with a live preview and saves a draft that readers do not see', async ({
  editor,
  page,
}) => {
  await editor.goto('/desk');
  await editor.getByRole('navigation').getByRole('link', { name: 'Articles' }).first().click();
  await editor.getByLabel('Find by title or address').fill('notifications');
  await editor.getByRole('button', { name: 'Search' }).click();
  await editor.getByRole('link', { name: 'en: Public' }).click();
  await expect(editor).toHaveURL(editorPath(SLUG));
  const preview = editor.locator('#preview');
  await expect(preview.locator('h1')).not.toBeEmpty();
  await summaryOf(editor).fill('Quexalotl alerts are chosen on the notifications page, one switch for each kind.');
  await expect(preview).toContainText('Quexalotl alerts');
  await saveAs(editor, 'Save draft');
  await expect(editor.getByRole('status')).toContainText('Saved as a draft');
  await page.goto(PUBLIC);
  await expect(page.getByRole('main')).not.toContainText('Quexalotl');
  await page.goto('/northstar/en/search?q=quexalotl&verbatim=yes');
  await expect(page.getByRole('main')).not.toContainText('Quexalotl alerts');
});

test('an editor publishes it, and readers read and find it', async ({ editor, page }) => {
  await page.goto(PUBLIC); // Kept by the cache, which must let go of it.
  await editor.goto(editorPath(SLUG));
  await saveAs(editor, 'Publish now');
  await expect(async () => {
    const answer = await page.request.get('/api/v1/brands/northstar/search?q=quexalotl&locale=en');
    const { results } = (await answer.json()) as { results: { url: string }[] };
    expect(results[0]?.url).toContain(PUBLIC);
    expect(await (await page.request.get(PUBLIC)).text()).toContain('Quexalotl alerts');
  }).toPass({ timeout: SOON_MS });
});

test('the German translation is then marked outdated until an editor says it says the same', async ({
  editor,
  page,
}) => {
  await page.goto('/northstar/de/guides/choose-notifications');
  await expect(page.locator('.notice.tone-ask')).toContainText('Original');
  await editor.goto('/desk/northstar/articles?state=outdated');
  await editor.getByRole('link', { name: 'de: needs work' }).first().click();
  await expect(editor).toHaveURL(editorPath(SLUG, 'de'));
  await expect(editor.getByText('This translation is outdated')).toBeVisible();
  await expect(editor.getByRole('region', { name: 'Original' })).toContainText('Quexalotl');
  const same = editor.getByLabel(/says the same as version/);
  await expect(same).not.toBeChecked();
  await same.check();
  await saveAs(editor, 'Publish now');
  await expect(editor.getByText('This translation is outdated')).toHaveCount(0);
  await expect(async () => {
    expect(await (await page.request.get('/northstar/de/guides/choose-notifications')).text()).not.toContain(
      'tone-ask',
    );
  }).toPass({ timeout: SOON_MS });
});

test('an editor sees who changed what, and restores an earlier version', async ({ editor, page }) => {
  await editor.goto(`${editorPath(SLUG)}/history`);
  const rows = editor.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText('Edda Demo');
  await expect(rows.nth(1)).toContainText('Public');
  await expect(rows.nth(2)).toContainText('Pack');
  await expect(editor.locator('ins, .diff .added').first()).toBeVisible();
  await expect(editor.getByRole('heading', { name: 'Changes from version 1 to 2' })).toBeVisible();
  await rows.nth(2).getByRole('button', { name: 'Restore as a draft' }).click();
  await expect(summaryOf(editor)).not.toHaveValue(/Quexalotl/);
  await saveAs(editor, 'Publish now');
  await expect(async () => {
    expect(await (await page.request.get(PUBLIC)).text()).not.toContain('Quexalotl');
  }).toPass({ timeout: SOON_MS });
});

test('two editors save the same text: the second is told, loses nothing, and can go on', async ({ editor, admin }) => {
  await editor.goto(editorPath(SLUG));
  await admin.goto(editorPath(SLUG));
  await summaryOf(editor).fill('Edda wrote this summary first, and saved it.');
  await saveAs(editor, 'Save draft');
  await summaryOf(admin).fill('Adam wrote this one at the same time.');
  await admin.getByRole('button', { name: 'Save draft' }).click();
  await expect(admin.getByRole('alert')).toContainText('Somebody else saved this text meanwhile');
  await expect(summaryOf(admin)).toHaveValue('Adam wrote this one at the same time.');
  await saveAs(admin, 'Save draft');
  await admin.getByRole('link', { name: 'History' }).click();
  await expect(admin.getByRole('main')).toContainText('Edda wrote this summary first');
  await expect(admin.getByRole('main')).toContainText('Adam wrote this one');
});

test('a reader whose language was taken offline reads the page in another, and is told so', async ({
  editor,
  page,
}) => {
  await editor.goto(editorPath('read-your-invoice', 'fr'));
  await editor.getByRole('button', { name: 'Take it offline' }).click();
  await expect(editor.getByRole('status')).toContainText('no longer see this page');
  await expect(async () => {
    await page.goto('/northstar/fr/guides/read-your-invoice');
    await expect(page.locator('.notice').first()).toContainText('English', { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('article').first()).toHaveAttribute('lang', 'en');
});
