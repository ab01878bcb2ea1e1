export {
  type Brand,
  type BrandKind,
  type BrandProfile,
  brandSchema,
  dateSchema,
  lineSchema,
  localizedLine,
  localizedText,
  localizedWords,
  RESERVED_SLUGS,
  type Source,
  slugSchema,
  sourceSchema,
  type Theme,
  targetSchema,
  themeSchema,
} from './brand.ts';
export { BrandDirectory } from './brand-directory.ts';
export { type Channel, channelSchema, type Hours, isOpen } from './channel.ts';
export {
  changesSince,
  findBrand,
  listBrands,
  listChannels,
  putBrand,
  putChannels,
  putDomain,
  raiseContentVersion,
} from './queries.ts';
export { type AssetUrls, inReader, type Site, type SiteEnv, SitePage, themeHref } from './site.tsx';
export { articlePath, type Shelf, type SiteUrls, siteUrls } from './urls.ts';
