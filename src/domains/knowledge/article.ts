import { z } from 'zod';
import { dateSchema, lineSchema, localizedText, type Shelf, slugSchema, sourceSchema } from '#domains/brands/index.ts';
import { type IsoDate, monthsBetween, Temporal } from '#lib/time.ts';

export const ARTICLE_TYPES = ['troubleshooting', 'guide', 'concept', 'policy', 'faq', 'tips'] as const;
export const CODE_CATEGORIES = ['network', 'account', 'device', 'playback'] as const;
export const DEVICE_FAMILIES = ['tv', 'stick', 'console', 'box', 'phone', 'tablet', 'computer', 'browser'] as const;
export const QUALITIES = ['sd', 'hd', 'full-hd', 'uhd'] as const;
export const SUPPORT_STATUSES = ['supported', 'limited', 'unsupported'] as const;

export type SupportStatus = (typeof SUPPORT_STATUSES)[number];

const MAX_REFERENCES = 20;
const DEFAULT_REVIEW_MONTHS = 6;
/** Past this age without a check, readers are told (SPEC B2). */
const STALE_MONTHS = 12;

const slugs = z.array(slugSchema).max(MAX_REFERENCES).default([]);

/** What every article, code and device carries, whatever its language. */
const sharedFields = {
  topic: slugSchema,
  tags: slugs,
  devices: slugs,
  codes: slugs,
  related: slugs,
  author: slugSchema.optional(),
  asked: dateSchema.optional(),
  updated: dateSchema,
  verified: dateSchema.optional(),
  reviewMonths: z.number().int().min(1).max(60).default(DEFAULT_REVIEW_MONTHS),
  sources: z.array(sourceSchema).max(12).default([]),
};

export const articleMetaSchema = z.strictObject({
  type: z.enum(ARTICLE_TYPES),
  ...sharedFields,
  action: slugSchema.optional(),
});

export const codeMetaSchema = z.strictObject({
  code: z.string().trim().min(2).max(60),
  category: z.enum(CODE_CATEGORIES),
  historic: z.boolean().optional(),
  ...sharedFields,
});

const modelSchema = z.strictObject({
  name: lineSchema,
  system: lineSchema.optional(),
  status: z.enum(SUPPORT_STATUSES),
  since: dateSchema.optional(),
  until: dateSchema.optional(),
  note: localizedText.optional(),
});
export type DeviceModel = z.output<typeof modelSchema>;

export const deviceMetaSchema = z.strictObject({
  family: z.enum(DEVICE_FAMILIES),
  maker: lineSchema,
  names: z.array(z.string().trim().min(2).max(60)).max(40).default([]),
  detect: z
    .array(z.array(z.string().min(2).max(60)).min(1).max(6))
    .max(24)
    .default([]),
  maxQuality: z.enum(QUALITIES).optional(),
  models: z.array(modelSchema).min(1).max(40),
  ...sharedFields,
});

export type ArticleMeta = z.output<typeof articleMetaSchema>;
export type CodeMeta = z.output<typeof codeMetaSchema>;
export type DeviceMeta = z.output<typeof deviceMetaSchema>;

export type Meta =
  | ({ readonly shelf: 'articles' } & ArticleMeta)
  | ({ readonly shelf: 'codes' } & CodeMeta)
  | ({ readonly shelf: 'devices' } & DeviceMeta);

export type ArticleType = (typeof ARTICLE_TYPES)[number] | 'code' | 'device';

export const metaSchemas = { articles: articleMetaSchema, codes: codeMetaSchema, devices: deviceMetaSchema } as const;

/** The type a page is shown and searched as. */
export const typeOf = (meta: Meta): ArticleType => {
  if (meta.shelf === 'articles') return meta.type;
  return meta.shelf === 'codes' ? 'code' : 'device';
};

/** An article without its texts. */
export interface Article {
  readonly id: string;
  readonly brandId: string;
  readonly shelf: Shelf;
  readonly slug: string;
  readonly meta: Meta;
}

/** A text as an editor writes it and a pack file holds it. */
export interface ArticleText {
  readonly title: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly body: string;
}

export interface Revision extends ArticleText {
  readonly id: number;
  readonly articleId: string;
  readonly locale: string;
  readonly number: number;
  readonly sourceRevisionId: number | null;
  readonly note: string;
  readonly createdAt: Temporal.Instant;
  readonly createdBy: string;
}

/** How fresh an article is on a date: `due` asks editors to check it, `stale` also warns readers. */
export function freshness(
  verified: IsoDate | undefined,
  updated: IsoDate,
  reviewMonths: number,
  today: Temporal.PlainDate,
): 'fresh' | 'due' | 'stale' {
  const checked = Temporal.PlainDate.from(verified ?? updated);
  const age = monthsBetween(checked, today);
  if (age >= STALE_MONTHS) return 'stale';
  return age >= reviewMonths ? 'due' : 'fresh';
}

/** Whether a device model has the status it is given on a date; outside since/until it falls back to unsupported or supported. */
export function modelStatusOn(model: DeviceModel, today: IsoDate): SupportStatus {
  if (model.since !== undefined && today < model.since) return 'supported';
  if (model.until !== undefined && today > model.until) return 'unsupported';
  return model.status;
}
