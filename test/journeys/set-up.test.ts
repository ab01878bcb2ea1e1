import { test as base, expect, expectAccessible } from '../support/journey.ts';
import { type OwnNode, startOwnNode } from './nodes/own-node.ts';

const START_LIMIT_MS = 120_000;
/** A second is the promise, measured in test/scenarios; a busy machine is given more. */
const SOON_MS = 10_000;
const PASSWORD = 'nine green bottles';

/** A deployment nobody has set up: no brand, no staff, no demo. */
const test = base.extend<object, { node: OwnNode }>({
  node: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed
    async ({}, use) => {
      const node = await startOwnNode({ env: { RECOURSE_DEMO: 'off', RECOURSE_DEVELOPMENT: 'off' } });
      await use(node);
      await node.stop();
    },
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  baseURL: ({ node }, use) => use(node.origin),
});

const linkOf = (node: OwnNode): string => {
  const link = node.welcome.map((line) => line.trim()).find((line) => line.includes('/setup/'));
  if (link === undefined) throw new Error('no set-up link was printed');
  return link;
};

test.describe.configure({ mode: 'serial' });

test('an empty deployment has no known sign-in and no demo banner', async ({ page, node }) => {
  await page.goto('/');
  await expect(page.getByText('This is a demo')).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/desk');
  await expect(page).toHaveURL('/desk/sign-in?next=%2Fdesk');
  await expect(page.getByText('Sign-ins of this demo')).toHaveCount(0);
  await page.getByLabel('E-mail').fill('admin@demo.example');
  await page.getByLabel('Password').fill('demo-admin-pass');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('is not right');
  expect((await page.request.get('/desk/components')).status()).toBe(404);
  expect((await page.request.get('/setup/guessed-token-of-no-use')).status()).toBe(404);
  expect(node.welcome.join('\n')).not.toContain('demo');
});

test('the first administrator sets it up with the printed link, which works once', async ({ page, node }) => {
  await page.goto(linkOf(node));
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Ada Winter');
  await page.getByLabel('E-mail').fill('ada@winter.example');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByText(/password of at least 12 characters/).first()).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Winter');
  await expectAccessible(page);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page).toHaveURL('/desk/sign-in');
  const again = await page.goto(linkOf(node));
  expect(again?.status()).toBe(404);
});

test('the administrator creates the first help centre, writes an article, and a reader reads it', async ({
  page,
  browser,
  node,
}) => {
  await page.goto('/desk');
  await page.getByLabel('E-mail').fill('ada@winter.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('h1')).toHaveText('Your first help centre');
  await expectAccessible(page);
  await page.getByLabel('Name of the service').fill('Winter Films');
  await page.getByLabel('Address').fill('winter');
  await page.getByLabel('Company').fill('Winter Films Ltd');
  await page.getByLabel('Website').fill('https://winter.example');
  await page.getByLabel('Language').selectOption('de');
  await page.getByRole('button', { name: 'Create the help centre' }).click();
  await expect(page).toHaveURL('/desk/winter');

  await page.goto('/desk/winter/new');
  await page.getByLabel('Article or guide').check();
  await page.getByLabel('Address').fill('bild-steht-still');
  await page.getByLabel('Topic').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Create and write' }).click();
  await page.getByLabel('Title').fill('Das Bild steht still');
  await page.getByLabel('In short', { exact: true }).fill('Schalten Sie das Gerät aus und wieder ein.');
  await page
    .getByLabel('Text', { exact: true })
    .fill('## So gehen Sie vor {#steps .steps}\n\n### Ausschalten {#off .step}\n\nDrücken Sie die Taste.\n');
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('status')).toContainText('Published');

  const reader = await (await browser.newContext({ baseURL: node.origin, locale: 'de' })).newPage();
  await expect(async () => {
    await reader.goto('/winter/de/search?q=bild+steht');
    await expect(reader.locator('main .results a').first()).toContainText('Bild', { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
  await reader.locator('main .results a').first().click();
  await expect(reader.locator('h1')).toHaveText('Das Bild steht still');
  await expectAccessible(reader);
  for (const path of ['/winter/de/', '/winter/de/contact', '/winter/de/topics', '/winter/de/legal']) {
    expect((await reader.goto(path))?.status(), path).toBe(200);
    await expectAccessible(reader);
  }
  await reader.context().close();
});

test('nobody moves the clock of a deployment that is no demo', async ({ node }) => {
  await expect(node.recourse('demo', 'advance', '2d')).rejects.toThrow(/Only the clock of a demo can be moved/);
});
