-- Passkeys: a key pair in somebody's device; we keep the public half. Wall time throughout.
create table customer_passkey (
  -- The credential's id as the device names it, base64url.
  id text primary key check (length(id) between 8 and 1400),
  customer_id uuid not null references customer (id) on delete cascade,
  -- The host it is good for: a brand on its own domain has its own.
  host text not null check (length(host) <= 253),
  public_key text not null check (length(public_key) <= 4000),
  counter bigint not null,
  transports text[] not null default '{}',
  -- Browser and system it was added with.
  device text not null check (length(device) <= 200),
  added_at timestamptz not null,
  used_at timestamptz
);
create index customer_passkey_customer on customer_passkey (customer_id, added_at);

-- What a device has to sign, once.
create table customer_passkey_challenge (
  challenge_hash text primary key,
  brand_id text not null references brand (id) on delete cascade,
  -- Whose passkey is being added; none when somebody signs in.
  customer_id uuid references customer (id) on delete cascade,
  expires_at timestamptz not null
);
create index customer_passkey_challenge_expiry on customer_passkey_challenge (expires_at);
