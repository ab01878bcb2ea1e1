import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { putProposalDecision } from './queries/readers.ts';

export interface DecideProposal {
  readonly brandId: string;
  readonly id: number;
  readonly decision: 'accepted' | 'declined';
}

/** Records what became of a reader's correction. False when the brand has no such one, or somebody has decided it. */
export async function decideProposal(ctx: Context, { brandId, id, decision }: DecideProposal): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await putProposalDecision(ctx, brandId, id, decision, ''))) return false;
    await insertActivity(ctx, { brandId, action: `suggestion-${decision}`, subject: String(id) });
    return true;
  });
}
