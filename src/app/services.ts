import type { AssetUrls } from '#domains/brands/index.ts';
import { BrandDirectory } from '#domains/brands/index.ts';
import {
  type AnswerWriting,
  HelpCentres,
  type HelpSearch,
  SearchEngine,
  ViewCounter,
} from '#domains/knowledge/index.ts';
import { PolicyShelves } from '#domains/policies/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Db } from '#platform/database/database.ts';
import type { Files } from '#platform/files/files.ts';
import type { serveAssets } from '#platform/http/assets.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import type { Log } from '#platform/log.ts';
import { carrierFor } from '#platform/outbox/carriers.ts';
import type { Carrier } from '#platform/outbox/outbox.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import { answerWriting } from './answer-writing.ts';

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
  readonly shelves: PolicyShelves;
  readonly views: ViewCounter;
  /** Seals what has to be read again. */
  readonly box: SecretBox;
  /** How mail and text messages leave. */
  readonly carry: Carrier;
  /** Present when the operator named an endpoint that writes answers. */
  readonly writing: AnswerWriting | undefined;
  readonly assets: { readonly files: Parameters<typeof serveAssets>[0]; readonly urls: AssetUrls };
  /** True in a demo database: pages say so, and known sign-ins exist. */
  readonly isDemo: boolean;
}

export type Outside = Pick<Services, 'config' | 'db' | 'clock' | 'log' | 'files' | 'assets' | 'box' | 'isDemo'> & {
  /** Where the search indexes are kept; on this thread when not given, as tests do. */
  readonly search?: HelpSearch;
};

/** Wires the parts that follow the database: brands, then their help centres, then the pages made from them. */
export function createServices(outside: Outside): Services {
  const directory = new BrandDirectory(outside.db);
  const shelves = new PolicyShelves(outside.db, directory);
  const search =
    outside.search ??
    new SearchEngine({ db: outside.db, log: outside.log, memoryPassages: outside.config.searchMemoryPassages });
  const centres = new HelpCentres(outside.db, directory, search);
  const views = new ViewCounter();
  const pages = new PageCache((tag) => views.count(tag));
  const writing = answerWriting(outside.config, outside.log);
  directory.onChange((brand) => pages.drop(brand.id));
  const carry = carrierFor(outside.config, outside.isDemo || outside.config.development);
  return { ...outside, carry, directory, shelves, centres, views, pages, writing };
}
