-- One row that says what this database is: a demo on somebody's own machine, or the real thing.
create table installation (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demo', 'standard')),
  business_offset_ms bigint not null default 0,
  created_at timestamptz not null default now(),
  constraint only_a_demo_moves_its_clock check (mode = 'demo' or business_offset_ms = 0)
);

-- Rate limits; the shape is the one rate-limiter-flexible expects.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

create table staff (
  id uuid primary key default gen_random_uuid(),
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  locale text not null default 'en',
  created_at timestamptz not null,
  created_by text not null,
  closed_at timestamptz,
  closed_by text
);
create unique index staff_email on staff (lower(email));

create table staff_password (
  staff_id uuid primary key references staff (id) on delete cascade,
  hash text not null,
  set_at timestamptz not null
);

-- A role for one brand, or for all of them when brand_id is null.
create table staff_role (
  id bigint generated always as identity primary key,
  staff_id uuid not null references staff (id) on delete cascade,
  role text not null check (role in ('agent', 'supervisor', 'editor', 'moderator', 'admin')),
  brand_id text,
  granted_at timestamptz not null,
  granted_by text not null,
  unique nulls not distinct (staff_id, role, brand_id)
);

create table staff_session (
  token_hash text primary key,
  staff_id uuid not null references staff (id) on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index staff_session_staff on staff_session (staff_id);

create table setup_link (
  token_hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What staff did, for the audit log: who, what, on what, when.
create table staff_activity (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  brand_id text,
  action text not null,
  subject text not null,
  details jsonb not null default '{}'
);
create index staff_activity_recent on staff_activity (at desc);
