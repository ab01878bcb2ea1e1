// The house, checked: who may import whom. Each rule is one sentence of docs/architecture; test/contracts/architecture.test.ts
// plants a violation of every rule and sees it reported.

/** A domain imports only domains to its left. */
const DOMAINS = [
  'brands',
  'people',
  'trail',
  'promises',
  'policies',
  'knowledge',
  'troubleshooting',
  'billing',
  'claims',
  'cases',
  'cancellations',
  'refunds',
  'community',
  'insights',
];

const TESTS = '\\.test\\.tsx?$|/testing/';
/** Libraries that only compute: no files, no network, no database. */
const COMPUTING_LIBRARIES = 'node_modules/(?:temporal-polyfill|temporal-spec|intl-messageformat|@formatjs|yaml|zod)/';
const SQL_LIBRARIES = 'node_modules/(?:kysely|pg|@types/pg)/';
const SQL_HOMES = [
  '/queries\\.ts$',
  '/queries/[^/]+\\.ts$',
  '^src/platform/(?:context|jobs)\\.ts$',
  '^src/platform/database/',
  '^src/platform/embedded-postgres/connection\\.ts$',
];
const VIEWS = ['^src/ui/', '^src/(?:app|domains)/.*/views/', '-page\\.tsx$'];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const orderRules = DOMAINS.slice(0, -1).map((domain, place) =>
  rule(
    `domain-order-${domain}`,
    `${domain} imports only domains to its left; those to its right learn of it by events, or src/app composes both.`,
    { path: `^src/domains/${domain}/` },
    { path: `^src/domains/(?:${DOMAINS.slice(place + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two files that need each other are one file, or lack a third.', {}, { circular: true }),
    rule(
      'everything-resolves',
      'An import that cannot be followed would escape every other rule.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'pure-imports-no-io',
      'lib, policy and search compute; they reach no file, network or process. Hashing and random bytes are in lib/bytes.ts.',
      { path: '^src/(?:lib|policy|search)/', pathNot: `${TESTS}|^src/lib/bytes\\.ts$` },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'bytes-imports-only-crypto',
      'lib/bytes.ts may use node:crypto and no other part of Node.',
      { path: '^src/lib/bytes\\.ts$' },
      { dependencyTypes: ['core'], pathNot: '^(?:node:)?crypto$' },
    ),
    rule(
      'pure-imports-only-computing-libraries',
      'A library used by lib, policy or search must be known to do no I/O: add it to the list here with its reason.',
      { path: '^src/(?:lib|policy|search)/', pathNot: TESTS },
      { dependencyTypesNot: ['core', 'local'], path: 'node_modules/', pathNot: COMPUTING_LIBRARIES },
    ),
    rule(
      'pure-knows-only-pure',
      'lib knows nothing else of ours; policy and search know lib.',
      { path: '^src/(lib|policy|search)/', pathNot: TESTS },
      { path: '^(?:src|test|bench)/', pathNot: '^src/(?:lib|$1)/' },
    ),
    rule(
      'platform-knows-no-domain',
      'The platform works for any product; what a domain needs of it is passed in.',
      { path: '^src/platform/' },
      { path: '^src/(?:domains|app|ui)/' },
    ),
    rule(
      'ui-knows-no-domain',
      'Components get words and addresses, never a brand, an article or a request.',
      { path: '^src/ui/' },
      { path: '^src/(?:domains|app)/' },
    ),
    rule(
      'domain-by-its-index',
      'A domain is entered by its index.ts: what is not exported there can change freely.',
      { path: '^src/domains/([^/]+)/' },
      { path: '^src/domains/[^/]+/', pathNot: '^src/domains/(?:$1/|[^/]+/index\\.ts$)' },
    ),
    rule(
      'domain-by-its-index-from-outside',
      'The same for everything that is not a domain.',
      { path: '^(?:src/(?!domains/)|test/|bench/|bin/)' },
      { path: '^src/domains/[^/]+/', pathNot: '^src/domains/[^/]+/index\\.ts$' },
    ),
    rule(
      'domain-knows-no-app',
      'src/app composes domains; a domain that needs app is upside down.',
      { path: '^src/domains/' },
      { path: '^src/app/' },
    ),
    rule(
      'domain-has-a-place',
      'A new domain gets its place in the order at the top of this file.',
      { path: '^src/domains/', pathNot: `^src/domains/(?:${DOMAINS.join('|')})/` },
      {},
    ),
    ...orderRules,
    rule(
      'sql-only-in-queries',
      'All SQL of a domain is in its queries; only they, and the platform below them, know the database libraries.',
      { path: '^src/', pathNot: [TESTS, ...SQL_HOMES].join('|') },
      { path: SQL_LIBRARIES },
    ),
    rule(
      'queue-only-in-jobs',
      'Jobs are added and run through platform/jobs.ts.',
      { path: '^src/', pathNot: `${TESTS}|^src/platform/jobs\\.ts$` },
      { path: 'node_modules/graphile-worker/' },
    ),
    rule(
      'views-import-no-database',
      'A view shows what it is given: it can neither ask the database nor hold a connection.',
      { path: VIEWS.join('|') },
      { path: `/queries(?:\\.ts$|/)|^src/platform/(?:context\\.ts$|jobs\\.ts$|database/)|${SQL_LIBRARIES}` },
    ),
    rule(
      'islands-import-only-islands-and-lib',
      'What runs in a browser stays small and knows no server code.',
      { path: '/islands/', pathNot: TESTS },
      { pathNot: '/islands/|^src/lib/|\\.css$' },
    ),
    rule(
      'nothing-imports-an-entry',
      'main.ts and cli.ts start things; importing one would start them twice.',
      { path: '^(?:src|test|bench)/' },
      { path: '^src/(?:main|cli)\\.ts$' },
    ),
    rule(
      'product-imports-no-test',
      'What ships does not reach for tests or measurements.',
      { path: '^src/', pathNot: TESTS },
      { path: `^(?:test|bench)/|${TESTS}` },
    ),
    rule(
      'product-imports-no-dev-dependency',
      'An installation without development packages must start.',
      { path: '^src/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
