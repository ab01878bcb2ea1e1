-- Mail and text messages on their way out. Written in the transaction that caused them, sent after its commit.
create table outgoing_message (
  id uuid primary key default gen_random_uuid(),
  medium text not null check (medium in ('mail', 'sms')),
  brand_id text references brand (id) on delete cascade,
  -- Whom or what it is about, as `customer:ID`; goes with it.
  about text not null default '',
  kind text not null check (length(kind) <= 60),
  locale text not null,
  recipient text not null check (length(recipient) between 3 and 320),
  subject text not null default '',
  -- Both are emptied once it is sent: a sign-in link is a key.
  body_text text,
  body_html text,
  queued_at timestamptz not null,
  tries integer not null default 0,
  last_tried_at timestamptz,
  last_error text,
  -- `relay` when a server took it, `mailbox` when it was only kept for the demo's mailbox.
  delivered_at timestamptz,
  delivered_to text check (delivered_to in ('relay', 'mailbox')),
  given_up_at timestamptz,
  check ((delivered_at is null) = (delivered_to is null)),
  check (delivered_at is null or given_up_at is null)
);
create index outgoing_message_recent on outgoing_message (queued_at desc);
create index outgoing_message_failing on outgoing_message (queued_at desc) where last_error is not null and delivered_at is null;
create index outgoing_message_about on outgoing_message (about) where about <> '';
