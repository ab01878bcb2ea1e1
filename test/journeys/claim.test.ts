import { expect, type Page, test } from '../support/journey.ts';
import { expectGoodForEveryone, watch } from './watch.ts';
import { type Locale, wordsOf } from './words.ts';

/** What the customer says, by what is asked; what is not here they don’t know. */
type Said = Readonly<Record<string, string>>;

const CHARGE = 'charges[c1].at';
/** More questions than any interview has. */
const MANY = 20;

async function answerOne(page: Page, path: string, said: Said): Promise<void> {
  const value = said[path];
  const continues = page.locator('main form').getByRole('button').first();
  if (value === undefined) return page.locator('button[name="unknown"]').click();
  if (path === CHARGE) {
    await page.locator('input[name="ago"]').fill(value);
    await page.locator('input[name="amount"]').fill(said.amount ?? '');
  } else if ((await page.locator('select[name="value"]').count()) > 0) {
    await page.locator('select[name="value"]').selectOption(value);
  } else if ((await page.locator('input[type="radio"]').count()) > 0) {
    await page.locator(`input[type="radio"][value="${value}"]`).check();
  } else {
    await page.locator('input[name="value"]').fill(value);
  }
  await continues.click();
}

/** Goes from the start page to the decision. Gives what was asked, in order. */
async function prepareClaim(page: Page, brand: string, locale: Locale, said: Said): Promise<string[]> {
  const t = wordsOf(locale);
  await page.goto(`/${brand}/${locale}/claim`);
  await page.getByRole('button', { name: t('claim.start'), exact: true }).click();
  const asked: string[] = [];
  // Either the next question or the decision: between two pages there is neither.
  const isAsking = async (): Promise<boolean> => {
    await page.locator('button[name="unknown"], .sheet').first().waitFor();
    return (await page.locator('.sheet').count()) === 0;
  };
  while (asked.length < MANY && (await isAsking())) {
    const path = await page.locator('main input[name="path"]').first().inputValue();
    expect(asked).not.toContain(path);
    asked.push(path);
    await answerOne(page, path, said);
  }
  await expect(page.locator('.sheet')).toBeVisible();
  return asked;
}

const RETAIL: Said = {
  channel: 'retail',
  'request.reason': 'renewalCharge',
  [CHARGE]: '58',
  amount: '89.99',
};

