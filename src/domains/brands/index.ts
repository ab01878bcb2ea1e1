export {
  type Brand,
  type BrandProfile,
  brandSchema,
  dateSchema,
  lineSchema,
  localizedLine,
  localizedText,
  localizedWords,
  type Source,
  slugSchema,
  sourceSchema,
  type Theme,
} from './brand.ts';
export { BrandDirectory } from './brand-directory.ts';
export { type Channel, channelSchema, type Hours, isOpen } from './channel.ts';
export { BrandChannel } from './channel-view.tsx';
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
export { type Shelf, type SiteUrls, siteUrls } from './urls.ts';
