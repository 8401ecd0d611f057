-- At most one main appointment a person a day: checked statement by statement instead of row by row. The exclusion
-- constraint took half of an import's time, and its GiST index could not tell apart ids that were made together.
--
-- Writers of one person's history wait for one another on the person's row; whom this transaction made nobody else sees.
-- Like unique indexes it looks at what others have committed by then, so it must run in READ COMMITTED (the default).
-- Nested loops: one plan serves a session's single changes and its imports, and must never read the whole table.

alter table appointment drop constraint appointment_one_main_a_day;

create function appointment_one_main_a_day() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform from person p
    where p.id in (select person_id from written where is_main) and p.xmin <> pg_current_xact_id()::xid
    order by p.id for no key update;
  if exists (
    select from written w
    join appointment a on a.person_id = w.person_id and a.id <> w.id and a.is_main
      and a.valid_from < coalesce(w.valid_to, 'infinity') and w.valid_from < coalesce(a.valid_to, 'infinity')
    where w.is_main
  ) then
    raise exception 'a person has two main appointments on one day'
      using errcode = '23P01', constraint = 'appointment_one_main_a_day', table = 'appointment';
  end if;
  return null;
end $$;

create trigger appointment_one_main_inserted after insert on appointment
  referencing new table as written for each statement execute function appointment_one_main_a_day();
create trigger appointment_one_main_updated after update on appointment
  referencing new table as written for each statement execute function appointment_one_main_a_day();
