import { editorPath, expect, test } from './staff.ts';

/** A second is the promise, measured in test/scenarios; a busy machine is given more. */
const SOON_MS = 10_000;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BODY = `## Before you start {#before}

You need the remote control.

## What to do {#steps .steps}

### Open the settings {#open-settings .step}

Press the gear.

=> You see a list.
`;

test('an editor writes a new article from nothing, and readers read it', async ({ editor, page }) => {
  await editor.goto('/desk/northstar/articles');
  await editor.getByRole('link', { name: 'New article' }).click();
  await editor.getByLabel('Article or guide').check();
  await editor.getByLabel('Address').fill('Subtitles For Zarquon');
  await editor.getByLabel('Topic').selectOption({ label: 'Playback problems' });
  await editor.getByRole('button', { name: 'Create and write' }).click();
  await expect(editor).toHaveURL(editorPath('subtitles-for-zarquon'));
  await editor.getByLabel('Title').fill('Subtitles for zarquon films');
  await editor.getByLabel('In short', { exact: true }).fill('Open the settings and choose the zarquon track.');
  await editor.getByLabel('Text', { exact: true }).fill(BODY);
  await editor.getByRole('button', { name: 'Publish now' }).click();
  await expect(editor.getByRole('status')).toContainText('Published');
  await expect(async () => {
    await page.goto('/northstar/en/search?q=zarquon');
    await expect(page.locator('main .results a').first()).toContainText('zarquon', { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
  await page.locator('main .results a').first().click();
  await expect(page.locator('h1')).toHaveText('Subtitles for zarquon films');
  await expect(page.getByText('You should see')).toBeVisible();
});

test('an editor is warned of a German heading in an English text', async ({ editor }) => {
  await editor.goto(editorPath('manage-profiles'));
  const text = editor.getByLabel('Text', { exact: true });
  await text.fill(`${await text.inputValue()}\n\n## Was Sie tun können, wenn es nicht geht {#german}\n\nTry again.\n`);
  await editor.getByRole('button', { name: 'Save draft' }).click();
  await expect(editor.getByText('These sentences seem to be in another language')).toBeVisible();
  await expect(editor.locator('.notice [lang=de]')).toHaveText('Was Sie tun können, wenn es nicht geht');
});

test('a link that leads nowhere is refused with its line, and nothing typed is lost', async ({ editor }) => {
  await editor.goto(editorPath('manage-profiles'));
  const text = editor.getByLabel('Text', { exact: true });
  await text.fill(`## One {#one}\n\nSee [this page](article:no-such-page).\n`);
  await editor.getByRole('button', { name: 'Publish now' }).click();
  await expect(editor.getByText(/^Line 3: .*no-such-page/).first()).toBeVisible();
  await expect(text).toHaveValue(/article:no-such-page/);
  await expect(text).toHaveAttribute('aria-invalid', 'true');
});

test('an editor adds a picture and uses it in a step', async ({ editor, page }) => {
  await editor.goto('/desk/northstar/pictures');
  await editor.getByLabel('Picture file').setInputFiles({ name: 'gear-key.png', mimeType: 'image/png', buffer: PNG });
  await editor.getByRole('button', { name: 'Add picture' }).click();
  await expect(editor.getByRole('status')).toContainText('Saved');
  await expect(editor.getByRole('heading', { name: 'gear-key.png' })).toBeVisible();

  await editor.goto(editorPath('see-account-activity'));
  const text = editor.getByLabel('Text', { exact: true });
  const step = /(### .*\.step.*\n\n)/;
  await text.fill((await text.inputValue()).replace(step, '$1![The gear key, third from the top](gear-key.png)\n\n'));
  await expect(editor.locator('#preview img[alt="The gear key, third from the top"]')).toBeVisible();
  await editor.getByRole('button', { name: 'Publish now' }).click();
  await expect(editor.getByRole('status')).toContainText('Published');
  await expect(async () => {
    await page.goto('/northstar/en/guides/see-account-activity');
    const picture = page.getByRole('img', { name: 'The gear key, third from the top' });
    await expect(picture).toHaveJSProperty('naturalWidth', 1, { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
});

test('a picture of 50 MB is refused kindly, and so is a file that is no picture', async ({ editor }) => {
  await editor.goto('/desk/northstar/pictures');
  const form = (bytes: Buffer, name: string) =>
    editor.request.post('/desk/northstar/pictures', {
      headers: { origin: new URL(editor.url()).origin },
      multipart: { picture: { name, mimeType: 'image/png', buffer: bytes } },
    });
  const large = await form(Buffer.alloc(50_000_000, 1), 'huge.png');
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain('It is larger than 2 MB. Make it smaller and try again; nothing was changed.');
  await editor
    .getByLabel('Picture file')
    .setInputFiles({ name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') });
  await editor.getByRole('button', { name: 'Add picture' }).click();
  await expect(editor.getByRole('alert')).toContainText('fake.png: the contents are not what the name says');
});

test('an editor asks for review and another approves', async ({ editor, admin }) => {
  await editor.goto(editorPath('sign-in-methods'));
  await editor.getByLabel('In short', { exact: true }).fill('A password, a link by e-mail or a passkey: your choice.');
  await editor.getByRole('button', { name: 'Save and ask for review' }).click();
  await expect(editor.getByRole('status')).toContainText('waits for review');
  await admin.goto('/desk/northstar');
  const row = admin.getByRole('row').filter({ hasText: 'Edda Demo' });
  await row.getByRole('button', { name: 'Approve' }).click();
  await expect(admin.getByRole('row').filter({ hasText: 'Edda Demo' })).toHaveCount(0);
});
