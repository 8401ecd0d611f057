-- What studios do: activities, the people and rooms that they take, which cannot overlap; the host school's word; who was there, and whether
-- they use what they saw.

create table studio_activity (
    id uuid not null,
    studio_id uuid not null,
    series_id uuid,
    kind text not null,
    title text not null,
    about text not null default '',
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    host_id uuid not null,
    room text,
    online_url text,
    stage text not null,
    subject text not null,
    tenths integer not null default 0,
    state text not null default 'planned',
    sequence integer not null default 0,
    cancelled_why text,
    asked_at timestamptz(3) not null default current_timestamp,
    is_reminded boolean not null default false,
    confirmed_by_name text,
    confirmed_at timestamptz(3),
    version integer not null default 1,

    constraint studio_activity_pkey primary key (id)
);
create index studio_activity_studio_id_starts_at_idx on studio_activity(studio_id, starts_at);
create index studio_activity_host_id_starts_at_idx on studio_activity(host_id, starts_at);
create index studio_activity_series_id_idx on studio_activity(series_id);
alter table studio_activity add constraint studio_activity_studio_id_fkey foreign key (studio_id) references studio(id) on delete restrict on update cascade;
alter table studio_activity add constraint studio_activity_host_id_fkey foreign key (host_id) references organisation(id) on delete restrict on update cascade;
alter table studio_activity
  add constraint studio_activity_kind check (kind in ('outreach', 'forum', 'open_lesson', 'demonstration', 'seminar', 'preparation', 'research', 'online')),
  add constraint studio_activity_state check (state in ('asked', 'planned', 'held', 'confirmed', 'not_held', 'declined', 'lapsed', 'cancelled')),
  add constraint studio_activity_time check (starts_at < ends_at and ends_at <= starts_at + interval '3 days'),
  add constraint studio_activity_confirmed check ((confirmed_at is null) = (confirmed_by_name is null) and (state = 'confirmed') <= (confirmed_at is not null)),
  add constraint studio_activity_cancelled check ((state = 'cancelled') = (cancelled_why is not null)),
  add constraint studio_activity_tenths check (tenths between 0 and 1000 and tenths % 5 = 0),
  add constraint studio_activity_texts check (char_length(title) between 1 and 200 and char_length(about) <= 10000);

-- Who and what an activity takes: a person, or a room of a school. Of one key no two overlap.
create table studio_booking (
    activity_id uuid not null,
    key text not null,
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,

    constraint studio_booking_pkey primary key (activity_id, key)
);
alter table studio_booking add constraint studio_booking_activity_id_fkey foreign key (activity_id) references studio_activity(id) on delete cascade on update cascade;
alter table studio_booking
  add constraint studio_booking_time check (starts_at < ends_at),
  add constraint studio_booking_free
    exclude using gist (hashtextextended(key, 0) with =, key with =, tstzrange(starts_at, ends_at) with &&);

-- What the host school answered; a counter-proposal waits for the studio's word.
create table studio_answer (
    id uuid not null,
    activity_id uuid not null,
    sequence integer not null,
    answer text not null,
    starts_at timestamptz(3),
    ends_at timestamptz(3),
    note text not null default '',
    by_name text not null,
    at timestamptz(3) not null default current_timestamp,
    outcome text,

    constraint studio_answer_pkey primary key (id)
);
-- One of each date that was asked for.
create unique index studio_answer_activity_id_sequence_key on studio_answer(activity_id, sequence);
alter table studio_answer add constraint studio_answer_activity_id_fkey foreign key (activity_id) references studio_activity(id) on delete cascade on update cascade;
alter table studio_answer
  add constraint studio_answer_answer check (answer in ('accepted', 'countered', 'declined')),
  add constraint studio_answer_outcome check (outcome is null or outcome in ('taken', 'refused') and answer = 'countered'),
  add constraint studio_answer_counter check ((answer = 'countered') = (starts_at is not null and ends_at is not null)),
  add constraint studio_answer_time check (starts_at < ends_at),
  add constraint studio_answer_note check (char_length(note) <= 2000);

-- Who was there: those of the studio, and teachers of the host school. What somebody says of its use comes by a secret address.
create table studio_attendance (
    activity_id uuid not null,
    person_id uuid not null,
    org_id uuid not null,
    part text not null,
    secret_hash text,
    use text,
    use_note text not null default '',
    use_at timestamptz(3),

    constraint studio_attendance_pkey primary key (activity_id, person_id)
);
create unique index studio_attendance_secret_hash_key on studio_attendance(secret_hash);
create index studio_attendance_person_id_idx on studio_attendance(person_id);
alter table studio_attendance add constraint studio_attendance_activity_id_fkey foreign key (activity_id) references studio_activity(id) on delete cascade on update cascade;
alter table studio_attendance add constraint studio_attendance_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table studio_attendance add constraint studio_attendance_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table studio_attendance
  add constraint studio_attendance_part check (part in ('giver', 'listener')),
  add constraint studio_attendance_use check (use in ('used', 'will', 'adapted', 'not')),
  add constraint studio_attendance_said check ((use is null) = (use_at is null)),
  add constraint studio_attendance_note check (char_length(use_note) <= 1000);
