import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything an operator can set from outside, read once at start. docs/operating.md explains each. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded database under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The address people type, without a trailing slash. */
  readonly publicUrl: string;
  /** Whether demo packs and demo sign-ins may load. Only ever true on the embedded database and a loopback address. */
  readonly demoAllowed: boolean;
  readonly development: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** How many proxies in front may be believed about the caller's address. */
  readonly trustedProxies: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** Where text messages are posted to; see docs/operating.md. */
  readonly smsUrl: string | undefined;
  readonly smsKey: string | undefined;
  /** What seals secrets in the database; without it a key is made in `filesDir`. */
  readonly secret: string | undefined;
  readonly filesDir: string;
  readonly packsDir: string;
  /** A chat-completions endpoint that writes short answers from quoted passages; absent: answers are quotations only. */
  readonly answers: { readonly url: string; readonly model: string; readonly key: string | undefined } | undefined;
  /** Published passages of one brand up to which its search index is kept in memory; beyond, the database is searched. */
  readonly searchMemoryPassages: number;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

const blankAsMissing = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema.optional());

const variables = z.object({
  PORT: z.preprocess(blankAsMissing, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(blankAsMissing, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(blankAsMissing, z.string().default('./data')),
  DATABASE_URL: optional(z.string().regex(/^postgres(?:ql)?:\/\//, 'must start with postgresql://')),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a full http:// or https:// address' })),
  RECOURSE_DEMO: z.preprocess(blankAsMissing, z.enum(['on', 'off']).default('on')),
  RECOURSE_DEVELOPMENT: z.preprocess(blankAsMissing, z.enum(['on', 'off']).default('off')),
  RECOURSE_LOG_LEVEL: z.preprocess(
    blankAsMissing,
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
  RECOURSE_TRUSTED_PROXIES: z.preprocess(blankAsMissing, z.coerce.number().int().min(0).max(5).default(0)),
  RECOURSE_SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')),
  RECOURSE_MAIL_FROM: optional(z.string().min(3)),
  RECOURSE_SMS_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a full http:// or https:// address' })),
  RECOURSE_SMS_KEY: optional(z.string().min(8)),
  RECOURSE_SECRET: optional(z.string().min(32, 'needs 32 characters or more')),
  RECOURSE_FILES_DIR: optional(z.string()),
  RECOURSE_ANSWERS_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a full https:// address' })),
  RECOURSE_ANSWERS_MODEL: optional(z.string().max(200)),
  RECOURSE_ANSWERS_KEY: optional(z.string().max(2000)),
  RECOURSE_SEARCH_MEMORY_PASSAGES: z.preprocess(
    blankAsMissing,
    z.coerce.number().int().min(0).max(2_000_000).default(200000),
  ),
  RECOURSE_PACKS_DIR: z.preprocess(blankAsMissing, z.string().default('./packs')),
});

export class ConfigError extends Error {}

type Variables = z.output<typeof variables>;

/** Both or neither; the key may be missing. A key and readers' questions do not travel unencrypted. */
function answersOf(v: Variables): Config['answers'] {
  const { RECOURSE_ANSWERS_URL: url, RECOURSE_ANSWERS_MODEL: model, RECOURSE_ANSWERS_KEY: key } = v;
  if (url === undefined && model === undefined && key === undefined) return undefined;
  const refuse = (line: string): never => {
    throw new ConfigError(`The configuration is not usable:\n  ${line}\nSee docs/operating.md.`);
  };
  if (url === undefined) return refuse('RECOURSE_ANSWERS_URL: is needed as well');
  if (model === undefined) return refuse('RECOURSE_ANSWERS_MODEL: is needed as well');
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && !isLoopback(hostname))
    return refuse('RECOURSE_ANSWERS_URL: must be https:// unless it is on this machine');
  return { url, model, key };
}

/**
 * Reads and checks the environment.
 * @throws ConfigError naming every variable that is wrong, what it holds apart from secrets, and what was expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable:\n${lines.join('\n')}\nSee docs/operating.md.`);
  }
  const v = parsed.data;
  const dataDir = resolve(v.DATA_DIR);
  const publicUrl = (v.PUBLIC_URL ?? `http://${v.HOST === '127.0.0.1' ? 'localhost' : v.HOST}:${v.PORT}`).replace(
    /\/+$/,
    '',
  );
  const local = v.DATABASE_URL === undefined && isLoopback(v.HOST) && isLoopback(new URL(publicUrl).hostname);
  return {
    port: v.PORT,
    host: v.HOST,
    dataDir,
    databaseUrl: v.DATABASE_URL,
    publicUrl,
    demoAllowed: local && v.RECOURSE_DEMO === 'on',
    development: v.RECOURSE_DEVELOPMENT === 'on',
    logLevel: v.RECOURSE_LOG_LEVEL,
    trustedProxies: v.RECOURSE_TRUSTED_PROXIES,
    smtpUrl: v.RECOURSE_SMTP_URL,
    mailFrom: v.RECOURSE_MAIL_FROM,
    smsUrl: v.RECOURSE_SMS_URL,
    smsKey: v.RECOURSE_SMS_KEY,
    secret: v.RECOURSE_SECRET,
    filesDir: resolve(v.RECOURSE_FILES_DIR ?? `${dataDir}/files`),
    packsDir: resolve(v.RECOURSE_PACKS_DIR),
    answers: answersOf(v),
    searchMemoryPassages: v.RECOURSE_SEARCH_MEMORY_PASSAGES,
  };
}
