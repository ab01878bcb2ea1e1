import { z } from 'zod';
import { CORPUS_JOB, fillCorpus, REPLAY_JOB, runReplay } from '#domains/policies/index.ts';
import type { Context } from '#platform/context.ts';
import type { JobHandler } from '#platform/jobs.ts';
import { SEND_JOB, sendMessage } from '#platform/outbox/outbox.ts';
import type { Services } from './services.ts';

const corpusPayload = z.object({ brandId: z.string(), until: z.string() });
const messagePayload = z.object({ id: z.string() });
const replayPayload = z.object({ replayId: z.string() });

/** Everything that is done in the background, by the name of its job. */
export function jobHandlers({
  db,
  clock,
  carry,
}: Pick<Services, 'db' | 'clock' | 'carry'>): Readonly<Record<string, JobHandler>> {
  const context = (part: string): Context => ({ db, by: { kind: 'system', part }, now: clock.business() });
  return {
    [CORPUS_JOB]: async (payload) => {
      const { brandId, until } = corpusPayload.parse(payload);
      await fillCorpus(context('corpus'), brandId, until);
    },
    [SEND_JOB]: async (payload) => {
      const { id } = messagePayload.parse(payload);
      await sendMessage(context('outbox'), id, carry);
    },
    [REPLAY_JOB]: async (payload) => {
      const { replayId } = replayPayload.parse(payload);
      await runReplay(context('replay'), replayId);
    },
  };
}
