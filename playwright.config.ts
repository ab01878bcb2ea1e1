import { defineConfig } from '@playwright/test';
import { canSandbox, chromiumFlags, findChromium } from './test/support/chromium.ts';

const WORKERS = 2;
const JOURNEY_LIMIT_MS = 60_000;
const EXPECT_LIMIT_MS = 10_000;

// Found once; the workers inherit the answer.
const executablePath = await findChromium();
if (executablePath !== undefined) process.env.RECOURSE_CHROMIUM = executablePath;
const sandbox = canSandbox();

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  workers: WORKERS,
  timeout: JOURNEY_LIMIT_MS,
  expect: { timeout: EXPECT_LIMIT_MS },
  forbidOnly: process.env.CI !== undefined,
  // A journey that only passes the second time is a defect of the product or of the journey.
  retries: 0,
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: chromiumFlags(sandbox),
      chromiumSandbox: sandbox,
    },
  },
});
