import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from '../log.ts';
import { Unavailable } from '../unavailable.ts';
import { Thread, type ThreadPlan } from './thread.ts';

const PATIENT_MS = 15_000;
const running: Thread[] = [];
afterEach(() => Promise.all(running.splice(0).map((thread) => thread.stop())));

function startThread(plan: Partial<ThreadPlan> = {}): Thread {
  const thread = new Thread({
    name: 'fragile',
    entry: new URL('./testing/fragile-program.ts', import.meta.url),
    data: 'hello',
    log: createLog({ logLevel: 'silent' }),
    onRestart: () => undefined,
    ...plan,
  });
  running.push(thread);
  return thread;
}

const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof Unavailable ? error.reason : String(error)),
  );

test('a thread answers calls with what it was started with', async () => {
  expect(await startThread().call('greet', 'reader', PATIENT_MS)).toBe('hello reader');
});

test('what goes wrong inside a call reaches the one who called, and nobody else', async () => {
  const thread = startThread();
  const [failed, unknown, notYet, fine] = await Promise.all([
    reasonOf(thread.call('fail', null, PATIENT_MS)),
    reasonOf(thread.call('nothing-like-it', null, PATIENT_MS)),
    reasonOf(thread.call('notYet', null, PATIENT_MS)),
    thread.call('greet', 'you', PATIENT_MS),
  ]);
  expect([failed, unknown, notYet, fine]).toEqual([
    'Error: fragile: on purpose',
    'Error: fragile: this thread knows no call nothing-like-it',
    'starting',
    'hello you',
  ]);
});

test('a call that takes too long is given up, and what nobody waits for any more is not begun', async () => {
  const thread = startThread();
  await thread.call('greet', 'warm', PATIENT_MS);
  const long = reasonOf(thread.call('spin', 400, 50));
  const behind = reasonOf(thread.call('remember', 'too late', 50));
  expect(await long).toBe('late');
  expect(await behind).toBe('late');
  expect(await thread.call('recall', null, PATIENT_MS)).toEqual([]);
});

test('while a thread works, the caller’s own thread goes on', async () => {
  const thread = startThread();
  await thread.call('greet', 'warm', PATIENT_MS);
  const busy = thread.call('spin', 500, PATIENT_MS);
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 5);
  await busy;
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
});

test('when too many wait, one more is refused at once', async () => {
  const thread = startThread();
  await thread.call('greet', 'warm', PATIENT_MS);
  const waiting = Array.from({ length: 200 }, () => reasonOf(thread.call('spin', 1, PATIENT_MS)));
  expect(await reasonOf(thread.call('greet', 'one more', PATIENT_MS))).toBe('busy');
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['answered']));
});

test.each(['die', 'throwLater'])(
  'a thread that breaks down (%s) is replaced, and told again what it knew',
  async (how) => {
    let restarts = 0;
    const thread: Thread = startThread({
      onRestart: () => {
        restarts += 1;
        thread.tell('remember', 'as before');
      },
    });
    await thread.call('greet', 'warm', PATIENT_MS);
    const lost = reasonOf(thread.call(how, null, PATIENT_MS));
    expect(['failed', 'answered']).toContain(await lost);
    await vi.waitFor(() => expect(restarts).toBe(1), PATIENT_MS);
    expect(await thread.call('recall', null, PATIENT_MS)).toEqual(['as before']);
  },
);

test('between two threads a call is refused with “try again”, never left hanging', async () => {
  const thread = startThread();
  await reasonOf(thread.call('die', null, PATIENT_MS));
  expect(await reasonOf(thread.call('greet', 'you', PATIENT_MS))).toBe('starting');
});

test('a thread that falls silent is ended and replaced', async () => {
  const thread = startThread({ silentMs: 3_000, pingMs: 100 });
  await thread.call('greet', 'warm', PATIENT_MS);
  expect(await reasonOf(thread.call('spin', 60_000, PATIENT_MS))).toBe('failed');
  await vi.waitFor(async () => expect(await thread.call('greet', 'again', PATIENT_MS)).toBe('hello again'), PATIENT_MS);
});
