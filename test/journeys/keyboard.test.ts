import { expect, type Page, test } from '../support/journey.ts';

/** Outline, border and shadow of what has the focus, to tell whether it can be seen. */
const focusLook = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return null;
    const look = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    const around = [activeElement, activeElement.closest('.card, .tile, .find-row, .choice, label')].filter(
      (element) => element !== null,
    );
    return { text: (activeElement.textContent ?? '').trim().slice(0, 40), visible: around.some(look) };
  });

test('whoever uses the keyboard skips to the content and always sees where they are', async ({ page }) => {
  await page.goto('/northstar/en/articles/buffering-on-samsung-tv');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await page.goto('/northstar/en/');
  const seen = new Set<string>();
  for (let i = 0; i < 45; i += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusLook(page);
    if (focus === null) break;
    expect(focus.visible, `the focus on “${focus.text}” can be seen`).toBe(true);
    seen.add(focus.text);
  }
  expect(seen.size).toBeGreaterThan(25);
});

test('whoever uses the keyboard opens and closes the menus on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto('/northstar/de/');
  const menu = page.locator('.menu-nav summary');
  await menu.focus();
  await page.keyboard.press('Enter');
  const link = page.locator('.menu-nav').getByRole('link', { name: 'Fehlercodes' });
  await expect(link).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(link).toBeHidden();
  await page.keyboard.press('Enter');
  await link.click();
  await expect(page).toHaveURL('/northstar/de/errors');
});

test('a printed guide is the text and nothing else', async ({ page }) => {
  await page.goto('/northstar/en/guides/cancel-subscription');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['header.top', 'footer.footer', '.helpful', '.person', '.banner'])
    await expect(page.locator(part).first(), part).toBeHidden();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.steps, .step').first()).toBeVisible();
  const ink = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
  const paper = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(paper).toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
  expect(ink).not.toBe('rgb(255, 255, 255)');
});

test('whoever turned motion off meets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/northstar/en/');
  const longest = await page.locator('.door a .icon').evaluateAll((icons) =>
    Math.max(
      ...icons.map((icon) => {
        const [seconds = '0s'] = getComputedStyle(icon).transitionDuration.split(',');
        return Number.parseFloat(seconds);
      }),
    ),
  );
  expect(longest).toBeLessThan(0.01);
});
