import { insertActivity } from '#domains/people/index.ts';
import { conflict } from '#lib/faults.ts';
import { cleanText } from '#lib/text.ts';
import { MAX_YAML_BYTES } from '#lib/yaml.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { getDraft, insertDraftText, putDraftClosed } from '../queries/drafts.ts';
import type { DraftText } from './draft.ts';

export interface SaveDraft {
  readonly brandId: string;
  readonly draftId: string;
  readonly source: string;
  /** The text the writer had before them. Another one since then is a conflict, not an overwrite. */
  readonly basedOn: number;
}

export type SavedDraft =
  | { readonly number: number }
  | { readonly overtakenBy: DraftText }
  | { readonly refused: 'tooLong' };

/** Text of a form as it is stored: lines end in one character, and the last one ends too. */
export const draftTextOf = (typed: string): string => `${cleanText(typed.replaceAll('\r\n', '\n')).trimEnd()}\n`;

/**
 * Saves a text of a draft under the next number, readable or not: nobody loses work because a line is wrong. Saving
 * what is already there adds nothing.
 * @throws conflict when the draft was published or thrown away
 */
export async function saveDraft(ctx: Context, { brandId, draftId, source, basedOn }: SaveDraft): Promise<SavedDraft> {
  if (source.length > MAX_YAML_BYTES) return { refused: 'tooLong' };
  return inTransaction(ctx, async (ctx) => {
    const { draft, text } = await getDraft(ctx, brandId, draftId, true);
    if (draft.closedAt !== null) throw conflict('this draft is closed', 'draft-closed');
    if (text.source === source) return { number: text.number };
    if (text.number !== basedOn) return { overtakenBy: text };
    await insertDraftText(ctx, draftId, text.number + 1, source);
    return { number: text.number + 1 };
  });
}

/** Throws a draft away. Its texts stay, and a new draft of the document can be started. */
export async function closeDraft(ctx: Context, brandId: string, draftId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { draft } = await getDraft(ctx, brandId, draftId, true);
    if (draft.closedAt !== null) return;
    await putDraftClosed(ctx, draftId, null);
    await insertActivity(ctx, { brandId, action: 'close-policy-draft', subject: draft.documentId });
  });
}
