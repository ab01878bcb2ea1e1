import { expect, expectAccessible, type Page } from '../support/journey.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 400, height: 800 };
const LOOKS = [
  { viewport: DESKTOP, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
] as const;
/** WCAG 1.4.10: no scrolling sideways at this width. */
const NARROWEST = { width: 320, height: 640 };

/** What a page must never do; filled while it is watched. */
export interface Watch {
  readonly errors: string[];
  readonly foreign: string[];
}

/** Listens for errors in the console, refusals of the content policy among them, and for requests to other hosts. */
export function watch(page: Page, origin: string): Watch {
  const seen: Watch = { errors: [], foreign: [] };
  page.on('console', (message) => {
    // The browser reports the page's own status as an error, and an error page has one.
    const isStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isStatus) seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) seen.foreign.push(url);
  });
  return seen;
}

/** Elements that stick out at the right, when the page can be scrolled sideways. */
async function expectNoSidewaysScroll(page: Page, when: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(0, 4)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
  expect(wide, when).toEqual([]);
}

/**
 * Light and wide, dark and narrow, at 320 pixels, with large text: everything can be perceived, and nothing is cut off.
 * Colours do not depend on the width, so two of the four combinations see all of them.
 */
export async function expectGoodForEveryone(page: Page): Promise<void> {
  for (const { viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    // A colour on its way from light to dark is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  await page.setViewportSize(NARROWEST);
  await expectNoSidewaysScroll(page, 'at 320 pixels');
  await page.setViewportSize(DESKTOP);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page, 'with text twice as large');
  await expect(page.locator('h1').first()).toBeVisible();
}
