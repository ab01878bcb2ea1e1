import type { Locale } from '#lib/locales.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Context } from '#platform/context.ts';
import { insertProposal } from './queries/readers.ts';
import { MAX_PROPOSAL, PROPOSAL_KINDS } from './reader-reports.ts';

const MIN_TEXT = 10;
const MAX_SOURCE = 500;

export interface ProposeEdit {
  readonly brandId: string;
  /** The article it is about; null when it is about the brand. */
  readonly articleId: string | null;
  readonly locale: Locale;
  readonly kind: string;
  readonly text: string;
  readonly source: string;
}

export type Proposed = { readonly sent: true } | { readonly refused: 'kind-missing' | 'text-too-short' };

/** Takes a reader's correction for editors to decide on. */
export async function proposeEdit(ctx: Context, input: ProposeEdit): Promise<Proposed> {
  const { brandId, articleId, locale } = input;
  const kind = PROPOSAL_KINDS.find((known) => known === input.kind);
  const text = cleanText(input.text).slice(0, MAX_PROPOSAL);
  if (kind === undefined) return { refused: 'kind-missing' };
  if (text.length < MIN_TEXT) return { refused: 'text-too-short' };
  const source = cleanLine(input.source).slice(0, MAX_SOURCE);
  await insertProposal(ctx, { brandId, articleId, locale, kind, text, source });
  return { sent: true };
}
