import { test as base, expect, signInAtDesk } from '../support/journey.ts';
import { type OwnNode, startOwnNode } from './nodes/own-node.ts';

const START_LIMIT_MS = 120_000;
/** A second is the promise, measured in test/scenarios; a busy machine is given more. */
const SOON_MS = 10_000;
const DOMAIN = 'help.tiny.example';

/** A small brand of its own, which these journeys may recolour, move to a domain and move in time. */
const test = base.extend<object, { node: OwnNode }>({
  node: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed
    async ({}, use) => {
      const node = await startOwnNode({ packs: 'tiny' });
      await use(node);
      await node.stop();
    },
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  baseURL: ({ node }, use) => use(node.origin),
});

test.describe.configure({ mode: 'serial' });

test('an administrator changes the accent colour, and readers see it', async ({ page }) => {
  await signInAtDesk(page, 'admin');
  await page.goto('/desk/tiny/settings');
  const profile = page.getByLabel('Profile');
  await profile.fill((await profile.inputValue()).replace('#14574f', '#7a1f4b'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await expect(async () => {
    await page.goto('/tiny/en/');
    const button = page.getByRole('main').getByRole('button', { name: 'Search' });
    await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 75)', { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
});

test('a colour that could not be read on the page is refused', async ({ page }) => {
  await signInAtDesk(page, 'admin');
  await page.goto('/desk/tiny/settings');
  const profile = page.getByLabel('Profile');
  await profile.fill((await profile.inputValue()).replace('#7a1f4b', '#ffd9ea'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/theme\.accent/).first()).toBeVisible();
  await expect(profile).toHaveValue(/#ffd9ea/);
});

test('a brand gets its own domain, where addresses begin with the language', async ({ page, request }) => {
  await signInAtDesk(page, 'admin');
  await page.goto('/desk/tiny/settings');
  await page.getByLabel('Own domain').fill(DOMAIN);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  const ask = (path: string) => request.get(path, { headers: { host: DOMAIN }, maxRedirects: 0 });
  await expect(async () => expect((await ask('/de/')).status()).toBe(200)).toPass({ timeout: SOON_MS });
  const home = await (await ask('/de/')).text();
  expect(home).toContain('<html lang="de"');
  expect(home).toContain('href="/de/topics"');
  expect(home).not.toContain('href="/tiny/de/');
  const first = await ask('/');
  expect(first.status()).toBe(302);
  expect(first.headers().location).toMatch(/^\/(?:en|de)\/$/);
  const guide = await ask('/de/guides/cancel-plan');
  expect(guide.status()).toBe(200);
  expect(await guide.text()).toMatch(/<link rel="canonical" href="http:\/\/help\.tiny\.example(?::\d+)?\/de\/guides/);
  for (const path of ['/theme.css', '/mark.svg', '/pictures/plan-menu.svg', '/favicon.ico', '/robots.txt'])
    expect((await ask(path)).status(), path).toBe(200);
  const { results } = (await (await ask('/api/v1/brands/tiny/search?q=ty12&locale=de')).json()) as {
    results: { url: string }[];
  };
  expect(results[0]?.url).toBe('/de/errors/ty-1-2');
  const verdict = await request.post('/de/guides/cancel-plan/feedback', {
    headers: { host: DOMAIN, origin: `http://${DOMAIN}` },
    form: { helpful: 'yes' },
    maxRedirects: 0,
  });
  expect(verdict.status()).toBe(303);
  expect(verdict.headers().location).toBe('/de/guides/cancel-plan?helpful=yes#helpful');
  // The desk is the same on every host, and so is what its pages load.
  for (const path of [
    '/desk/sign-in',
    '/tiny/theme.css',
    '/tiny/pictures/plan-menu.svg',
    '/tiny/de/guides/cancel-plan',
  ])
    expect((await ask(path)).status(), path).toBe(200);
  // The brand stays reachable, by its whole address, on the deployment’s own host.
  expect((await request.get('/tiny/de/')).status()).toBe(200);
});

test('an editor schedules a text for a later day, and on that day readers read it', async ({ page, node }) => {
  await signInAtDesk(page);
  await page.goto('/desk/tiny/articles/refund-rules/en');
  await page.getByLabel('In short', { exact: true }).fill('From Tuesday on, refunds take one working day.');
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Publish on a later day').fill(day);
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByRole('status')).toContainText('published on the day you chose');
  await page.goto('/desk/tiny');
  await expect(page.getByRole('heading', { name: '1 scheduled publication' })).toBeVisible();
  await page.goto('/tiny/en/articles/refund-rules');
  await expect(page.getByRole('main')).not.toContainText('From Tuesday on');

  expect(await node.recourse('demo', 'advance', '2d')).toContain('It is now');
  await expect(async () => {
    await page.goto('/tiny/en/articles/refund-rules');
    await expect(page.getByRole('main')).toContainText('From Tuesday on', { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
  await page.goto('/desk/tiny');
  await expect(page.getByRole('heading', { name: /scheduled publication/ })).toHaveCount(0);
});

test('an editor cannot schedule for a day that has passed', async ({ page }) => {
  await signInAtDesk(page);
  await page.goto('/desk/tiny/articles/refund-rules/en');
  await page.getByLabel('Publish on a later day').fill('2020-01-01');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByText('Choose a day after today.').first()).toBeVisible();
});

test('a year later readers are warned of pages nobody has checked, and editors find them in their queue', async ({
  page,
  node,
}) => {
  await node.recourse('demo', 'advance', '400d');
  await expect(async () => {
    await page.goto('/tiny/en/guides/cancel-plan?fresh=yes');
    await expect(page.getByText(/Nobody has checked this page since/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: SOON_MS });
  await signInAtDesk(page);
  await page.goto('/desk/tiny');
  await expect(page.getByRole('heading', { name: /due for review/ })).toBeVisible();
  await page.goto('/desk/tiny/articles/cancel-plan');
  await page.getByRole('button', { name: 'Checked today, still true' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await expect(async () => {
    await page.goto('/tiny/en/guides/cancel-plan?fresh=yes');
    await expect(page.getByText(/Nobody has checked this page since/)).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: SOON_MS });
});
