import type { Context as HonoContext } from 'hono';
import type { DeskEnv } from '#domains/people/index.ts';
import type { Context } from '#platform/context.ts';
import type { DraftState } from '../drafts/draft.ts';
import type { PublishPolicy } from '../drafts/publish-draft.ts';
import { type PolicyShelf, type PolicyShelves, readShelf } from '../policy-shelves.ts';
import type { PolicyText } from '../policy-version.ts';
import { getDraft } from '../queries/drafts.ts';

/** A text that quotes a value the draft changes. */
export interface DependentText {
  readonly href: string;
  readonly title: string;
  /** What it says now and what it will say: "60 days, then 30 days". */
  readonly changes: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** What the desk of policies needs of the rest of the house. */
export interface PolicyDeskDeps {
  readonly shelves: PolicyShelves;
  readonly publish: PublishPolicy;
  /** Every text of a brand that quotes a value which publishing changes. */
  readonly dependents: (ctx: Context, brandId: string, next: PolicyText) => Promise<readonly DependentText[]>;
}

export type C = HonoContext<DeskEnv>;

/** A draft an address of the desk names, with what decides beside it. */
export interface DraftPlace extends DraftState {
  readonly shelf: PolicyShelf;
  readonly here: string;
}

export const shelfOfDesk = async (c: C, deps: PolicyDeskDeps): Promise<PolicyShelf> =>
  deps.shelves.of(c.var.desk.brand.id) ?? readShelf(c.var.ctx, c.var.desk.brand.id);

/** @throws notFound when the brand has no such draft */
export async function draftPlaceOf(c: C, deps: PolicyDeskDeps): Promise<DraftPlace> {
  const { desk, ctx } = c.var;
  const state = await getDraft(ctx, desk.brand.id, c.req.param('draft') ?? '');
  return { ...state, shelf: await shelfOfDesk(c, deps), here: `${desk.base}/policies/drafts/${state.draft.id}` };
}
