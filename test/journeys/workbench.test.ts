import { expect, expectAccessible, test } from './staff.ts';

/** Making up thousands of requests and deciding them twice takes seconds; a busy machine is given more. */
const SOON_MS = 45_000;

test('an editor drafts a longer window, sees who comes out differently, and an administrator publishes it', async ({
  editor,
  admin,
}) => {
  test.setTimeout(150_000);
  // The demo makes its past requests up in the background.
  await expect(async () => {
    await editor.goto('/desk/lantern/policies');
    await expect(editor.getByRole('link', { name: /4,500 stored requests/ })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: SOON_MS });
  await expectAccessible(editor);
  await editor.getByRole('button', { name: 'New draft from version 1' }).click();
  await expect(editor.getByRole('status').first()).toContainText('The draft is open');
  const draft = new URL(editor.url()).pathname;

  const text = editor.getByRole('textbox', { name: 'Text' });
  const before = await text.inputValue();
  await text.fill(before.replace('days: 7', 'days: seven'));
  await editor
    .getByRole('link', { name: /^Line \d+$/ })
    .first()
    .click();
  await expect(text).toBeFocused();
  const typed = before.replace('days: 7', 'days: 14').replace(/\ntests:\n[\s\S]*/, '\n');
  await text.fill(typed);
  await expect(editor.locator('#found')).toContainText('The document has no tests');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('status').first()).toContainText('Saved.');
  await expectAccessible(editor);

  await editor.getByRole('link', { name: 'Replay', exact: true }).click();
  await editor.getByRole('button', { name: 'Start the replay' }).click();
  await expect(editor.getByRole('button', { name: 'Replay again' })).toBeVisible({ timeout: SOON_MS });
  await expect(editor.getByRole('table', { name: 'By country' })).toContainText('Germany');
  await expect(editor.getByRole('table', { name: 'From one answer to another' })).toContainText('full refund');
  await expect(editor.locator('.figures')).toContainText('+€');
  await expectAccessible(editor);
  await editor.getByRole('table', { name: 'Who comes out differently' }).getByRole('link').first().click();
  await expect(editor.getByRole('heading', { name: /refund|pay/i }).first()).toBeVisible();
  await expectAccessible(editor);
  await editor.getByLabel('What it shows').fill('comes back under the longer window');
  await editor.getByRole('radio').last().check();
  await editor.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(editor.getByRole('table').first()).toContainText('comes back under the longer window');
  await expectAccessible(editor);

  await editor.goto(`${draft}/publication`);
  await expect(editor.getByText('An administrator publishes.')).toBeVisible();
  await admin.goto(`${draft}/publication`);
  await expect(admin.getByText('This very text was replayed')).toBeVisible();
  await expectAccessible(admin);
  await admin.getByLabel('In force from').fill('2030-01-01');
  await admin.getByRole('button', { name: 'Publish this version' }).click();
  await expect(admin.getByRole('status')).toContainText('Published.');
  await expect(admin.getByRole('row').filter({ hasText: '1 January 2030' }).first()).toContainText('to come');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft is started, checked and saved', async ({ browser, server, sessions }) => {
    const context = await browser.newContext({
      baseURL: server.origin,
      storageState: sessions.admin,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/desk/sentinel/policies');
    await page.getByRole('button', { name: 'New draft from version 1' }).click();
    const text = page.getByRole('textbox', { name: 'Text' });
    const before = await text.inputValue();
    await text.fill(before.replace('annualDays: 60', 'annualDays: sixty'));
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.getByRole('link', { name: /^Line \d+$/ }).first()).toHaveAttribute('href', /^#line-\d+$/);
    await expect(text).toHaveValue(/annualDays: sixty/);
    await text.fill(before.replace('annualDays: 60', 'annualDays: 90'));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').first()).toContainText('Saved.');
    await expect(page.locator('#found')).toContainText('of 17 pass');
    await page.getByRole('button', { name: 'Throw the draft away' }).click();
    await expect(page.getByRole('status')).toContainText('thrown away');
    await context.close();
  });
});
