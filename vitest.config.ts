import { defineConfig } from 'vitest/config';

/** Two cores are what a small machine has; more workers only make each other late. */
const WORKERS = 2;
/** Far more than any needs alone: the limit is for what hangs, not for a machine that is busy. */
const TEST_LIMIT_MS = 60_000;
/** A hook may create a database or start a node. */
const HOOK_LIMIT_MS = 120_000;

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/{contracts,scenarios,crash,support}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-database.ts'],
    maxWorkers: WORKERS,
    testTimeout: TEST_LIMIT_MS,
    hookTimeout: HOOK_LIMIT_MS,
    allowOnly: process.env.CI === undefined,
    // A date is the same date wherever the tests run.
    env: { TZ: 'UTC' },
  },
});
