import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Keys whose values are never written, wherever they stand: secrets, and what would tell who somebody is. */
const REDACTED = ['password', 'token', 'cookie', 'authorization', 'email', 'secret', 'url.search'];

/** JSON lines on standard error; standard output stays free for what a command prints. */
export function createLog(config: Pick<Config, 'logLevel'>): Log {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
