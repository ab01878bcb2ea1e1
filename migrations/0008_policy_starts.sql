-- Which versions of a brand's documents have begun to hold. Texts that quote a policy follow these rows, and writing one
-- raises the brand's content version: so a version that starts tomorrow changes the pages tomorrow, on every node.
create table policy_start (
  hash text primary key references policy_version (hash) on delete cascade,
  brand_id text not null references brand (id) on delete cascade,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index policy_start_brand on policy_start (brand_id) where ended_at is null;
