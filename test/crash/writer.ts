import { createHash, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';

/**
 * The victim of the crash test: supervises a database and, once told to go, writes from several connections until it
 * is killed. Every transaction writes two rows; its number is printed only after PostgreSQL acknowledged the commit.
 */
const CONNECTIONS = 4;
/** Longer than a page holds four of, so that rows are torn across pages if anything is. */
const PAYLOAD_BYTES = 3_000;
const STDOUT = 1;

const [dataDir = '', round = '0'] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined };
const server = await startEmbeddedPostgres({ dataDir, log: silent });
writeSync(STDOUT, `ready ${server.pid} ${server.url}\n`);

async function write(lane: number): Promise<never> {
  const client = new Client({ ...server.address });
  client.on('error', () => undefined);
  await client.connect();
  for (let turn = 0; ; turn += 1) {
    const id = `${round}-${lane}-${turn}`;
    await client.query('begin');
    for (const half of ['debit', 'credit']) {
      const payload = randomBytes(PAYLOAD_BYTES / 2).toString('hex');
      const digest = createHash('md5').update(payload).digest('hex');
      await client.query('insert into entries (id, half, payload, digest) values ($1, $2, $3, $4)', [
        id,
        half,
        payload,
        digest,
      ]);
    }
    await client.query('commit');
    writeSync(STDOUT, `saved ${id}\n`);
  }
}

createInterface({ input: process.stdin }).once('line', () => {
  for (let lane = 0; lane < CONNECTIONS; lane += 1) {
    // Killing the server first fails the writers; that is the test, not an error of it.
    write(lane).catch(() => undefined);
  }
});
