import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { median, startProcess, withDataFolder } from '../processes.ts';

const PATH = '/northstar/en/articles/buffering-on-samsung-tv';
const CONNECTIONS = 4;
const SECONDS = 6;
const ROUNDS = 3;
const ENCODING = { 'accept-encoding': 'br' };

interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function load(port: number): Promise<Load> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${PATH}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: ENCODING,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} bad answers, ${result.errors} errors`);
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

/** What a reader's browser fetches for an article: the page and its stylesheets, compressed. */
async function weigh(
  port: number,
): Promise<{ html: number; css: number; headers: Record<string, string>; bytes: Uint8Array }> {
  const { request } = await import('node:http');
  const fetchRaw = (path: string) =>
    new Promise<{ bytes: Buffer; headers: Record<string, string> }>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers: ENCODING }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ bytes: Buffer.concat(parts), headers: response.headers as Record<string, string> }),
        );
      })
        .on('error', reject)
        .end();
    });
  await fetchRaw(PATH);
  const page = await fetchRaw(PATH);
  const html = await (await fetch(`http://127.0.0.1:${port}${PATH}`)).text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? '');
  const css = (await Promise.all(sheets.map(fetchRaw))).reduce((sum, sheet) => sum + sheet.bytes.byteLength, 0);
  const { connection: _c, 'keep-alive': _k, date: _d, ...headers } = page.headers;
  return { html: page.bytes.byteLength, css, headers, bytes: page.bytes };
}

/** An article page, signed out, beside a bare node:http server that sends the same bytes; in turns, in one run. */
export async function measurePages(): Promise<object> {
  return withDataFolder(async (folder) => {
    const ours = await startProcess('bin/start.js', { DATA_DIR: folder }, '/readyz');
    const weight = await weigh(ours.port);
    const file = join(folder, 'page.bin');
    await writeFile(file, weight.bytes);
    const bare = await startProcess(
      'bench/pages/bare-server.ts',
      { BARE_ANSWER: JSON.stringify({ headers: weight.headers, file }) },
      '/',
    );
    try {
      await load(ours.port);
      await load(bare.port);
      const rounds: { ours: Load; bare: Load }[] = [];
      for (let i = 0; i < ROUNDS; i++) rounds.push({ ours: await load(ours.port), bare: await load(bare.port) });
      return {
        what: 'article page beside bare node:http, same bytes',
        connections: CONNECTIONS,
        oursPerSecond: Math.round(median(rounds.map((r) => r.ours.perSecond))),
        barePerSecond: Math.round(median(rounds.map((r) => r.bare.perSecond))),
        ratio: Number(median(rounds.map((r) => r.ours.perSecond / r.bare.perSecond)).toFixed(2)),
        oursP50Ms: median(rounds.map((r) => r.ours.p50Ms)),
        oursP99Ms: median(rounds.map((r) => r.ours.p99Ms)),
        bareP99Ms: median(rounds.map((r) => r.bare.p99Ms)),
        htmlBytes: weight.html,
        cssBytes: weight.css,
      };
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
    }
  });
}
