-- Somebody asked for their account to be deleted. Business time. Signing in takes it back; with the account the row goes.
create table customer_deletion (
  customer_id uuid primary key references customer (id) on delete cascade,
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at > asked_at)
);
create index customer_deletion_due on customer_deletion (due_at);
