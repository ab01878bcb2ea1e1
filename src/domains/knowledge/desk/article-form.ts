import type { Shelf } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { cleanText } from '#lib/text.ts';
import { readYaml, writeYaml } from '#lib/yaml.ts';
import type { Translate } from '#ui/reader.ts';
import { type Meta, metaSchemas } from '../article.ts';
import { type KnownTargets, targetsIn } from '../references.ts';

/** An article's facts as the pack writes them; the desk edits the same text, so nothing exists that only one can say. */
export function factsText({ shelf, ...meta }: Meta): string {
  return writeYaml(metaSchemas[shelf].parse(meta));
}

export type ReadFacts = { readonly meta: Meta } | { readonly problems: readonly FieldProblem[] };

/** Reads facts typed at the desk, naming the line of whatever is wrong. */
export function readFacts(shelf: Shelf, raw: string, known: KnownTargets, t: Translate): ReadFacts {
  const read = readYaml(cleanText(raw), metaSchemas[shelf]);
  if ('problems' in read)
    return {
      problems: read.problems.map((p) => ({
        path: 'facts',
        message: t('editor.line', { line: p.line, problem: p.message }),
      })),
    };
  const meta = { shelf, ...read.value } as Meta;
  const problems = targetsIn(meta)
    .filter((target) => !known.links.has(target))
    .map((target) => ({ path: 'facts', message: t('editor.unknownTarget', { target }) }));
  return problems.length > 0 ? { problems } : { meta };
}

/** What a new article starts from. */
export function draftFacts(shelf: Shelf, topic: string, today: string): string {
  const shared = { topic, updated: today, verified: today };
  if (shelf === 'codes') return writeYaml({ code: 'XX-1', category: 'network', ...shared });
  if (shelf === 'devices')
    return writeYaml({
      family: 'tv',
      maker: 'Maker',
      names: ['maker tv'],
      maxQuality: 'full-hd',
      models: [{ name: '2024', status: 'supported' }],
      ...shared,
    });
  return writeYaml({ type: 'guide', ...shared });
}
