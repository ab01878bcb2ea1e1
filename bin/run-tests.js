import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALL_HINT, provideChromium } from '../test/support/chromium.ts';
import { ROOT } from './node-version.js';

const bin = (path) => join(ROOT, 'node_modules', path);
const NOTHING = { passed: 0, failed: 0 };
const say = (line) => process.stdout.write(`${line}\n`);

/** Runs one tool with this Node and resolves to its exit code; its output is the stage's output. */
function run(tool, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin(tool), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** What a tool wrote about its tests; nothing when it ended before it could. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const checked =
  (tool, ...args) =>
  async () => ({ code: await run(tool, args), ...NOTHING });

function countVitest(report) {
  return report ? { passed: report.numPassedTests, failed: report.numFailedTests } : NOTHING;
}

function countPlaywright(report) {
  return report ? { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky } : NOTHING;
}

/** The stages in the order of what is told soonest. */
const stages = (folder) => [
  ['types', checked('typescript/bin/tsc', '--noEmit')],
  ['lint', checked('@biomejs/biome/bin/biome', 'check', '.')],
  [
    'architecture',
    checked(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['src', 'test', 'bench'].filter((name) => existsSync(join(ROOT, name))),
      '--config',
      '.dependency-cruiser.cjs',
    ),
  ],
  [
    'unit, database and contract tests',
    async () => {
      const file = join(folder, 'vitest.json');
      const code = await run('vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ]);
      return { code, ...countVitest(readReport(file)) };
    },
  ],
  [
    'browser journeys',
    async () => {
      const chromium = await provideChromium(say);
      if (chromium === undefined) {
        say(`No Chromium could be had. ${INSTALL_HINT}`);
        return { code: 1, ...NOTHING };
      }
      say(`Browser: ${chromium}`);
      const file = join(folder, 'playwright.json');
      const env = { RECOURSE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
      const code = await run('@playwright/test/cli.js', ['test', '--reporter=list,json'], env);
      return { code, ...countPlaywright(readReport(file)) };
    },
  ],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A stage that failed without a failed test of its own counts as one: the last line never says 0 failed then. */
const honest = ({ code, passed, failed }) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

/** Runs every stage up to the first that fails; the last line printed is `N passed, N failed`. */
export async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-test-run-'));
  const lines = [];
  const total = { passed: 0, failed: 0 };
  for (const [name, stage] of stages(folder)) {
    if (total.failed > 0) {
      lines.push(`  not run  ${name}`);
      continue;
    }
    say(`\n── ${name}`);
    const begun = performance.now();
    const { passed, failed } = honest(await stage());
    total.passed += passed;
    total.failed += failed;
    lines.push(`  ${failed === 0 ? 'passed ' : 'FAILED '}  ${name} (${seconds(begun)})`);
  }
  rmSync(folder, { recursive: true, force: true });
  say(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
