-- Secret addresses of the calendars of studios and schools; and who was booked for what is cancelled, which calendars show as such.

create table studio_feed (
    kind text not null,
    subject_id uuid not null,
    secret bytea not null,
    secret_hash text not null,
    made_at timestamptz(3) not null default current_timestamp,

    constraint studio_feed_pkey primary key (kind, subject_id)
);
create unique index studio_feed_secret_hash_key on studio_feed(secret_hash);
alter table studio_feed add constraint studio_feed_kind check (kind in ('studio', 'school'));

alter table studio_booking add column is_released boolean not null default false;
alter table studio_booking drop constraint studio_booking_free;
alter table studio_booking add constraint studio_booking_free
  exclude using gist (hashtextextended(key, 0) with =, key with =, tstzrange(starts_at, ends_at) with &&) where (not is_released);
create index studio_booking_key_idx on studio_booking(key);
