import { z } from 'zod';
import { lineSchema, localizedLine, localizedText, localizedWords, slugSchema } from '#domains/brands/index.ts';

/** The drawn signs a topic may carry (src/ui/components/icons). */
export const TOPIC_ICONS = [
  'play',
  'person',
  'receipt',
  'device',
  'signal',
  'code',
  'key',
  'chat',
  'people',
  'door',
  'refund',
  'shield',
  'document',
] as const;

/** One help area; an entry of `topics.yaml`. */
export const topicSchema = z.strictObject({
  id: slugSchema,
  icon: z.enum(TOPIC_ICONS),
  name: localizedLine,
  summary: localizedText,
});
export type Topic = z.output<typeof topicSchema>;

/** An author with a short biography; an entry of `people.yaml`. */
export const authorSchema = z.strictObject({
  id: slugSchema,
  name: lineSchema,
  role: localizedLine,
  bio: localizedText,
});
export type Author = z.output<typeof authorSchema>;

/** Something a customer does, the article about it, and the words that ask for it; an entry of `actions.yaml`. */
export const actionSchema = z.strictObject({
  id: slugSchema,
  label: localizedLine,
  hint: localizedLine,
  article: slugSchema,
  words: localizedWords,
});
export type Action = z.output<typeof actionSchema>;

const groups = z.array(z.array(z.string().trim().min(1).max(60)).min(2).max(20)).max(200);

/** `synonyms.yaml`: groups of words that mean the same, per language. */
export const synonymsSchema = z.strictObject({
  en: groups.optional(),
  ms: groups.optional(),
  fr: groups.optional(),
  de: groups.optional(),
});
export type Synonyms = z.output<typeof synonymsSchema>;

export interface Picture {
  readonly name: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly contentHash: string;
}
