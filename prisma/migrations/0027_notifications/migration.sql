-- Notifications: told in the house, and sent out as one digest a day by the channels that somebody chose.
create table notification (
  id uuid not null,
  account_id uuid not null,
  key text not null,
  topic text not null,
  "values" jsonb not null,
  href text not null,
  created_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  digest_day date,
  constraint notification_pkey primary key (id),
  constraint notification_account_id_fkey foreign key (account_id) references account(id) on delete cascade on update cascade
);
-- The same matter is told once.
create unique index notification_account_id_key_key on notification (account_id, key);
create index notification_account_id_created_at_id_idx on notification (account_id, created_at desc, id);
create index notification_waiting on notification (account_id) where read_at is null and digest_day is null;

create table notification_choice (
  account_id uuid not null,
  email bytea,
  email_problem text,
  robot text not null default 'none',
  webhook bytea,
  webhook_problem text,
  digest_hour integer not null default 7,
  quiet_from integer not null default 21,
  quiet_until integer not null default 7,
  locale text not null,
  version integer not null default 1,
  constraint notification_choice_pkey primary key (account_id),
  constraint notification_choice_account_id_fkey foreign key (account_id) references account(id) on delete cascade on update cascade,
  constraint notification_choice_robot check (robot in ('none', 'wecom', 'dingtalk') and (robot = 'none') = (webhook is null)),
  constraint notification_choice_hours check (
    digest_hour between 0 and 23 and quiet_from between 0 and 23 and quiet_until between 0 and 23)
);

create table notification_delivery (
  id uuid not null,
  account_id uuid not null,
  channel text not null,
  day date not null,
  state text not null default 'waiting',
  attempts integer not null default 0,
  next_at timestamptz(3) not null default now(),
  problem text,
  created_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  constraint notification_delivery_pkey primary key (id),
  constraint notification_delivery_account_id_fkey foreign key (account_id) references account(id) on delete cascade on update cascade,
  constraint notification_delivery_channel check (channel in ('email', 'webhook')),
  constraint notification_delivery_state check (state in ('waiting', 'sent', 'given_up', 'wrong_address')),
  constraint notification_delivery_ended check ((state = 'waiting') = (ended_at is null))
);
-- One digest a day at most.
create unique index notification_delivery_account_id_channel_day_key on notification_delivery (account_id, channel, day);
create index notification_delivery_due on notification_delivery (next_at) where state = 'waiting';

create table notification_round (
  room text not null,
  day date not null,
  constraint notification_round_pkey primary key (room)
);

create table calendar_feed (
  account_id uuid not null,
  secret_hash text not null,
  secret bytea not null,
  made_at timestamptz(3) not null default now(),
  constraint calendar_feed_pkey primary key (account_id),
  constraint calendar_feed_account_id_fkey foreign key (account_id) references account(id) on delete cascade on update cascade
);
create unique index calendar_feed_secret_hash_key on calendar_feed (secret_hash);
