import { insertActivity } from '#domains/people/index.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { countGoldenCases, insertGoldenCase, putGoldenCaseRemoved } from '../queries/golden.ts';
import { type GoldenCase, MAX_GOLDEN_CASES, MAX_NAME, MAX_NOTE } from './golden-case.ts';

export type KeepGoldenCase = Pick<GoldenCase, 'name' | 'facts' | 'asOf' | 'expected' | 'note'>;

export type Kept = { readonly id: string } | { readonly refused: 'nameMissing' | 'tooLong' | 'tooMany' };

/** Settles what a case has to come to from now on. */
export async function keepGoldenCase(ctx: Context, brandId: string, input: KeepGoldenCase): Promise<Kept> {
  const name = cleanLine(input.name);
  const note = cleanText(input.note).trim();
  if (name === '') return { refused: 'nameMissing' };
  if (name.length > MAX_NAME || note.length > MAX_NOTE) return { refused: 'tooLong' };
  return inTransaction(ctx, async (ctx) => {
    if ((await countGoldenCases(ctx, brandId)) >= MAX_GOLDEN_CASES) return { refused: 'tooMany' };
    const id = await insertGoldenCase(ctx, brandId, { ...input, name, note });
    await insertActivity(ctx, { brandId, action: 'keep-golden-case', subject: id, details: { name } });
    return { id };
  });
}

/** Lets a case go; who did so stays on record. The second to ask changes nothing. */
export async function removeGoldenCase(ctx: Context, brandId: string, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await putGoldenCaseRemoved(ctx, brandId, id))) return;
    await insertActivity(ctx, { brandId, action: 'remove-golden-case', subject: id });
  });
}
