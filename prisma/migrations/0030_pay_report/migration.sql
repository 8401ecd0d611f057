-- The year's parity report of a county: its figures as they were when it was drawn up, with the method, items and benchmark they
-- were made by. Figures never change; a published report stays.

create table pay_report (
    id uuid not null,
    county_id uuid not null,
    year integer not null,
    number integer not null,
    state text not null default 'draft',
    figures jsonb not null,
    content_hash text not null,
    drawn_by_id uuid,
    drawn_by_name text not null,
    drawn_at timestamptz(3) not null default current_timestamp,
    decided_at timestamptz(3),
    version integer not null default 1,

    constraint pay_report_pkey primary key (id)
);
create unique index pay_report_county_id_year_number_key on pay_report(county_id, year, number);
-- One of a county and year at a time is on its way.
create unique index pay_report_on_its_way on pay_report (county_id, year) where state = 'submitted';
alter table pay_report add constraint pay_report_county_id_fkey foreign key (county_id) references organisation(id) on delete restrict on update cascade;
alter table pay_report
  add constraint pay_report_number check (number > 0),
  add constraint pay_report_year check (year between 1990 and 2100),
  add constraint pay_report_state check (state in ('draft', 'submitted', 'published', 'refused')),
  add constraint pay_report_decided check ((state in ('published', 'refused')) = (decided_at is not null));

create function pay_report_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'only a draft is removed' using errcode = '42501';
    end if;
    return old;
  end if;
  if old.state in ('published', 'refused') or (old.id, old.county_id, old.year, old.number, old.figures, old.content_hash,
      old.drawn_by_id, old.drawn_by_name, old.drawn_at)
    is distinct from (new.id, new.county_id, new.year, new.number, new.figures, new.content_hash,
      new.drawn_by_id, new.drawn_by_name, new.drawn_at) then
    raise exception 'figures of a report never change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger pay_report_stands before update or delete on pay_report for each row execute function pay_report_stands();
