import type { AssetUrls } from '#domains/brands/index.ts';
import { BrandDirectory } from '#domains/brands/index.ts';
import { HelpCentres, ViewCounter } from '#domains/knowledge/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Db } from '#platform/database/database.ts';
import type { Files } from '#platform/files/files.ts';
import type { serveAssets } from '#platform/http/assets.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import type { Log } from '#platform/log.ts';

/** What one node is made of, put together once at start. */
export interface Services {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  readonly directory: BrandDirectory;
  readonly centres: HelpCentres;
  readonly pages: PageCache;
  readonly views: ViewCounter;
  readonly assets: { readonly files: Parameters<typeof serveAssets>[0]; readonly urls: AssetUrls };
  /** True in a demo database: pages say so, and known sign-ins exist. */
  readonly isDemo: boolean;
}

export type Outside = Pick<Services, 'config' | 'db' | 'clock' | 'log' | 'files' | 'assets' | 'isDemo'>;

/** Wires the parts that follow the database: brands, then their help centres, then the pages made from them. */
export function createServices(outside: Outside): Services {
  const directory = new BrandDirectory(outside.db);
  const centres = new HelpCentres(outside.db, directory);
  const views = new ViewCounter();
  const pages = new PageCache((tag) => views.count(tag));
  directory.onChange((brand) => pages.drop(brand.id));
  return { ...outside, directory, centres, views, pages };
}
