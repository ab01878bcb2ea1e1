import { z } from 'zod';

/** A chat-completions endpoint, as many servers of language models offer it. */
export interface ChatEndpoint {
  /** Its whole address, or the one that `/chat/completions` is added to. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; a server of one's own may need none. */
  readonly key: string | undefined;
}

export interface ChatPrompt {
  readonly system: string;
  readonly user: string;
  /** Tokens the answer may have; longer ones come cut. */
  readonly maxTokens: number;
}

/** An answer is a few sentences; more than this is not read to its end. */
const MAX_ANSWER_BYTES = 64_000;
const PATH = '/chat/completions';

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** The endpoint did not give an answer. The message says why and holds neither the key nor what was sent. */
export class ChatError extends Error {}

async function readBounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > MAX_ANSWER_BYTES) throw new ChatError(`the answer has more than ${MAX_ANSWER_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ChatError('the answer is not JSON');
  }
};

/**
 * Asks the endpoint once, without remembering anything between questions.
 * @param limitMs until the whole answer has to be there
 * @throws ChatError when it is late, not 200, too big or not what such an endpoint answers
 */
export async function completeChat(endpoint: ChatEndpoint, prompt: ChatPrompt, limitMs: number): Promise<string> {
  const address = endpoint.url.endsWith(PATH) ? endpoint.url : `${endpoint.url.replace(/\/+$/, '')}${PATH}`;
  const { system, user, maxTokens } = prompt;
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
      headers: {
        'content-type': 'application/json',
        ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({ model: endpoint.model, messages, temperature: 0, max_tokens: maxTokens, stream: false }),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new ChatError(`the endpoint answered with ${response.status}`);
    }
    const answer = answerSchema.safeParse(parse(await readBounded(response)));
    const content = answer.success ? answer.data.choices[0]?.message.content : undefined;
    if (content === undefined) throw new ChatError('the answer has another shape than a chat completion');
    return content;
  } catch (error) {
    if (error instanceof ChatError) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new ChatError(isLate ? `no answer within ${limitMs} ms` : 'the endpoint could not be reached');
  }
}
