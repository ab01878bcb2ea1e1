import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { PolicyVersion } from '../policy-version.ts';
import { findOpenDraft, insertDraft } from '../queries/drafts.ts';
import { listPolicyVersions } from '../queries.ts';
import { DOCUMENT_ID, MAX_DOCUMENT_ID, type PolicyDraft } from './draft.ts';
import { withVersionFacts } from './draft-source.ts';
import { type Starter, starterSource } from './starters.ts';

/** What a draft begins with: a version that was published, or a starter under a new name. */
export type DraftBeginning =
  | { readonly version: PolicyVersion }
  | { readonly starter: Starter; readonly documentId: string; readonly brandName: string };

export type Started =
  | { readonly draft: PolicyDraft }
  /** Somebody is writing it already; there is one draft of a document at a time. */
  | { readonly open: PolicyDraft }
  | { readonly refused: 'nameWrong' | 'nameTaken' };

const nextDay = ({ now }: Context): string => now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString();

/** The next number of a document, with its start tomorrow. */
function nextText(ctx: Context, version: PolicyVersion, all: readonly PolicyVersion[]): string {
  const numbers = all
    .filter(({ document }) => document.id === version.document.id)
    .map((each) => each.document.version);
  const latest = Math.max(version.document.version, ...numbers);
  return withVersionFacts(version.source, {
    version: latest + 1,
    supersedes: latest,
    status: 'draft',
    from: nextDay(ctx),
  });
}

/** Opens a draft for a brand. Nothing that decides changes. */
export async function startDraft(ctx: Context, brandId: string, beginning: DraftBeginning): Promise<Started> {
  return inTransaction(ctx, async (ctx) => {
    const all = await listPolicyVersions(ctx, brandId);
    const documentId = 'version' in beginning ? beginning.version.document.id : beginning.documentId;
    if ('starter' in beginning) {
      if (!DOCUMENT_ID.test(documentId) || documentId.length > MAX_DOCUMENT_ID) return { refused: 'nameWrong' };
      if (all.some(({ document }) => document.id === documentId)) return { refused: 'nameTaken' };
    }
    const source =
      'version' in beginning
        ? nextText(ctx, beginning.version, all)
        : starterSource(beginning.starter, { brandId, brandName: beginning.brandName, documentId, from: nextDay(ctx) });
    const basedOn = 'version' in beginning ? beginning.version.hash : null;
    const draft = await insertDraft(ctx, { brandId, documentId, basedOn }, source);
    if (draft) {
      await insertActivity(ctx, { brandId, action: 'start-policy-draft', subject: documentId });
      return { draft };
    }
    const open = await findOpenDraft(ctx, brandId, documentId);
    return open ? { open } : { refused: 'nameTaken' };
  });
}
