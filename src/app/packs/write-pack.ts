import { brandSchema, channelSchema } from '#domains/brands/index.ts';
import {
  type ArticleText,
  actionSchema,
  authorSchema,
  type Meta,
  metaSchemas,
  synonymsSchema,
  topicSchema,
  writeTextFile,
} from '#domains/knowledge/index.ts';
import { writeYaml } from '#lib/yaml.ts';
import type { Pack, PackFiles } from './pack.ts';

const encoder = new TextEncoder();

/** `meta.yaml` of an entry; the schema puts the keys in their order, whatever order the database kept them in. */
function writeMeta({ shelf, ...meta }: Meta): string {
  const ordered = metaSchemas[shelf].parse(meta);
  const usual = ordered.reviewMonths === 6 ? { ...ordered, reviewMonths: undefined } : ordered;
  return writeYaml(usual);
}

const writeText = (text: ArticleText): string => writeTextFile(text);

const list = <T>(entries: readonly T[], parse: (entry: T) => unknown): string =>
  entries.length === 0 ? '[]\n' : writeYaml(entries.map(parse));

/** Every file of a pack in its one true form: the same records always give the same bytes. */
export function writePack(pack: Pack): PackFiles {
  const texts: [string, string][] = [
    ['brand.yaml', writeYaml(brandSchema.parse(pack.brand))],
    ['mark.svg', `${pack.mark.trim()}\n`],
    ['topics.yaml', list(pack.topics, (topic) => topicSchema.parse(topic))],
    ['people.yaml', list(pack.authors, (author) => authorSchema.parse(author))],
    ['actions.yaml', list(pack.actions, (action) => actionSchema.parse(action))],
    ['channels.yaml', list(pack.channels, (channel) => channelSchema.parse(channel))],
    ['synonyms.yaml', writeYaml(synonymsSchema.parse(pack.synonyms))],
    ...pack.entries.flatMap(({ shelf, slug, meta, texts }): [string, string][] => [
      [`${shelf}/${slug}/meta.yaml`, writeMeta(meta)],
      ...[...texts].map(([locale, text]): [string, string] => [`${shelf}/${slug}/${locale}.md`, writeText(text)]),
    ]),
  ];
  const policies = [...pack.policies].map(([name, text]) => [`policies/${name}`, encoder.encode(text)] as const);
  return new Map([
    ...policies,
    ...texts.map(([path, text]) => [path, encoder.encode(text)] as const),
    ...[...pack.pictures].map(([name, bytes]) => [`pictures/${name}`, bytes] as const),
  ]);
}
