import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect, type Page };

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));
const START_LIMIT_MS = 120_000;
/** WCAG 2.2 AA and what axe itself recommends. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Server {
  readonly origin: string;
}

interface WorkerFixtures {
  /** One demo for all journeys of a worker; a journey that edits takes an article no other one reads. */
  server: Server;
}

async function withServer(use: (server: Server) => Promise<void>): Promise<void> {
  // A process of its own: Playwright compiles JSX in its own way, which is not the product's.
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const ready = once(createInterface({ input: child.stdout }), 'line').then(
    ([line]) => JSON.parse(String(line)) as Server,
  );
  const failed = ended.then(([code]) => {
    throw new Error(`the server ended with code ${code} before it was ready`);
  });
  await use(await Promise.race([ready, failed]));
  child.stdin.end();
  await ended;
}

/** Playwright's `test`, with a running demo behind relative addresses. */
export const test = base.extend<object, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed
    async ({}, use) => withServer(use),
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  baseURL: ({ server }, use) => use(server.origin),
});

/** Fails with what axe found on the page, each with the element it found it on. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
  expect(found).toEqual([]);
}

/** Signs the demo's editor or administrator in at the desk. */
export async function signInAtDesk(page: Page, who: 'editor' | 'admin' = 'editor'): Promise<void> {
  await page.goto('/desk/sign-in');
  await page.locator('input[name="email"]').fill(`${who}@demo.example`);
  await page.locator('input[name="password"]').fill(`demo-${who}-pass`);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
