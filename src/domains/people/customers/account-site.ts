import type { Brand } from '#domains/brands/index.ts';
import type { Reader } from '#ui/reader.ts';

/** Where an account's pages are, and in which words its mails are written. */
export interface AccountSite {
  readonly brand: Brand;
  readonly reader: Reader;
  /** The scheme and host people use for this brand, from the configuration and never from a request. */
  readonly origin: string;
  /** `/{brand}/{locale}/account`, or without the brand on its own domain. */
  readonly accountPath: string;
}
