-- A round can be opened again for needs while nobody has volunteered; what schools offer lies in the round's school year.

create or replace function exchange_round_step() returns trigger language plpgsql as $$
declare
  steps constant text[] := array['needs', 'volunteering', 'contest', 'matching', 'decided'];
  step constant int := array_position(steps, new.state) - array_position(steps, old.state);
  is_reopened constant boolean := old.state = 'volunteering' and new.state = 'needs';
begin
  if step not in (0, 1) and not is_reopened and not (old.state = 'decided' and new.state = 'matching') then
    raise exception 'round_step' using errcode = 'SX001';
  end if;
  if is_reopened and exists (select from exchange_application where round_id = new.id) then
    raise exception 'has_volunteers' using errcode = 'SX001';
  end if;
  if (new.state = 'needs') <> (new.needs_locked_at is null) then
    raise exception 'needs_not_locked' using errcode = 'SX001';
  end if;
  if new.org_id <> old.org_id or new.school_year <> old.school_year then
    raise exception 'round_moved' using errcode = 'SX001';
  end if;
  return new;
end $$;

-- A round that has left its first step is kept.
create function exchange_round_kept() returns trigger language plpgsql as $$
begin
  if old.state <> 'needs' or exists (select from exchange_need where round_id = old.id) then
    raise exception 'round_kept' using errcode = 'SX001';
  end if;
  return old;
end $$;
create trigger exchange_round_kept before delete on exchange_round
  for each row execute function exchange_round_kept();

alter table exchange_round
  add constraint exchange_round_year check (school_year between 2000 and 2100);

-- The host belongs to the round's county, or to the prefecture itself; the posting starts in the round's school year.
create function exchange_need_place() returns trigger language plpgsql as $$
declare
  round record;
begin
  select r.org_id, r.school_year into round from exchange_round r where r.id = new.round_id;
  if round.org_id is distinct from (select coalesce(county_id, prefecture_id) from organisation where id = new.org_id) then
    raise exception 'host_elsewhere' using errcode = 'SX004';
  end if;
  if new.valid_from < make_date(round.school_year, 9, 1) or new.valid_from >= make_date(round.school_year + 1, 9, 1) then
    raise exception 'outside_school_year' using errcode = 'SX004';
  end if;
  return new;
end $$;
create trigger exchange_need_place before insert or update on exchange_need
  for each row execute function exchange_need_place();

create unique index exchange_need_once on exchange_need (round_id, org_id, form, stage, subject, valid_from, valid_to);
alter table exchange_need
  add constraint exchange_need_form check (form in ('fixed_term', 'cross_school', 'group', 'rounds', 'support', 'principal'));
