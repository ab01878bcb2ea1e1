import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WrittenAnswers } from '#domains/knowledge/index.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { testLog, useDatabase } from '#test/support/database.ts';

const KEY = 'key-of-the-operator';
const ASK = '/tiny/en/ask?question=how+do+I+cancel+my+plan';
const API = '/api/v1/brands/tiny/answers?question=how+do+I+cancel+my+plan&locale=en&written=yes';

const database = useDatabase();
let endpoint: Server;
let url: string;
let app: TestApp;
let asked: { body: { messages: { content: string }[] }; headers: IncomingMessage['headers'] }[] = [];
/** What the endpoint does with the next questions. */
let behave: (response: ServerResponse, prompt: string) => void;

const say = (text: string) => (response: ServerResponse) =>
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }] }));

/** The first sentence of the first passage, cited. */
const faithful = (response: ServerResponse, prompt: string): void => {
  const first = prompt.split('\n')[1]?.split(/(?<=\.)\s/)[0] ?? '';
  say(`${first} [1]`)(response);
};

beforeAll(async () => {
  endpoint = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      const body = JSON.parse(text) as (typeof asked)[number]['body'];
      asked.push({ body, headers: request.headers });
      behave(response, body.messages[1]?.content ?? '');
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  const address = endpoint.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
});
afterAll(async () => {
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});
afterEach(() => app.close());

/** A new application each time: limits and the breaker count from nothing. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
  asked = [];
  behave = faithful;
  const answers = { RECOURSE_ANSWERS_URL: url, RECOURSE_ANSWERS_MODEL: 'small', RECOURSE_ANSWERS_KEY: KEY };
  app = await createTestApp(database, { env: { ...answers, ...env } });
}

const writtenOf = async (path = API): Promise<unknown> =>
  ((await (await app.request(path)).json()) as { written?: unknown }).written;

test('without an endpoint nothing is offered and nothing is written', async () => {
  app = await createTestApp(database);
  expect(await (await app.request(ASK)).text()).not.toContain('written');
  expect(await (await app.request(API)).json()).not.toHaveProperty('written');
});

test('a page shows its quotations at once and only offers the written answer, which a link leads to', async () => {
  await start();
  const page = await (await app.request(ASK)).text();
  expect(page).toContain('<blockquote');
  expect(page).toContain('data-island="written"');
  expect(page).toContain(`href="${ASK.replaceAll('&', '&amp;')}&amp;written=yes"`);
  expect(asked).toHaveLength(0);
});

test('the link’s page holds the answer, marked as a machine’s, with numbers that lead to the quoted passages', async () => {
  await start();
  const page = await (await app.request(`${ASK}&written=yes`)).text();
  expect(page).toContain('In short, written by a machine');
  expect(page).toContain('It decides nothing about your account or your money.');
  expect(page).toMatch(/<a href="\/tiny\/en\/[^"]+" aria-label="Source 1: [^"]+">\[1\]<\/a>/);
  expect(page).toContain('<blockquote');
});

test('the API gives the same, by a machine, with its sources; the endpoint is asked as configured', async () => {
  await start();
  expect(await writtenOf()).toMatchObject({ by: 'machine', paragraphs: [[{}, { source: 1 }]] });
  expect(asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(asked[0]?.body).toMatchObject({ model: 'small', stream: false, temperature: 0 });
});

test('a refusal stays a refusal: where the pages hold no answer, nobody is asked to write one', async () => {
  await start();
  const answer = await (await app.request(API.replace('how+do+I+cancel+my+plan', 'zzqx+wyrble'))).json();
  expect(answer).toMatchObject({ kind: 'refusal', written: null });
  expect(asked).toHaveLength(0);
});

test.each<[string, typeof behave]>([
  ['an error', (response) => void response.writeHead(500).end('no')],
  ['a redirect', (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['no JSON', (response) => void response.end('<html>')],
  ['another shape', (response) => void response.end('{"choices":[]}')],
  ['a huge answer', (response) => void response.end(`{"choices":[{"message":{"content":"${'x'.repeat(200_000)}"}}]}`)],
  ['a broken connection', (response) => void response.destroy()],
  ['no citation', say('You cancel your plan whenever you like.')],
  ['an invented number', say('You cancel your plan within 99 days [1].')],
  ['an injected address', say('You cancel your plan at https://evil.example [1].')],
])('an endpoint that answers with %s leaves the quotations alone on the page', async (_, how) => {
  await start();
  behave = how;
  expect(await writtenOf()).toBeNull();
  const page = await (await app.request(`${ASK}&written=yes`)).text();
  expect(page).toContain('No short answer could be written');
  expect(page).toContain('<blockquote');
});

test('an endpoint that hangs is given up, one that dribbles too, and after a few failures it is left alone', async () => {
  await start();
  const quoted = {
    title: 'Cancel',
    heading: '',
    url: '/x',
    locale: 'en',
    passage: 'Cancel.',
    range: { start: 0, end: 7 },
  } as const;
  const answer = { kind: 'answer', main: quoted, alternatives: [] } as const;
  const answers = new WrittenAnswers({ url, model: 'small', key: undefined }, testLog(), 150);
  behave = () => undefined;
  expect(await answers.write('cancel', answer, 'en')).toBeNull();
  behave = (response) => {
    const dribbling = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(dribbling));
  };
  for (let time = 0; time < 5; time += 1) expect(await answers.write('cancel', answer, 'en')).toBeNull();
  expect(asked).toHaveLength(4);
});

test('one reader gets a dozen written answers in ten minutes, and quotations without end', async () => {
  await start();
  const answers: unknown[] = [];
  for (let time = 0; time < 14; time += 1) answers.push(await writtenOf());
  expect(answers.filter((written) => written !== null)).toHaveLength(12);
  expect(await (await app.request(API)).json()).toMatchObject({ kind: 'answer', written: null });
});
