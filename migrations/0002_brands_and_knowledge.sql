-- Brands: what a pack says about a company, and how its help centre looks.
create table brand (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 60),
  kind text not null check (kind in ('operated', 'listed')),
  name text not null,
  locales text[] not null check (cardinality(locales) > 0),
  default_locale text not null,
  profile jsonb not null,
  mark text not null,
  domain text unique,
  position integer not null default 0,
  -- Raised in the same transaction as every change readers can see; nodes follow it.
  content_version bigint not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  check (default_locale = any (locales))
);

create table channel (
  brand_id text not null references brand (id) on delete cascade,
  id text not null,
  position integer not null,
  facts jsonb not null,
  primary key (brand_id, id)
);

-- What changed with which content version, so that a node catches up by reading only that.
create table content_change (
  brand_id text not null references brand (id) on delete cascade,
  version bigint not null,
  article_id uuid,
  at timestamptz not null,
  primary key (brand_id, version)
);

create table topic (
  brand_id text not null references brand (id) on delete cascade,
  id text not null,
  position integer not null,
  icon text not null,
  name jsonb not null,
  summary jsonb not null,
  primary key (brand_id, id)
);

create table author (
  brand_id text not null references brand (id) on delete cascade,
  id text not null,
  position integer not null,
  name text not null,
  role jsonb not null,
  bio jsonb not null,
  primary key (brand_id, id)
);

-- Things a customer does, and the words that ask for them.
create table brand_action (
  brand_id text not null references brand (id) on delete cascade,
  id text not null,
  position integer not null,
  label jsonb not null,
  hint jsonb not null,
  article_slug text not null,
  words jsonb not null,
  primary key (brand_id, id)
);

create table synonym_group (
  brand_id text not null references brand (id) on delete cascade,
  locale text not null,
  position integer not null,
  words text[] not null check (cardinality(words) > 1),
  primary key (brand_id, locale, position)
);

create table picture (
  brand_id text not null references brand (id) on delete cascade,
  name text not null,
  media_type text not null,
  byte_size integer not null,
  content_hash text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (brand_id, name)
);

-- An article, an error code or a device: what all its languages share.
create table article (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  shelf text not null check (shelf in ('articles', 'codes', 'devices')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  type text not null check (type in ('troubleshooting', 'guide', 'concept', 'policy', 'faq', 'tips', 'code', 'device')),
  topic_id text not null,
  author_id text,
  action_id text,
  details jsonb not null default '{}',
  tags text[] not null default '{}',
  devices text[] not null default '{}',
  codes text[] not null default '{}',
  related text[] not null default '{}',
  sources jsonb not null default '[]',
  asked_on date,
  updated_on date not null,
  verified_on date,
  review_months integer not null default 6 check (review_months between 1 and 60),
  created_at timestamptz not null,
  created_by text not null,
  unique (brand_id, shelf, slug),
  foreign key (brand_id, topic_id) references topic (brand_id, id)
);
create index article_topic on article (brand_id, topic_id);

-- One saved text in one language. Never changed, never deleted: history is the list of these.
create table revision (
  id bigint generated always as identity primary key,
  article_id uuid not null references article (id) on delete cascade,
  locale text not null,
  number integer not null,
  title text not null,
  summary text not null,
  aliases text[] not null default '{}',
  body text not null,
  -- The revision in the brand's default language this text was translated from or last compared with.
  source_revision_id bigint references revision (id),
  note text not null default '',
  created_at timestamptz not null,
  created_by text not null,
  unique (article_id, locale, number)
);

-- A revision waiting for, or having had, a second pair of eyes.
create table review (
  id bigint generated always as identity primary key,
  revision_id bigint not null references revision (id) on delete cascade,
  requested_at timestamptz not null,
  requested_by text not null,
  decision text check (decision in ('approved', 'returned')),
  decided_at timestamptz,
  decided_by text,
  note text not null default '',
  check ((decision is null) = (decided_at is null))
);
create unique index review_one_open on review (revision_id) where decision is null;

-- What readers see, and saw: a row is a stretch of time during which a revision was public.
create table publication (
  id bigint generated always as identity primary key,
  article_id uuid not null references article (id) on delete cascade,
  locale text not null,
  revision_id bigint not null references revision (id),
  published_at timestamptz not null,
  published_by text not null,
  ended_at timestamptz,
  ended_by text
);
create unique index publication_current on publication (article_id, locale) where ended_at is null;
create index publication_revision on publication (revision_id);

create table publication_schedule (
  id bigint generated always as identity primary key,
  article_id uuid not null references article (id) on delete cascade,
  locale text not null,
  revision_id bigint not null references revision (id),
  due_at timestamptz not null,
  created_at timestamptz not null,
  created_by text not null,
  done_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text
);
create unique index publication_schedule_open on publication_schedule (article_id, locale)
  where done_at is null and cancelled_at is null;

-- Readers.
create table article_feedback (
  id bigint generated always as identity primary key,
  article_id uuid not null references article (id) on delete cascade,
  locale text not null,
  helpful boolean not null,
  reason text check (reason in ('outdated', 'unclear', 'incomplete', 'did-not-work', 'translation', 'other')),
  comment text not null default '',
  at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create index article_feedback_open on article_feedback (article_id) where settled_at is null;

create table article_view_count (
  article_id uuid not null references article (id) on delete cascade,
  locale text not null,
  day date not null,
  views integer not null,
  primary key (article_id, locale, day)
);

-- What people searched, counted by day and without who.
create table search_count (
  brand_id text not null references brand (id) on delete cascade,
  locale text not null,
  day date not null,
  query text not null,
  searches integer not null,
  results integer not null,
  primary key (brand_id, locale, day, query)
);

-- Corrections readers propose to a page or a company's entry.
create table proposal (
  id bigint generated always as identity primary key,
  brand_id text not null references brand (id) on delete cascade,
  article_id uuid references article (id) on delete cascade,
  locale text not null,
  kind text not null check (kind in ('edit', 'no-longer-works', 'contact-channel')),
  text text not null,
  source text not null default '',
  at timestamptz not null,
  decision text check (decision in ('accepted', 'declined')),
  decided_at timestamptz,
  decided_by text,
  note text not null default '',
  check ((decision is null) = (decided_at is null))
);
create index proposal_open on proposal (brand_id) where decision is null;

-- The state in which each file of a pack was last loaded: the middle of the three-way comparison.
create table pack_file (
  brand_id text not null references brand (id) on delete cascade,
  path text not null,
  content_hash text not null,
  loaded_at timestamptz not null,
  primary key (brand_id, path)
);
