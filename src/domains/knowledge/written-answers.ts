import type { Context as HonoContext } from 'hono';
import { randomToken } from '#lib/bytes.ts';
import type { Locale } from '#lib/locales.ts';
import { type ChatEndpoint, completeChat } from '#platform/chat-completions.ts';
import { CircuitBreaker } from '#platform/circuit-breaker.ts';
import type { Log } from '#platform/log.ts';
import type { HelpAnswer } from './ask-help.ts';
import { checkWritten, promptFor, usablePassages, type WrittenAnswer } from './written-answer.ts';

const LIMIT_MS = 9_000;
/** Answers written at once by one node; whoever comes then gets the quotations alone. */
const MOST_AT_ONCE = 4;
const NONCE_LETTERS = 8;

/** Writes an answer for whoever asks with this request, or not: see `WrittenAnswers.write`; null also beyond their limit. */
export type AnswerWriting = (
  c: HonoContext,
  question: string,
  answer: HelpAnswer,
  locale: Locale,
) => Promise<WrittenAnswer | null>;

/** Writes short answers from quoted passages through an endpoint of the operator's choice. */
export class WrittenAnswers {
  readonly #endpoint: ChatEndpoint;
  readonly #log: Log;
  readonly #breaker = new CircuitBreaker();
  readonly #limitMs: number;
  #running = 0;

  constructor(endpoint: ChatEndpoint, log: Log, limitMs = LIMIT_MS) {
    this.#endpoint = endpoint;
    this.#log = log;
    this.#limitMs = limitMs;
  }

  /**
   * A written answer beside the quotations, or null: when the pages hold no answer (a refusal stays one), when the
   * endpoint does not answer in time, or when what it wrote cannot be shown. Never throws.
   */
  async write(question: string, answer: HelpAnswer, locale: Locale): Promise<WrittenAnswer | null> {
    if (answer.kind === 'refusal' || this.#running >= MOST_AT_ONCE) return null;
    const passages = usablePassages([answer.main, ...answer.alternatives]);
    if (passages[0] !== answer.main) return null;
    const nonce = randomToken().replaceAll(/\W|_/g, '').padEnd(NONCE_LETTERS, 'x').slice(0, NONCE_LETTERS);
    this.#running += 1;
    try {
      const prompt = promptFor(question, passages, locale, nonce);
      const text = await this.#breaker.run(() => completeChat(this.#endpoint, prompt, this.#limitMs));
      const written = text === null ? null : checkWritten(text, passages);
      if (text !== null && written === null) this.#log.info('a written answer could not be shown');
      return written;
    } catch (error) {
      this.#log.warn({ err: error }, 'no answer was written');
      return null;
    } finally {
      this.#running -= 1;
    }
  }
}