for (const [locale, region] of [
  ['de', 'DE'],
  ['fr', 'FR'],
] as const) {
  const t = wordsOf(locale);
  test.describe(`without script, in ${locale}`, () => {
    test.use({ javaScriptEnabled: false, locale });

    test('a renewal of 58 days ago, bought in a shop, becomes a printed pack in the right language', async ({
      page,
    }) => {
      const asked = await prepareClaim(page, 'norton', locale, { ...RETAIL, 'contract.region': region });
      expect(asked.slice(0, 4)).toEqual(['channel', 'contract.region', 'request.reason', CHARGE]);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      // Clauses, facts, sources and dates are all there.
      await expect(page.locator('.sheet .clause').first()).toBeVisible();
      await expect(page.locator('.sheet .clause-facts').first()).toContainText(
        t('sheet.fact.told').split('(').at(-1) ?? '',
      );
      await expect(page.locator('.sheet-sources')).toContainText(t('sheet.unverified'));
      await expect(page.locator('.sheet-last')).toBeVisible();
      await expect(page.locator('.ticks li')).toHaveCount(3);
      await page.getByRole('link', { name: t('claim.pack') }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('main')).toContainText(/89,99\s€/);
    });
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a technical problem of the own shop is looked at by a person, once there is one proof', async ({ page }) => {
    const asked = await prepareClaim(page, 'netflix', 'en', {
      channel: 'own',
      'contract.region': 'US',
      'request.reason': 'technicalProblem',
      [CHARGE]: '3',
      'charges[c1].disputeState': 'none',
      'own.ledgerShows': 'nothing',
    });
    expect(asked.length).toBeLessThanOrEqual(6);
    await expect(page.locator('h1')).toHaveText('With proof, Netflix has to look at it');
    await page.locator('.ticks button').first().click();
    await expect(page.locator('.tick-done')).toHaveCount(1);
  });

  test('on day 8 a change of mind is too late, and the page says what is left to do', async ({ page }) => {
    await prepareClaim(page, 'iptv-smarters-pro', 'en', {
      channel: 'own',
      'contract.region': 'GB',
      'request.reason': 'notSatisfied',
      [CHARGE]: '8',
      'account.supportContacts': '1',
      'charges[c1].disputeState': 'none',
    });
    await expect(page.locator('h1')).toHaveText('By IPTV Smarters Pro’s rules there is no refund');
    await expect(page.locator('.sheet-change').first()).toContainText('Only an earlier request');
    await page.getByText('If they refuse or do not answer').click();
    await expect(page.locator('#track')).toContainText('chargeback');
  });

  test('what an app store sold goes to the app store, after a single question', async ({ page }) => {
    const asked = await prepareClaim(page, 'norton', 'en', { channel: 'appStore' });
    expect(asked).toEqual(['channel']);
    await expect(page.locator('h1')).toHaveText('Norton is the wrong place to ask');
    await expect(page.locator('#where')).toContainText('Apple');
  });

  test('who knows nothing gets an honest answer, can go back, change it, and delete everything', async ({ page }) => {
    await prepareClaim(page, 'netflix', 'ms', {});
    await expect(page.locator('h1')).toHaveText(wordsOf('ms')('claim.outcome.open'));
    await page.locator('.answers-change a').first().click();
    await page.locator('input[value="own"]').check();
    await page.locator('main form').getByRole('button').first().click();
    await expect(page.locator('.answers dd').first()).toHaveText(/syarikat/);
    const address = page.url();
    await page.getByRole('link', { name: wordsOf('ms')('claim.delete') }).click();
    await page.getByRole('button', { name: wordsOf('ms')('claim.deletion.button') }).click();
    await expect(page.locator('h1')).toHaveText(wordsOf('ms')('claim.deleted.title'));
    expect((await page.goto(address))?.status()).toBe(404);
  });
});

test.describe('with script', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a visitor walks the interview by keyboard, and copies the secret link', async ({ page }) => {
    await page.goto('/norton/en/claim');
    await page.getByRole('button', { name: 'Start' }).press('Enter');
    await page.locator('input[type="radio"]').first().press('Space');
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toContainText('country');
    await page.locator('select').press('F');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toHaveText('What happened?');
    const said = { 'request.reason': 'notSatisfied', [CHARGE]: '3', 'contract.term': 'annual' };
    for (let path = 'request.reason'; (await page.locator('button[name="unknown"]').count()) > 0; ) {
      path = await page.locator('main input[name="path"]').first().inputValue();
      await answerOne(page, path, said);
    }
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});

test('nothing in the claim assistant bars anyone, on any of its screens', async ({ page, server }) => {
  test.setTimeout(180_000);
  const seen = watch(page, server.origin);
  await page.goto('/norton/de/claim');
  await expectGoodForEveryone(page);
  await prepareClaim(page, 'norton', 'de', { ...RETAIL, 'contract.region': 'DE' });
  const address = page.url();
  for (const path of ['', '/questions/1', '/questions/2', '/questions/4', '/contacts', '/deletion', '/letter']) {
    await page.goto(`${address}${path}`);
    await expectGoodForEveryone(page);
  }
  await page.goto(`${address}/questions/4`);
  await page.locator('input[name="value"]').fill('');
  await page.locator('input[name="ago"]').fill('soon');
  await page.locator('main form').getByRole('button').first().click();
  await expect(page.locator('.error-summary')).toBeFocused();
  await expectGoodForEveryone(page);
  await page.goto('/norton/de/claim?done=deleted');
  await expectGoodForEveryone(page);
  // The browser reports the page of a mistake by its status.
  expect(seen.errors.filter((error) => !error.includes('422'))).toEqual([]);
  expect(seen.foreign).toEqual([]);
});
