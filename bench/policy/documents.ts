import { globSync, readFileSync } from 'node:fs';
import { type AnyDocument, readDocumentText } from '#policy/index.ts';
import type { Brand } from './cases.ts';

const ROOT = new URL('../../', import.meta.url);

function load(pattern: string): readonly AnyDocument[] {
  return globSync(pattern, { cwd: ROOT.pathname })
    .sort()
    .map((file) => {
      const read = readDocumentText(readFileSync(new URL(file, ROOT), 'utf8'));
      if ('problems' in read) throw new Error(`${file} cannot be read`);
      return read.document;
    });
}

/** Every law and calendar that ships. */
export const laws = (): readonly AnyDocument[] => [
  ...load('jurisdictions/*.yaml'),
  ...load('jurisdictions/calendars/*.yaml'),
];

/** The refund policy a brand ships. */
export const policyOf = (brand: Brand): readonly AnyDocument[] => load(`packs/${brand}/policies/*.yaml`);
