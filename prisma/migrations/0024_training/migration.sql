-- Training: what is reported, and the ledger of what counts.
create table training_entry (
    id uuid not null,
    person_id uuid not null,
    org_id uuid not null,
    kind text not null,
    level text not null,
    category text not null,
    title text not null,
    provider text,
    starts_on date not null,
    last_day date not null,
    part text not null,
    tenths integer not null,
    evidence text not null,
    note text,
    year integer not null,
    state text not null,
    reason text,
    proof_id uuid,
    source text,
    batch_id uuid,
    submitted_at timestamptz(3) not null default current_timestamp,
    decided_at timestamptz(3),
    decided_by_id uuid,
    decided_by_name text,
    version integer not null default 1,

    constraint training_entry_pkey primary key (id)
);

create table training_line (
    id uuid not null,
    person_id uuid not null,
    entry_id uuid not null,
    kind text not null,
    tenths integer not null,
    year integer not null,
    level text not null,
    category text not null,
    reverses_id uuid,
    reversed_tenths integer,
    decision jsonb,
    note text,
    by_id uuid,
    by_name text not null,
    at timestamptz(3) not null default current_timestamp,

    constraint training_line_pkey primary key (id)
);

create table training_cycle (
    person_id uuid not null,
    first_year integer not null,
    reason text not null,
    set_by_id uuid,
    set_by_name text not null,
    set_at timestamptz(3) not null default current_timestamp,

    constraint training_cycle_pkey primary key (person_id)
);

create table training_sample (
    id uuid not null,
    org_id uuid not null,
    first_day date not null,
    last_day date not null,
    seed text not null,
    share double precision not null,
    least integer not null,
    fail_share double precision not null,
    drawn_by_id uuid,
    drawn_by_name text not null,
    drawn_at timestamptz(3) not null default current_timestamp,

    constraint training_sample_pkey primary key (id)
);

create table training_sample_entry (
    sample_id uuid not null,
    entry_id uuid not null,
    is_whole boolean not null default false,
    verdict text,
    note text,
    judged_by_id uuid,
    judged_by_name text,
    judged_at timestamptz(3),

    constraint training_sample_entry_pkey primary key (sample_id, entry_id)
);

create table training_sum (
    person_id uuid not null,
    year integer not null,
    level text not null,
    category text not null,
    tenths integer not null,

    constraint training_sum_pkey primary key (person_id,year,level,category)
);

create index training_entry_person_id_year_idx on training_entry(person_id, year);

create unique index training_line_reverses_id_key on training_line(reverses_id);

create index training_line_entry_id_idx on training_line(entry_id);

create index training_line_person_id_idx on training_line(person_id);

create unique index training_line_id_tenths_key on training_line(id, tenths);

alter table training_entry add constraint training_entry_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;

alter table training_entry add constraint training_entry_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;

alter table training_entry add constraint training_entry_proof_id_fkey foreign key (proof_id) references attachment(id) on delete restrict on update cascade;

alter table training_cycle add constraint training_cycle_person_id_fkey foreign key (person_id) references person(id) on delete cascade on update cascade;

alter table training_line add constraint training_line_entry_id_fkey foreign key (entry_id) references training_entry(id) on delete restrict on update cascade;

alter table training_line add constraint training_line_reverses_id_reversed_tenths_fkey foreign key (reverses_id, reversed_tenths) references training_line(id, tenths) on delete restrict on update restrict;

create index training_sample_org_id_idx on training_sample(org_id);

create index training_sample_entry_entry_id_idx on training_sample_entry(entry_id);

alter table training_sample add constraint training_sample_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;

alter table training_sample_entry add constraint training_sample_entry_sample_id_fkey foreign key (sample_id) references training_sample(id) on delete cascade on update cascade;

alter table training_sample_entry add constraint training_sample_entry_entry_id_fkey foreign key (entry_id) references training_entry(id) on delete restrict on update cascade;

create index training_entry_waiting on training_entry (org_id, submitted_at, id) where state = 'submitted';
create unique index training_entry_source on training_entry (person_id, source) where source is not null;
create index training_entry_batch on training_entry (batch_id) where batch_id is not null;
create unique index training_line_decided_once on training_line (entry_id) where kind = 'decision';
create unique index training_line_reversed_once on training_line (entry_id) where kind = 'reversal';

