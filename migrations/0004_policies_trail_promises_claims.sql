-- Policies: documents somebody published, and what decides under them. The text is kept as written; nothing is ever changed.
create table policy_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  -- Without a brand: a law or a calendar, the same for all.
  brand_id text references brand (id) on delete cascade,
  document_id text not null check (length(document_id) <= 80),
  version integer not null check (version > 0),
  kind text not null check (kind in ('policy', 'calendar')),
  file text not null check (file ~ '^[a-z0-9]+(-[a-z0-9]+)*\.yaml$'),
  source text not null,
  published_at timestamptz not null,
  published_by text not null
);
create unique index policy_version_once on policy_version (coalesce(brand_id, ''), document_id, version);

-- What is being written at the desk; at most one open draft of a document.
create table policy_draft (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  document_id text not null check (length(document_id) <= 80),
  based_on text references policy_version (hash),
  created_at timestamptz not null,
  created_by text not null,
  closed_at timestamptz,
  closed_by text,
  -- What became of it: the version it was published as, or nothing when it was thrown away.
  published_as text references policy_version (hash),
  check ((closed_at is null) = (closed_by is null))
);
create unique index policy_draft_open on policy_draft (brand_id, document_id) where closed_at is null;

create table policy_draft_text (
  draft_id uuid not null references policy_draft (id) on delete cascade,
  number integer not null,
  source text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (draft_id, number)
);

-- Cases that must come out as they say before a draft can be published.
create table golden_case (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  name text not null check (length(name) <= 200),
  facts jsonb not null,
  as_of timestamptz not null,
  expected jsonb not null,
  note text not null default '',
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz,
  removed_by text,
  check ((removed_at is null) = (removed_by is null))
);
create index golden_case_brand on golden_case (brand_id, added_at) where removed_at is null;

-- Requests that were made, as they are replayed under a draft. Facts use pseudonymous ids.
create table past_request (
  brand_id text not null references brand (id) on delete cascade,
  id bigint generated always as identity,
  origin text not null check (origin in ('generated', 'decided')),
  facts jsonb not null,
  as_of timestamptz not null,
  primary key (brand_id, id)
);

-- A replay and what came of it.
create table policy_replay (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  draft_id uuid not null references policy_draft (id) on delete cascade,
  draft_text integer not null,
  asked_at timestamptz not null,
  asked_by text not null,
  cases_done integer not null default 0,
  cases_total integer not null,
  finished_at timestamptz,
  failure text,
  summary jsonb
);
create index policy_replay_draft on policy_replay (draft_id, asked_at desc);

create table policy_replay_flip (
  replay_id uuid not null references policy_replay (id) on delete cascade,
  request_id bigint not null,
  flip jsonb not null,
  primary key (replay_id, request_id)
);

-- A decision with everything that reproduces it to the last bit: facts, time, and the documents by their hashes.
create table policy_decision (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  -- What it is about, as `claim:ID`.
  subject text not null,
  facts jsonb not null,
  facts_hash text not null,
  as_of timestamptz not null,
  document_hashes text[] not null,
  calendar_hashes text[] not null,
  decision jsonb not null,
  decision_hash text not null,
  decided_at timestamptz not null,
  decided_by text not null
);
create index policy_decision_subject on policy_decision (subject, decided_at desc);
create index policy_decision_brand on policy_decision (brand_id, decided_at desc);

-- Articles that quote a value of a document that changed, until an editor has looked.
create table policy_flag (
  id bigint generated always as identity primary key,
  article_id uuid not null references article (id) on delete cascade,
  locale text not null,
  document_id text not null,
  version integer not null,
  -- The values it quotes that changed: [{name, before, after}].
  changes jsonb not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  check ((settled_at is null) = (settled_by is null)),
  unique (article_id, locale, document_id, version)
);
create index policy_flag_open on policy_flag (article_id) where settled_at is null;

-- Trail: facts about one customer's problem, each sealed with the one before. What is hashed is a salted digest; the
-- content and its salt are kept apart and can be erased without breaking the chain.
create table trail (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  subject text not null unique,
  opened_at timestamptz not null
);
create index trail_brand on trail (brand_id);

create table trail_entry (
  trail_id uuid not null references trail (id) on delete cascade,
  number integer not null check (number > 0),
  at timestamptz not null,
  kind text not null check (length(kind) <= 40),
  by text not null,
  digest text not null,
  previous_hash text not null,
  hash text not null,
  primary key (trail_id, number)
);

create table trail_content (
  trail_id uuid not null,
  number integer not null,
  content jsonb,
  salt text,
  erased_at timestamptz,
  erased_by_rule text,
  primary key (trail_id, number),
  foreign key (trail_id, number) references trail_entry (trail_id, number) on delete cascade,
  check ((content is null) = (erased_at is not null) and (salt is null) = (erased_at is not null))
);

-- Promises: who does what by when, in business time.
create table promise (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  subject text not null,
  kind text not null check (length(kind) <= 40),
  waits_for text not null check (waits_for in ('customer', 'us', 'company', 'bank', 'partner')),
  made_at timestamptz not null,
  due_at timestamptz not null,
  kept_at timestamptz,
  released_at timestamptz,
  released_because text,
  breached_at timestamptz,
  check ((released_at is null) = (released_because is null)),
  check (kept_at is null or released_at is null)
);
create index promise_subject on promise (subject, due_at);
create index promise_due on promise (due_at) where kept_at is null and released_at is null and breached_at is null;

-- While a promise waits for somebody else its clock stands still.
create table promise_pause (
  promise_id uuid not null references promise (id) on delete cascade,
  paused_at timestamptz not null,
  resumed_at timestamptz,
  because text not null,
  primary key (promise_id, paused_at)
);

create table business_hours (
  brand_id text primary key references brand (id) on delete cascade,
  zone text not null,
  -- By ISO weekday: [["09:00","12:30"],["13:30","18:00"]].
  week jsonb not null,
  holidays jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Claims: what a consumer prepares against a listed brand, behind a secret link. Gone at the latest on `expires_at`.
create table claim (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  secret_hash text not null unique,
  locale text not null,
  -- Answers by fact path, in the order they were given.
  answers jsonb not null default '[]',
  started_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  -- Set when the consumer chose to keep it.
  kept_at timestamptz
);
create index claim_expiry on claim (expires_at);

create table claim_letter (
  claim_id uuid not null references claim (id) on delete cascade,
  locale text not null,
  text text not null,
  changed_at timestamptz not null,
  primary key (claim_id, locale)
);

-- Steps done and papers at hand; taking a tick away removes the row.
create table claim_tick (
  claim_id uuid not null references claim (id) on delete cascade,
  what text not null check (length(what) <= 80),
  ticked_at timestamptz not null,
  primary key (claim_id, what)
);

create table claim_contact (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references claim (id) on delete cascade,
  at timestamptz not null,
  channel text not null check (length(channel) <= 60),
  person text not null check (length(person) <= 120),
  note text not null check (length(note) <= 8000),
  recorded_at timestamptz not null
);
create index claim_contact_claim on claim_contact (claim_id, at);
