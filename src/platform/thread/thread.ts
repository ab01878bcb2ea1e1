import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { Unavailable } from '../unavailable.ts';
import { epochMs, type FromThread, type ToThread } from './messages.ts';

/** Calls that may wait for an answer at once; one more is refused right away. */
const MAX_UNANSWERED = 200;
/** How often a thread is asked for a sign of life, and how long it may stay silent before it is ended and replaced. */
const PING_MS = 5_000;
const SILENT_MS = 60_000;
/** Between a breakdown and the next start: doubled each time, until the thread has lived long enough to be trusted. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const TRUSTED_MS = 30_000;
/** What a thread puts away when it ends only saves time later; a node's stop does not wait long for it. */
const STOP_MS = 2_000;
/** A tell has no deadline of its own: what it says stays true. */
const NEVER = Number.MAX_SAFE_INTEGER;

export interface ThreadPlan {
  /** How the log names it. */
  readonly name: string;
  /** The program it runs: JavaScript, or TypeScript where the sources run directly. */
  readonly entry: URL;
  /** Handed to the program as `workerData`; has to survive structured cloning. */
  readonly data: unknown;
  readonly log: Log;
  /** Called when another thread took the place of one that broke down: tells it what the last one knew. */
  readonly onRestart: () => void;
  /** Other times than `PING_MS` and `SILENT_MS`. */
  readonly pingMs?: number;
  readonly silentMs?: number;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Sources need a loader in each thread; a bundle runs as it is. */
const flagsFor = (entry: URL): string[] =>
  entry.pathname.endsWith('.ts')
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : ['--enable-source-maps'];

/**
 * Work that would keep pages waiting, in a thread of its own. Calls are answered or refused within their time; a thread
 * that breaks down or falls silent is replaced, and whoever waited is told to try again.
 */
export class Thread {
  readonly #plan: ThreadPlan;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #startedAt = 0;
  #heardAt = 0;
  #calls = 0;
  #isStopped = false;
  readonly #watch: NodeJS.Timeout;

  constructor(plan: ThreadPlan) {
    this.#plan = plan;
    this.#watch = setInterval(() => this.#lookAfter(), plan.pingMs ?? PING_MS).unref();
    this.#start();
  }

  /**
   * Asks the thread and waits for its answer.
   * @param limitMs from now until the caller gives up
   * @throws Unavailable when it is too late, too busy, or broke down meanwhile
   */
  call<T>(name: string, input: unknown, limitMs: number): Promise<T> {
    if (!this.#worker) return Promise.reject(new Unavailable(this.#plan.name, 'starting'));
    if (this.#waiting.size >= MAX_UNANSWERED) return Promise.reject(new Unavailable(this.#plan.name, 'busy'));
    const id = ++this.#calls;
    return new Promise<T>((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      const fail = (error: Error): void => {
        end();
        reject(error);
      };
      const timer = setTimeout(() => fail(new Unavailable(this.#plan.name, 'late')), limitMs);
      this.#waiting.set(id, {
        resolve: (value) => {
          end();
          resolve(value as T);
        },
        reject: fail,
      });
      this.#send({ kind: 'call', id, name, input, deadline: epochMs() + limitMs });
    });
  }

  /** Tells the thread something without waiting; lost while there is no thread, so `onRestart` has to say it again. */
  tell(name: string, input: unknown): void {
    this.#send({ kind: 'call', name, input, deadline: NEVER });
  }

  /** Lets the thread put its things away (its handler `stop`), then ends it. */
  async stop(): Promise<void> {
    if (this.#worker) await this.call('stop', null, STOP_MS).catch(() => undefined);
    this.#isStopped = true;
    clearInterval(this.#watch);
    await this.#worker?.terminate();
  }

  #send(message: ToThread): void {
    this.#worker?.postMessage(message);
  }

  #start(): void {
    if (this.#isStopped) return;
    const { entry, data, name, log } = this.#plan;
    const worker = new Worker(entry, { workerData: data, execArgv: flagsFor(entry), name });
    this.#worker = worker;
    this.#startedAt = this.#heardAt = epochMs();
    worker.on('message', (message: FromThread) => this.#hear(message));
    worker.on('error', (error) => log.error({ err: error, thread: name }, 'a thread broke down'));
    worker.once('exit', () => this.#replace(worker));
  }

  #hear(message: FromThread): void {
    this.#heardAt = epochMs();
    if (message.kind === 'pong') return;
    const waiting = this.#waiting.get(message.id);
    if (message.kind === 'value') waiting?.resolve(message.value);
    else if (message.isUnavailable) waiting?.reject(new Unavailable(this.#plan.name, 'starting'));
    else waiting?.reject(new Error(`${this.#plan.name}: ${message.message}`));
  }

  #replace(ended: Worker): void {
    if (this.#worker !== ended) return;
    this.#worker = undefined;
    for (const { reject } of [...this.#waiting.values()]) reject(new Unavailable(this.#plan.name, 'failed'));
    if (this.#isStopped) return;
    const pause = epochMs() - this.#startedAt > TRUSTED_MS ? FIRST_PAUSE_MS : this.#pauseMs;
    this.#pauseMs = Math.min(pause * 2, LONGEST_PAUSE_MS);
    this.#plan.log.warn({ thread: this.#plan.name, inMs: pause }, 'a thread ended and is started again');
    setTimeout(() => {
      this.#start();
      this.#plan.onRestart();
    }, pause).unref();
  }

  #lookAfter(): void {
    if (!this.#worker) return;
    if (epochMs() - this.#heardAt > (this.#plan.silentMs ?? SILENT_MS)) {
      this.#plan.log.error({ thread: this.#plan.name }, 'a thread fell silent and is ended');
      void this.#worker.terminate();
    } else {
      this.#send({ kind: 'ping' });
    }
  }
}
