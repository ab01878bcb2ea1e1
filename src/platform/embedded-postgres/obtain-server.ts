import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { type Answer, askServer, chooseEndpoint } from './connection.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { explainFailure } from './explain.ts';
import type { Layout } from './layout.ts';
import {
  clearRemains,
  findPostmaster,
  isAlive,
  launchPostmaster,
  type Postmaster,
  startedWith,
  stopPostmaster,
} from './postmaster.ts';
import type { SupervisorLog } from './running.ts';
import { logSince } from './server-log.ts';
import { accessRules, DEFAULT_PORT, type Durability, type Endpoint, serverArguments } from './settings.ts';
import { waitUntil } from './wait.ts';

/** What a start has found out before a server is needed. */
export interface Prepared {
  readonly layout: Layout;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  readonly log: SupervisorLog;
  readonly port: number | undefined;
  readonly durability: Durability;
  readonly startLimitMs: number;
}

/** A server that answers. */
export interface ObtainedServer {
  readonly postmaster: Postmaster;
  readonly endpoint: Endpoint;
  readonly reused: boolean;
}

interface Plan {
  readonly endpoint: Endpoint;
  readonly rulesFile: string;
  readonly args: readonly string[];
}

/** A running server that refuses to answer gets this long before it is replaced. */
const REUSE_LIMIT_MS = 6_000;

/**
 * Takes over the server a killed process left running on this cluster, or starts one.
 * @throws EmbeddedPostgresError with nothing left running, except for `still-starting`.
 */
export async function obtainServer(prepared: Prepared): Promise<ObtainedServer> {
  return (await takeOver(prepared)) ?? (await launch(prepared));
}

async function planServer({ layout, binaries, port, durability }: Prepared, running?: number): Promise<Plan> {
  const endpoint = await chooseEndpoint(layout, { wanted: port, running, fallback: DEFAULT_PORT });
  const rulesFile = join(layout.run, 'access.conf');
  const { release } = binaries;
  return {
    endpoint,
    rulesFile,
    args: serverArguments({ cluster: layout.cluster, rulesFile, endpoint, durability, release }),
  };
}

/** Waits until the server answers, or has ended, or a limit is over: a long one while it says it is starting. */
async function waitForAnswer(
  postmaster: Postmaster,
  endpoint: Endpoint,
  limits: { starting: number; otherwise: number },
): Promise<Answer> {
  const asked: { answer: Answer } = { answer: new Error('the server has not answered') };
  const ask = async (wanted: (answer: Answer) => boolean): Promise<boolean> => {
    if (!isAlive(postmaster)) return true;
    asked.answer = await askServer(endpoint);
    return wanted(asked.answer);
  };
  await waitUntil(() => ask((answer) => !(answer instanceof Error)), limits.otherwise);
  if (asked.answer === 'starting') await waitUntil(() => ask((answer) => answer === 'answers'), limits.starting);
  return asked.answer;
}

async function takeOver(prepared: Prepared): Promise<ObtainedServer | undefined> {
  const { layout, binaries, log } = prepared;
  const found = findPostmaster(layout.cluster);
  if (!found) return undefined;
  const { endpoint, args } = await planServer(prepared, found.port);
  const same = startedWith(layout.cluster, program(binaries, 'postgres'), args);
  if (same) {
    const limits = { starting: prepared.startLimitMs, otherwise: REUSE_LIMIT_MS };
    const answer = await waitForAnswer(found, endpoint, limits);
    if (isAlive(found) && answer === 'answers') return { postmaster: found, endpoint, reused: true };
    if (isAlive(found) && answer === 'starting') throw stillStarting(layout);
  }
  const why = same ? 'it does not answer' : 'it was started with other settings';
  log.warn({ pid: found.pid, why }, 'a server left running is stopped and started anew');
  await stopPostmaster(found, binaries, same);
  return undefined;
}

async function launch(prepared: Prepared): Promise<ObtainedServer> {
  const { layout, binaries, account, startLimitMs } = prepared;
  await clearRemains(layout);
  const { endpoint, rulesFile, args } = await planServer(prepared);
  writeFileSync(rulesFile, accessRules(endpoint), { mode: 0o600 });
  if (account) chownSync(rulesFile, account.uid, account.gid);
  const { postmaster, logBegins } = await launchPostmaster(layout, binaries, { args, account });
  const answer = await waitForAnswer(postmaster, endpoint, { starting: startLimitMs, otherwise: startLimitMs });
  if (isAlive(postmaster) && answer === 'answers') return { postmaster, endpoint, reused: false };
  if (isAlive(postmaster) && answer === 'starting') throw stillStarting(layout);
  await stopPostmaster(postmaster, binaries, true);
  const said = logSince(layout.log, logBegins) || (answer instanceof Error ? answer.message : '');
  throw explainFailure(said, { doing: 'start', folder: layout.cluster, uid: account?.uid });
}

const stillStarting = ({ cluster }: Layout): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    'still-starting',
    `PostgreSQL is still replaying its log in ${cluster} after a crash, which takes longer than this start waits.`,
    'It goes on by itself; start again in a few minutes.',
  );
