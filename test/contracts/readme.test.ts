import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_STAFF } from '#domains/people/index.ts';
import { useDatabase } from '../support/database.ts';
import { type LocalSmtp, startLocalSmtp } from '../support/local-smtp.ts';
import { Newcomer, type Running } from '../support/newcomer.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const TEST_LIMIT_MS = 120_000;
const PASSWORD = 'a password for one test run';

type Kind = 'start' | 'test' | 'run';
interface Block {
  readonly kind: Kind;
  readonly script: string;
}

/** The `sh` blocks in order, without installing: that has happened, or this would not run. */
function readBlocks(): Block[] {
  return [...README.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => {
    const script = (match[1] ?? '').trim().replaceAll('npm ci && ', '');
    const kind: Kind = script.endsWith('npm start') ? 'start' : script === 'npm test' ? 'test' : 'run';
    return { kind, script };
  });
}

/** Every file below a folder with its bytes, to compare two folders. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => [file.slice(folder.length), await readFile(file, 'base64')] as const);
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const SEARCHES: readonly (readonly [string, string])[] = [
  ['en', 'buffering on samsung tv'],
  ['ms', 'cara batalkan langganan'],
  ['fr', 'remboursement'],
  ['de', 'Kündigen'],
  ['en', 'nw 2 5'],
];

describe('the README', () => {
  const blocks = readBlocks();
  const [demoBlock, realBlock] = blocks.filter((block) => block.kind === 'start');
  const commands = blocks.filter((block) => block.kind === 'run').map((block) => block.script);
  const newcomer = new Newcomer(PASSWORD);
  const database = useDatabase();
  let demo: Running;
  let smtp: LocalSmtp;

  beforeAll(async () => {
    await newcomer.clone();
    smtp = await startLocalSmtp();
  });
  afterAll(async () => {
    await newcomer.leave();
    await smtp.stop();
  });

  test('begins with two commands: one to start, one to test', () => {
    expect(blocks.slice(0, 2)).toEqual([
      { kind: 'start', script: 'npm start' },
      { kind: 'test', script: 'npm test' },
    ]);
    expect(commands.length).toBeGreaterThan(1);
  });

  test(
    'gets a newcomer a demo that answers and prints the sign-ins the README lists',
    async () => {
      demo = await newcomer.start(demoBlock?.script ?? '');
      for (const { email, password } of DEMO_STAFF) {
        await expect.poll(demo.output).toContain(password);
        expect(README).toContain(`\`${email}\` | \`${password}\``);
      }
    },
    TEST_LIMIT_MS,
  );

  test.each(SEARCHES)('finds in %s what its tour searches for: %s', async (locale, q) => {
    expect(README).toContain(`\`${q}\``);
    const query = new URLSearchParams({ q, locale });
    const answer = await fetch(`${demo.url}/api/v1/brands/northstar/search?${query}`);
    expect((await answer.json()) as { total: number }).toHaveProperty('results.0.title');
  });

  test.each(commands)(
    'has a command that works beside the running demo: %s',
    async (script) => {
      const { code, output } = await newcomer.run(script, Number(new URL(demo.url).port));
      expect(code, output).toBe(0);
    },
    TEST_LIMIT_MS,
  );

  test('exports the demo brand byte for byte as it was loaded', async () => {
    const exported = await contentsOf(join(newcomer.folder, 'exported/northstar'));
    expect(exported).toEqual(await contentsOf(join(ROOT, 'packs/northstar')));
  });

  test('makes a brand of one’s own that readers see at once', async () => {
    const title = async (): Promise<string | undefined> =>
      /<title>(.*?)<\/title>/.exec(await (await fetch(`${demo.url}/acme/en/`)).text())?.[1];
    await expect.poll(title, { timeout: 2000 }).toBe('Acme Help');
  });

  test(
    'sets up a real deployment on an outside database, sends the test mail, and lets the administrator in',
    async () => {
      await demo.stop();
      const { host, port, user, database: name, password } = database.address;
      const secret = password === undefined ? '' : `:${password}`;
      const script = (realBlock?.script ?? '')
        .replace(
          /postgresql:\/\/\S+/,
          `postgresql://${user}${secret}@/${name}?host=${encodeURIComponent(host)}\\&port=${port}`,
        )
        .replace(/smtp:\/\/(\S+)@\S+/, `smtp://$1@127.0.0.1:${smtp.port}`);
      const real = await newcomer.start(script);
      expect(smtp.messages.join('\n')).toContain('To: ada@example.com');
      const answer = await fetch(`${real.url}/desk/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ email: 'ada@example.com', password: PASSWORD }),
      });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('set-cookie')).toContain('Secure');
      expect(real.output()).not.toContain('demo-');
      await real.stop();
    },
    TEST_LIMIT_MS,
  );
});
