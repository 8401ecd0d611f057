-- A step may wait at several organisations, each of which has its word. Postings 交流 stand in the registry, and follow it.

-- For whose word a row waits: where it stands itself, or a post below that was overdue and was opened to the one above.
alter table approval_wait add column for_org_id uuid;
update approval_wait set for_org_id = organisation_id;
alter table approval_wait
  alter column for_org_id set not null,
  drop constraint approval_wait_pkey,
  add constraint approval_wait_pkey primary key (case_id, organisation_id, action, for_org_id),
  add constraint approval_wait_for_org_id_fkey foreign key (for_org_id) references organisation (id) on delete restrict on update cascade;

-- Where a case may wait twice at one organisation: for more than its own word.
create index approval_wait_for_others on approval_wait (organisation_id, action) where for_org_id <> organisation_id;

-- A step is not passed while somebody's word on it is awaited.
create or replace function approval_case_moves() returns trigger language plpgsql as $$
begin
  if old.decided_at is not null then
    raise exception 'case % is decided', old.id using errcode = '23514', constraint = 'approval_case_ended';
  end if;
  if new.version <> old.version + 1 or new.steps <> old.steps or new.process <> old.process or new.subject <> old.subject then
    raise exception 'case % changes otherwise than it may', old.id using errcode = '23514', constraint = 'approval_case_version';
  end if;
  if not (case old.state
    when 'draft' then new.state in ('draft', 'withdrawn') and new.step = 0 or new.state = 'waiting' and new.step = 0
    when 'returned' then new.state in ('returned', 'withdrawn') or new.state = 'waiting' and new.step = 0
    when 'waiting' then
      new.state = 'waiting' and new.step in (0, old.step, old.step + 1)
      or new.state in ('returned', 'rejected', 'withdrawn')
      or new.state in ('notice', 'approved') and old.step = old.steps - 1 and new.step = old.step
    when 'notice' then new.state in ('notice', 'approved', 'returned', 'withdrawn') and new.step = old.step
    else false
  end) then
    raise exception 'case % does not go from % % to % %', old.id, old.state, old.step, new.state, new.step
      using errcode = '23514', constraint = 'approval_case_order';
  end if;
  if old.state = 'waiting' and (new.state in ('notice', 'approved') or new.state = 'waiting' and new.step = old.step + 1)
    and exists (select from approval_wait where case_id = new.id) then
    raise exception 'somebody''s word on case % is awaited', old.id using errcode = '23514', constraint = 'approval_case_awaited';
  end if;
  return new;
end $$;

-- Whom a case is about without being its applicant: they read it and do not decide it.
alter table approval_party
  drop constraint approval_party_relation,
  add constraint approval_party_relation check (relation in ('applicant', 'relative', 'endorser', 'concerned'));

-- What the day says of a posting (ahead, in force, over) is not stored; that it was called off is.
alter table exchange_posting
  drop constraint exchange_posting_once,
  drop constraint exchange_posting_state,
  add column cancelled_at timestamptz(3);
drop index exchange_posting_seat_once;
update exchange_posting set cancelled_at = now() where state = 'cancelled';
alter table exchange_posting
  drop column state,
  add column reason text not null default '',
  add constraint exchange_posting_once
    exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, daterange(valid_from, valid_to) with &&)
    where (is_full_time and cancelled_at is null),
  add constraint exchange_posting_form check (form in ('fixed_term', 'cross_school', 'group', 'rounds', 'support', 'principal')),
  add constraint exchange_posting_arrival check (arrived_on is null or arrived_on < valid_to),
  add constraint exchange_posting_reason check (char_length(reason) <= 500),
  add constraint exchange_posting_need_id_fkey foreign key (need_id) references exchange_need (id) on delete restrict on update cascade,
  add constraint exchange_posting_appointment_id_fkey foreign key (appointment_id) references appointment (id)
    on delete set null on update cascade;
create unique index exchange_posting_seat_once on exchange_posting (need_id, seat) where cancelled_at is null;
create unique index exchange_posting_appointment_id_key on exchange_posting (appointment_id);
create index exchange_posting_need_id_idx on exchange_posting (need_id);

-- No more people than the post has places, whoever wrote them.
create function exchange_posting_fits() returns trigger language plpgsql as $$
begin
  if new.seat > (select places from exchange_need where id = new.need_id) then
    raise exception 'no such seat' using errcode = 'SX005';
  end if;
  return new;
end $$;
create trigger exchange_posting_fits before insert or update of seat, need_id on exchange_posting
  for each row when (new.need_id is not null) execute function exchange_posting_fits();

-- Whoever ends an appointment in the registry (retirement, leaving) ends the posting that stands for it.
create function exchange_posting_follows() returns trigger language plpgsql as $$
begin
  update exchange_posting set valid_to = new.valid_to, end_reason = coalesce(new.end_reason, end_reason), version = version + 1
  where appointment_id = new.id and valid_to > new.valid_to;
  return null;
end $$;
create trigger exchange_posting_follows after update of valid_to on appointment
  for each row when (new.valid_to is not null and new.valid_to is distinct from old.valid_to)
  execute function exchange_posting_follows();

alter table exchange_assessment
  add constraint exchange_assessment_text check (char_length(text) between 1 and 2000);
alter table exchange_log
  add constraint exchange_log_text check (char_length(text) between 1 and 2000);
