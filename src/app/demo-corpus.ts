import { askForCorpus } from '#domains/policies/index.ts';
import type { Context } from '#platform/context.ts';
import type { Services } from './services.ts';

/** Asks for the past requests of every brand of a demo that has none yet; they come in the background. */
export async function askForDemoCorpus({ db, clock, directory }: Services): Promise<void> {
  const ctx: Context = { db, by: { kind: 'system', part: 'corpus' }, now: clock.business() };
  for (const { id } of directory.all()) await askForCorpus(ctx, id);
}