alter table training_entry
  add constraint training_entry_period check (last_day >= starts_on),
  add constraint training_entry_tenths check (tenths between 1 and 10000),
  add constraint training_entry_part check (part in ('day', 'morning', 'afternoon', 'evening', 'spread')),
  add constraint training_entry_part_of_a_day check (part in ('day', 'spread') or starts_on = last_day),
  add constraint training_entry_evidence check (evidence in ('attended', 'applied', 'confirmed')),
  add constraint training_entry_state check (state in ('submitted', 'returned', 'withdrawn', 'approved', 'reversed')),
  add constraint training_entry_said_why check (state not in ('returned', 'reversed') or reason is not null);
alter table training_line
  add constraint training_line_effect check (case kind when 'entry' then tenths = 0 when 'decision' then tenths >= 0
    when 'reversal' then tenths = -reversed_tenths and reverses_id is not null else false end),
  add constraint training_line_only_reversals_reverse check (kind = 'reversal' or reverses_id is null);
alter table training_sample
  add constraint training_sample_period check (last_day >= first_day),
  add constraint training_sample_share check (share between 0 and 1 and fail_share between 0 and 1 and least >= 0);
alter table training_sample_entry
  add constraint training_sample_entry_verdict check (verdict in ('upheld', 'failed')),
  add constraint training_sample_entry_said_why check (verdict <> 'failed' or note is not null);
alter table training_sum add constraint training_sum_tenths check (tenths >= 0);

-- The time that a training takes up, on the clock of the place.
create function training_time(starts_on date, last_day date, part text) returns tsrange
language sql immutable parallel safe as $$
  select case part
    when 'morning' then tsrange(starts_on + time '00:00', starts_on + time '12:00')
    when 'afternoon' then tsrange(starts_on + time '12:00', starts_on + time '18:00')
    when 'evening' then tsrange(starts_on + time '18:00', (starts_on + 1) + time '00:00')
    else tsrange(starts_on + time '00:00', (last_day + 1) + time '00:00')
  end
$$;
-- Nobody is at two trainings at once. A returned one takes no time until it is handed in again.
alter table training_entry add constraint training_entry_once_a_time
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =,
    training_time(starts_on, last_day, part) with &&)
  where (part <> 'spread' and state in ('submitted', 'approved'));

-- An entry goes on as the room says (entry.ts), whoever writes.
create function training_entry_moves() returns trigger language plpgsql as $$
begin
  if old.state = new.state and old.state in ('submitted', 'returned') then return new; end if;
  if (old.state, new.state) in (('submitted', 'approved'), ('submitted', 'returned'), ('submitted', 'withdrawn'),
    ('returned', 'submitted'), ('returned', 'withdrawn'), ('approved', 'reversed')) then return new; end if;
  raise exception 'entry % does not go from % to %', old.id, old.state, new.state
    using errcode = '23514', constraint = 'training_entry_order';
end $$;
create trigger training_entry_moves before update on training_entry
  for each row execute function training_entry_moves();

-- Lines are added, never changed.
create function training_line_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'lines of the training ledger are never changed' using errcode = '42501';
end $$;
create trigger training_line_is_final before update or delete on training_line
  for each row execute function training_line_is_final();

-- The sums are kept by whoever writes lines, in the same statement; always in one order, so that two writers never wait for each other.
create function training_line_adds_up() returns trigger language plpgsql as $$
begin
  -- What is taken back was added before: its sums are there.
  perform from training_sum s where (s.person_id, s.year, s.level, s.category) in (
    select person_id, year, level, category from added where tenths < 0)
    order by s.person_id, s.year, s.level, s.category for update;
  update training_sum s set tenths = s.tenths + a.tenths
  from (select person_id, year, level, category, sum(tenths)::int as tenths from added where tenths < 0
    group by person_id, year, level, category) a
  where (s.person_id, s.year, s.level, s.category) = (a.person_id, a.year, a.level, a.category);
  insert into training_sum (person_id, year, level, category, tenths)
  select person_id, year, level, category, sum(tenths) from added where tenths > 0
  group by person_id, year, level, category
  order by person_id, year, level, category
  on conflict (person_id, year, level, category) do update set tenths = training_sum.tenths + excluded.tenths;
  return null;
end $$;
create trigger training_line_adds_up after insert on training_line
  referencing new table as added for each statement execute function training_line_adds_up();
