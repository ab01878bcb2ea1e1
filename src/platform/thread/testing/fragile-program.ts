import { parentPort, workerData } from 'node:worker_threads';
import { Unavailable } from '../../unavailable.ts';
import { answerCalls } from '../answer-calls.ts';

// A thread for tests that does what threads should not: dies, loops, throws. Started with what it greets people with.
const told: unknown[] = [];
const spin = (ms: unknown): void => {
  const until = performance.now() + Number(ms);
  while (performance.now() < until);
};

if (parentPort)
  answerCalls(
    parentPort,
    {
      greet: (name) => `${String(workerData)} ${String(name)}`,
      remember: (what) => told.push(what),
      recall: () => told,
      spin,
      die: () => process.exit(1),
      throwLater: () => {
        setTimeout(() => Promise.reject(new Error('on purpose')));
      },
      fail: () => Promise.reject(new Error('on purpose')),
      notYet: () => Promise.reject(new Unavailable('the program', 'starting')),
    },
    () => undefined,
  );
