-- Customers: people with an account at one brand. The same address at another brand is another account.
create table customer (
  id uuid primary key default gen_random_uuid(),
  brand_id text not null references brand (id) on delete cascade,
  email text not null check (length(email) between 3 and 254),
  -- What makes two spellings one address: small letters, the domain in ASCII.
  email_key text not null check (length(email_key) between 3 and 320),
  email_confirmed_at timestamptz not null,
  name text not null default '' check (length(name) <= 120),
  locale text not null,
  zone text not null default 'UTC',
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  phone_confirmed_at timestamptz,
  billing_address jsonb,
  created_at timestamptz not null,
  unique (brand_id, email_key)
);

create table customer_password (
  customer_id uuid primary key references customer (id) on delete cascade,
  hash text not null,
  set_at timestamptz not null
);

-- Wall time. A session belongs to one brand's cookie.
create table customer_session (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  customer_id uuid not null references customer (id) on delete cascade,
  method text not null check (method in ('password', 'link', 'passkey', 'recovery')),
  -- The factor that came second, when one was asked for.
  second_factor text check (second_factor in ('authenticator', 'recoveryCode')),
  device text not null check (length(device) <= 200),
  network text not null check (length(network) <= 80),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  check ((ended_at is null) = (ended_because is null))
);
create index customer_session_customer on customer_session (customer_id, seen_at desc);
create index customer_session_expiry on customer_session (expires_at);

-- A key in a mail that works once. Wall time.
create table customer_link (
  token_hash text primary key,
  brand_id text not null references brand (id) on delete cascade,
  customer_id uuid references customer (id) on delete cascade,
  kind text not null check (kind in ('signUp', 'signIn', 'recover', 'confirmEmail', 'undoEmail')),
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index customer_link_expiry on customer_link (expires_at);
create index customer_link_customer on customer_link (customer_id);

-- The first factor was right and the second is still asked for. Wall time.
create table customer_challenge (
  token_hash text primary key,
  customer_id uuid not null references customer (id) on delete cascade,
  method text not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table customer_authenticator (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id) on delete cascade,
  -- Sealed with the installation's key; see src/platform/secret-box.ts.
  secret text not null,
  added_at timestamptz not null,
  confirmed_at timestamptz,
  -- The last time step a code was taken of: a code works once.
  last_step bigint not null default 0
);
create unique index customer_authenticator_one on customer_authenticator (customer_id) where confirmed_at is not null;

create table customer_recovery_code (
  customer_id uuid not null references customer (id) on delete cascade,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (customer_id, code_hash)
);

-- What happened on an account, for its owner to see.
create table customer_activity (
  id bigint generated always as identity primary key,
  customer_id uuid not null references customer (id) on delete cascade,
  at timestamptz not null,
  kind text not null check (length(kind) <= 40),
  device text not null default '',
  network text not null default '',
  details jsonb not null default '{}'
);
create index customer_activity_recent on customer_activity (customer_id, at desc, id desc);

create table household_profile (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id) on delete cascade,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  unique (customer_id, name)
);

-- What somebody does not want to be told of; without a row they are told.
create table customer_notification_off (
  customer_id uuid not null references customer (id) on delete cascade,
  kind text not null check (kind in ('subscriptionChange', 'charge', 'renewal', 'trialEnd', 'incident')),
  switched_off_at timestamptz not null,
  primary key (customer_id, kind)
);
