import { DESK_PAGES } from './pages.ts';
import { expect, expectAccessible, test } from './staff.ts';
import { expectGoodForEveryone, watch } from './watch.ts';

for (const [name, path] of Object.entries(DESK_PAGES)) {
  test(`nothing on ${name} bars anyone who works there`, async ({ admin, server }) => {
    const seen = watch(admin, server.origin);
    expect((await admin.goto(path))?.status()).toBe(200);
    await expectGoodForEveryone(admin);
    expect(seen).toEqual({ errors: [], foreign: [] });
  });
}

test('queues with something in them bar nobody either', async ({ admin, page }) => {
  await page.request.post('/northstar/en/articles/plans-and-prices/feedback', {
    headers: { origin: new URL((await admin.request.get('/')).url()).origin },
    form: { helpful: 'no', reason: 'incomplete', comment: 'The yearly price is missing.' },
  });
  await page.request.post('/northstar/en/suggest', {
    headers: { origin: new URL((await admin.request.get('/')).url()).origin },
    form: { about: 'articles/plans-and-prices', kind: 'edit', text: 'The yearly price is missing from the table.' },
  });
  await admin.goto('/desk/northstar/articles/follow-your-case/en');
  await admin
    .getByLabel('In short', { exact: true })
    .fill('Every case has a page with its whole story and what is next.');
  await admin.getByRole('button', { name: 'Save and ask for review' }).click();
  for (const path of ['', '/feedback', '/suggestions', '/articles?state=draft']) {
    await admin.goto(`/desk/northstar${path}`);
    await expect(admin.getByRole('table').first()).toBeVisible();
    await expectAccessible(admin);
  }
  await admin.goto('/desk/northstar/articles/follow-your-case/en/history');
  await expect(admin.getByRole('heading', { name: /Changes from version/ })).toBeVisible();
  await expectAccessible(admin);
});
