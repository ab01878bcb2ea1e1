import { z } from 'zod';
import { LOCALES } from '#lib/locales.ts';
import { SLUG } from '#lib/text.ts';
import { isIsoDate } from '#lib/time.ts';

/** Slugs the application's own paths use; a brand may not take one. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  ...LOCALES,
  'api',
  'assets',
  'desk',
  'setup',
  'healthz',
  'readyz',
  'metrics',
  'mcp',
  'openapi.json',
  'robots.txt',
  'sitemap.xml',
  'widget',
  'legal',
]);

const MAX_LINE = 200;
const MAX_TEXT = 2000;

export const slugSchema = z.string().max(80).regex(SLUG, 'must be lower-case words joined by hyphens');
export const dateSchema = z.string().refine(isIsoDate, 'must be a date written YYYY-MM-DD');
export const lineSchema = z.string().trim().min(1).max(MAX_LINE);
const textOf = (limit: number) => z.string().trim().min(1).max(limit);
const everyLanguage = <T extends z.ZodType>(inner: T) =>
  z.strictObject({ en: inner.optional(), ms: inner.optional(), fr: inner.optional(), de: inner.optional() });
/** A short text per language. */
export const localizedLine = everyLanguage(textOf(MAX_LINE));
/** A longer text per language. */
export const localizedText = everyLanguage(textOf(MAX_TEXT));
/** A list of words or phrases per language. */
export const localizedWords = everyLanguage(z.array(z.string().trim().min(1).max(80)).max(60));

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour written #rrggbb');
const colourPair = z.tuple([colour, colour]);

/** A link to something of the same brand: `article:slug`, `code:slug`, `device:slug`, `topic:id`, `action:id`, `page:name`. */
export const targetSchema = z
  .string()
  .regex(/^(?:article|code|device|topic|action|page):[a-z0-9-]+$/, 'must be a target such as article:slug');

export const sourceSchema = z.strictObject({
  name: lineSchema,
  url: z.url({ protocol: /^https?$/, error: 'must be a full address' }).optional(),
  date: dateSchema,
});
export type Source = z.output<typeof sourceSchema>;

const doorSchema = z.strictObject({
  id: z.enum(['fix', 'charge', 'leave']),
  title: localizedLine,
  text: localizedText,
  links: z
    .array(z.strictObject({ to: targetSchema, label: localizedLine }))
    .min(1)
    .max(6),
});

export const themeSchema = z.strictObject({
  accent: colourPair,
  accentInk: colourPair,
  accentWash: colourPair,
  radius: z.string().regex(/^\d(?:\.\d{1,2})?rem$/, 'must be a length such as 0.6rem'),
});

/** `brand.yaml`, key by key. */
export const brandSchema = z
  .strictObject({
    id: slugSchema.refine((id) => !RESERVED_SLUGS.has(id), 'is a reserved word'),
    kind: z.enum(['operated', 'listed']),
    name: lineSchema,
    helpName: localizedLine,
    company: lineSchema,
    website: z.url({ protocol: /^https?$/ }),
    locales: z.array(z.enum(LOCALES)).min(1).max(LOCALES.length),
    defaultLocale: z.enum(LOCALES),
    about: localizedText,
    question: localizedLine,
    disclaimer: localizedText.optional(),
    verified: dateSchema.optional(),
    theme: themeSchema,
    examples: everyLanguage(z.array(z.string().trim().min(1).max(80)).max(8)).default({}),
    doors: z.array(doorSchema).length(3),
    legal: z.strictObject({ imprint: localizedText, privacy: slugSchema.optional(), terms: slugSchema.optional() }),
  })
  .superRefine((brand, context) => {
    if (!brand.locales.includes(brand.defaultLocale)) {
      context.addIssue({ code: 'custom', path: ['defaultLocale'], message: 'must be one of locales' });
    }
    if (brand.kind === 'listed' && (!brand.disclaimer || !brand.verified)) {
      context.addIssue({
        code: 'custom',
        path: ['disclaimer'],
        message: 'a listed brand needs disclaimer and verified',
      });
    }
  });

export type BrandProfile = z.output<typeof brandSchema>;
export type Theme = BrandProfile['theme'];

/** A brand as every page needs it. `mark` is checked SVG markup. */
export interface Brand extends BrandProfile {
  readonly mark: string;
  readonly domain: string | undefined;
  readonly contentVersion: number;
}
