import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from './log.ts';
import { repeat } from './repeat.ts';

const log = createLog({ logLevel: 'silent' });
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when told, and remembers how many ran at once. */
function slowWork() {
  const seen = { started: 0, atOnce: 0, most: 0 };
  const endings: (() => void)[] = [];
  const work = async (): Promise<void> => {
    seen.started += 1;
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    await new Promise<void>((resolve) => endings.push(resolve));
    seen.atOnce -= 1;
  };
  const end = async (): Promise<void> => {
    endings.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { seen, work, end };
}

test('work is done again each time the interval has passed since it ended', async () => {
  const { seen, work, end } = slowWork();
  repeat('test', 100, work, log);
  expect(seen.started).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.started).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen.started).toBe(1);
  await end();
  await vi.advanceTimersByTimeAsync(99);
  expect(seen.started).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.started).toBe(2);
});

test('a nudge runs it right away, and starts the interval anew', async () => {
  const { seen, work, end } = slowWork();
  const repeating = repeat('test', 100, work, log);
  await vi.advanceTimersByTimeAsync(90);
  repeating.nudge();
  expect(seen.started).toBe(1);
  await end();
  await vi.advanceTimersByTimeAsync(99);
  expect(seen.started).toBe(1);
});

test('nudges during a run make one more run, never two at once', async () => {
  const { seen, work, end } = slowWork();
  const repeating = repeat('test', 100, work, log);
  for (let i = 0; i < 5; i++) repeating.nudge();
  expect(seen.started).toBe(1);
  await end();
  expect(seen).toMatchObject({ started: 2, most: 1 });
  await end();
  expect(seen.started).toBe(2);
});

test('a failure is told to the log and tried again', async () => {
  const warn = vi.spyOn(log, 'warn');
  const work = vi.fn(() => Promise.reject(new Error('no database')));
  repeat('content', 100, work, log);
  await vi.advanceTimersByTimeAsync(250);
  expect(work).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledWith(expect.objectContaining({ part: 'content' }), expect.any(String));
});

test('stop waits for the run under way and lets none follow', async () => {
  const { seen, work, end } = slowWork();
  const repeating = repeat('test', 100, work, log);
  repeating.nudge();
  repeating.nudge();
  let stopped = false;
  const stopping = repeating.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  await end();
  await stopping;
  repeating.nudge();
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen.started).toBe(1);
});
