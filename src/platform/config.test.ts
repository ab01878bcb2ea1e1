import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from './config.ts';

const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return error instanceof ConfigError ? error.message : `not a ConfigError: ${String(error)}`;
  }
};

test('without any variable a node is a demo on this machine', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: undefined,
    publicUrl: 'http://localhost:3000',
    demoAllowed: true,
    development: false,
    logLevel: 'info',
    trustedProxies: 0,
    smtpUrl: undefined,
    mailFrom: undefined,
    filesDir: resolve('data/files'),
    packsDir: resolve('packs'),
    answers: undefined,
    searchMemoryPassages: 200_000,
  });
});

test('a variable that is set to nothing counts as not set', () => {
  const names = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'RECOURSE_DEMO', 'RECOURSE_LOG_LEVEL'];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'mysql://db.example/recourse'],
  ['PUBLIC_URL', 'help.example'],
  ['PUBLIC_URL', 'ftp://help.example'],
  ['RECOURSE_SEARCH_MEMORY_PASSAGES', 'many'],
  ['RECOURSE_ANSWERS_URL', 'answers.example'],
  ['RECOURSE_DEMO', 'yes'],
  ['RECOURSE_DEVELOPMENT', 'true'],
  ['RECOURSE_LOG_LEVEL', 'loud'],
  ['RECOURSE_TRUSTED_PROXIES', '6'],
  ['RECOURSE_TRUSTED_PROXIES', '-1'],
  ['RECOURSE_SMTP_URL', 'mail.example:25'],
  ['RECOURSE_MAIL_FROM', '@'],
])('%s=%s is refused by name', (name, value) => {
  expect(messageOf({ [name]: value })).toMatch(
    new RegExp(`^The configuration is not usable:\n {2}${name}: .+\nSee docs`),
  );
});

test('every wrong variable is named at once, and no secret is repeated', () => {
  const message = messageOf({ PORT: 'x', DATABASE_URL: 'mysql://me:hunter2@db', RECOURSE_SMTP_URL: 'me:hunter3@mail' });
  expect(message.match(/^ {2}\w+/gm)).toEqual(['  PORT', '  DATABASE_URL', '  RECOURSE_SMTP_URL']);
  expect(message).not.toMatch(/hunter/);
});

test('the public address loses the slash at its end', () => {
  expect(readConfig({ PUBLIC_URL: 'https://help.example//' }).publicUrl).toBe('https://help.example');
});

describe('a demo, with its known sign-ins, is only ever allowed', () => {
  test.each([
    ['on the embedded database at a loopback address', {}, true],
    ['at another loopback address', { HOST: '127.9.9.9' }, true],
    ['at localhost by name', { HOST: 'localhost', PUBLIC_URL: 'http://localhost:8080' }, true],
    ['not when it is switched off', { RECOURSE_DEMO: 'off' }, false],
    ['not on a database of one’s own', { DATABASE_URL: 'postgresql://localhost/recourse' }, false],
    ['not when others can reach the address', { HOST: '0.0.0.0' }, false],
    ['not when others can reach it behind a public address', { PUBLIC_URL: 'https://help.example' }, false],
    ['not at a host that only looks like loopback', { HOST: '127.0.0.1.example' }, false],
    ['not at a public address that only looks like loopback', { PUBLIC_URL: 'http://localhost.example' }, false],
  ])('%s', (_when, env, allowed) => {
    expect(readConfig(env as Record<string, string>).demoAllowed).toBe(allowed);
  });
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['192.168.0.1', false],
  ['1127.0.0.1', false],
])('%s is a loopback address: %s', (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback);
});

const ANSWERS = { RECOURSE_ANSWERS_URL: 'https://models.example/v1', RECOURSE_ANSWERS_MODEL: 'small' };

test('an endpoint that writes answers needs an address and a model; a key is up to it', () => {
  expect(readConfig(ANSWERS).answers).toEqual({ url: 'https://models.example/v1', model: 'small', key: undefined });
  const key = { RECOURSE_ANSWERS_KEY: 'k' };
  expect(readConfig({ ...ANSWERS, ...key }).answers?.key).toBe('k');
  for (const missing of Object.keys(ANSWERS))
    expect(() => readConfig({ ...ANSWERS, ...key, [missing]: '' })).toThrow(`${missing}: is needed as well`);
});

test('questions and a key do not travel unencrypted, but to this very machine', () => {
  const at = (url: string) => () => readConfig({ ...ANSWERS, RECOURSE_ANSWERS_URL: url });
  expect(at('http://models.example/v1')).toThrow('must be https:// unless it is on this machine');
  expect(at('http://127.0.0.1:8080/v1')).not.toThrow();
});
