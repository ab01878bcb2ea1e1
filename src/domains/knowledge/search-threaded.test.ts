import { afterAll, expect, test, vi } from 'vitest';
import { testLog } from '#test/support/database.ts';
import { ThreadedSearch } from './index.ts';

const search = new ThreadedSearch({
  entry: new URL('./testing/forgetful-search.ts', import.meta.url),
  data: null,
  log: testLog(),
});
afterAll(() => search.stop());

const ask = (text: string) => search.search('tiny', 1, { text, locale: 'en' });

test('a search thread that died is told again which brands to follow, each to its latest version', async () => {
  search.follow('tiny', 1);
  search.follow('other', 4);
  search.follow('tiny', 2);
  await expect(ask('die')).rejects.toThrow('search cannot answer now');
  await vi.waitFor(
    async () =>
      expect(await ask('what do you follow')).toEqual({
        followed: [
          { brandId: 'tiny', version: 2 },
          { brandId: 'other', version: 4 },
        ],
      }),
    10_000,
  );
});
