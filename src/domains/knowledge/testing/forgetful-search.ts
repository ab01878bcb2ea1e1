import { parentPort } from 'node:worker_threads';
import { answerCalls } from '#platform/thread/answer-calls.ts';

// A search thread for tests: it finds nothing but what it was told to follow, and dies when asked for “die”.
const followed: unknown[] = [];

if (parentPort)
  answerCalls(
    parentPort,
    {
      follow: (told) => followed.push(told),
      search: (input) => {
        if ((input as { readonly request: { readonly text: string } }).request.text === 'die') process.exit(1);
        return { followed };
      },
      stop: () => undefined,
    },
    () => undefined,
  );
