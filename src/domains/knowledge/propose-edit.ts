import type { FieldProblem } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Context } from '#platform/context.ts';
import type { Translate } from '#ui/reader.ts';
import type { Listed } from './help-centre.ts';
import { insertProposal } from './queries/readers.ts';
import { MAX_PROPOSAL, PROPOSAL_KINDS } from './reader-reports.ts';
import type { SuggestValues } from './views/suggest-page.tsx';

const MIN_TEXT = 10;
const MAX_SOURCE = 500;

export interface ProposeEdit {
  readonly brandId: string;
  readonly listed: Listed | null;
  readonly locale: Locale;
  readonly form: FormData;
  readonly t: Translate;
}

export type Proposed =
  | { readonly sent: true }
  | { readonly values: SuggestValues; readonly problems: readonly FieldProblem[] };

/** Takes a reader's correction for editors to decide on; what was typed comes back with the problems. */
export async function proposeEdit(ctx: Context, { brandId, listed, locale, form, t }: ProposeEdit): Promise<Proposed> {
  const values: SuggestValues = {
    about: listed ? `${listed.article.shelf}/${listed.article.slug}` : '',
    kind: String(form.get('kind') ?? ''),
    text: cleanText(String(form.get('text') ?? '')).slice(0, MAX_PROPOSAL),
    source: cleanLine(String(form.get('source') ?? '')).slice(0, MAX_SOURCE),
  };
  const kind = PROPOSAL_KINDS.find((known) => known === values.kind);
  if (kind === undefined) return { values, problems: [{ path: 'kind', message: t('suggest.kindMissing') }] };
  if (values.text.length < MIN_TEXT) return { values, problems: [{ path: 'text', message: t('suggest.textMissing') }] };
  await insertProposal(ctx, {
    brandId,
    articleId: listed?.article.id ?? null,
    locale,
    kind,
    text: values.text,
    source: values.source,
  });
  return { sent: true };
}
