import { expect, test } from '../support/journey.ts';
import { ERROR_PAGES, PUBLIC_PAGES } from './pages.ts';
import { expectGoodForEveryone, watch } from './watch.ts';

for (const [name, path] of Object.entries({ ...PUBLIC_PAGES, ...ERROR_PAGES })) {
  test(`nothing on ${name} bars anyone, in light and dark, on a phone, at 320 pixels or with text twice as large`, async ({
    page,
    server,
  }) => {
    const seen = watch(page, server.origin);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(name in ERROR_PAGES ? 404 : 200);
    await expectGoodForEveryone(page);
    expect(seen).toEqual({ errors: [], foreign: [] });
  });
}
