import { raiseContentVersion } from '#domains/brands/index.ts';
import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Files } from '#platform/files/files.ts';
import { inspectPicture } from './picture-file.ts';
import { putPicture } from './queries/brand-words.ts';

export interface AddPicture {
  readonly brandId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type PictureAdded = { readonly added: true } | { readonly problem: string };

/** Adds a picture, or replaces the one of that name wherever it is shown. The problem is one English sentence. */
export async function addPicture(
  ctx: Context & { readonly files: Files },
  { brandId, name, bytes }: AddPicture,
): Promise<PictureAdded> {
  const found = inspectPicture(name, bytes);
  if ('problem' in found) return found;
  const contentHash = await ctx.files.put(bytes);
  await inTransaction(ctx, async (ctx) => {
    await putPicture(ctx, brandId, { name, mediaType: found.mediaType, byteSize: bytes.byteLength, contentHash });
    await insertActivity(ctx, { brandId, action: 'picture', subject: name });
    await raiseContentVersion(ctx, brandId, null);
  });
  return { added: true };
}
