import type { Log } from './log.ts';

export interface Repeating {
  /** Runs once more right away, or as soon as the run under way is done. */
  nudge(): void;
  /** Waits for the run under way and runs no more. */
  stop(): Promise<void>;
}

/** Runs `work` again and again, never two at once, `everyMs` after the last one ended. A failure is logged and tried again. */
export function repeat(name: string, everyMs: number, work: () => Promise<void>, log: Log): Repeating {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const once = (): void => {
    clearTimeout(timer);
    running = work()
      .catch((error: unknown) => log.warn({ err: error, part: name }, 'a repeated task failed and will be tried again'))
      .finally(() => {
        running = undefined;
        if (stopped) return;
        if (again) {
          again = false;
          once();
        } else {
          timer = setTimeout(once, everyMs);
        }
      });
  };
  timer = setTimeout(once, everyMs);
  return {
    nudge: () => {
      if (stopped) return;
      if (running) again = true;
      else once();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
