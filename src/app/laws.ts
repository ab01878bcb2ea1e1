import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { putPolicyFiles } from '#domains/policies/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';

/** The laws and business calendars that come with the product. */
const FOLDER = fileURLToPath(new URL('../../jurisdictions', import.meta.url));

async function yamlFiles(folder: string): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
  );
}

/** Laws and calendars by the name of their file. */
export const readLaws = async (): Promise<Map<string, string>> =>
  new Map([...(await yamlFiles(FOLDER)), ...(await yamlFiles(join(FOLDER, 'calendars')))]);

/** Publishes the laws of this release that the database does not know yet. Before anything that decides or compiles. */
export async function loadLaws(ctx: Context): Promise<void> {
  const laws = await readLaws();
  const put = await inTransaction(ctx, (ctx) => putPolicyFiles(ctx, null, laws));
  if ('problems' in put)
    throw new Error(put.problems.map(({ file, message }) => `jurisdictions/${file}: ${message}`).join('\n'));
}
