-- How everybody stands in a year of training, and how many stand so: kept by the house, read by the overview.
create table training_outlook (
  person_id uuid not null,
  year integer not null,
  org_id uuid not null,
  county_id uuid,
  prefecture_id uuid,
  subject text not null,
  age_band text not null,
  place_type text not null,
  state text not null,
  why text not null,
  required integer not null,
  reached integer not null,
  missing integer not null,
  until date not null,
  constraint training_outlook_pkey primary key (person_id, year),
  constraint training_outlook_person_id_fkey foreign key (person_id) references person(id) on delete cascade on update cascade,
  constraint training_outlook_org_id_fkey foreign key (org_id) references organisation(id) on delete cascade on update cascade,
  constraint training_outlook_state check (state in ('met', 'on_course', 'behind', 'out_of_reach')),
  constraint training_outlook_why check ((why <> '') = (state = 'out_of_reach')),
  constraint training_outlook_missing check (missing >= 0)
);
create index training_outlook_county_id_year_missing_person_id_idx
  on training_outlook (county_id, year, missing desc, person_id);
create index training_outlook_org_id_year_missing_person_id_idx
  on training_outlook (org_id, year, missing desc, person_id);
create index training_outlook_year_missing_person_id_idx
  on training_outlook (year, missing desc, person_id);

create table training_figure (
  org_id uuid not null,
  year integer not null,
  dimension text not null,
  value text not null,
  state text not null,
  people integer not null,
  constraint training_figure_pkey primary key (org_id, year, dimension, value, state),
  constraint training_figure_org_id_fkey foreign key (org_id) references organisation(id) on delete cascade on update cascade,
  constraint training_figure_people check (people >= 0)
);

create table training_stale (
  person_id uuid not null,
  constraint training_stale_pkey primary key (person_id),
  constraint training_stale_person_id_fkey foreign key (person_id) references person(id) on delete cascade on update cascade
);

create table training_outlook_round (
  single boolean not null default true,
  day date not null,
  done_to uuid,
  is_done boolean not null,
  constraint training_outlook_round_pkey primary key (single),
  constraint training_outlook_round_one check (single)
);

-- Which figures somebody is counted in: those of the school, and of the county and prefecture above it.
create function training_figures_of(org_id uuid, county_id uuid, prefecture_id uuid,
  subject text, age_band text, place_type text, why text)
returns table (place uuid, dimension text, value text) language sql immutable parallel safe as $$
  select p.place, d.dimension, d.value
  from (values (org_id), (county_id), (prefecture_id)) p(place)
  cross join (values ('all', ''), ('subject', subject), ('age', age_band), ('place', place_type), ('why', why)) d(dimension, value)
  where p.place is not null and (d.dimension <> 'why' or d.value <> '')
$$;

-- The figures are kept in the statement that writes outlooks. Less comes before more: a row that is put in may not be less than 0.
create function training_outlook_counts() returns trigger language plpgsql as $$
declare
  columns text := 'org_id, county_id, prefecture_id, year, subject, age_band, place_type, state, why';
  gone text := format('select %s, -1 as one from gone', columns);
  come text := format('select %s, 1 as one from come', columns);
begin
  execute format($sql$
    with change as materialized (
      select x.place, m.year, x.dimension, x.value, m.state, sum(m.one)::int as people
      from (%s) m, training_figures_of(m.org_id, m.county_id, m.prefecture_id, m.subject, m.age_band, m.place_type, m.why) x
      group by 1, 2, 3, 4, 5 having sum(m.one) <> 0
    ), less as (
      update training_figure f set people = f.people + c.people from change c
      where c.people < 0
        and (f.org_id, f.year, f.dimension, f.value, f.state) = (c.place, c.year, c.dimension, c.value, c.state)
    )
    insert into training_figure as f (org_id, year, dimension, value, state, people)
    select * from change where people > 0 order by 1, 2, 3, 4, 5
    on conflict (org_id, year, dimension, value, state) do update set people = f.people + excluded.people
  $sql$, case tg_op when 'INSERT' then come when 'DELETE' then gone else gone || ' union all ' || come end);
  return null;
end $$;
create trigger training_outlook_come after insert on training_outlook
  referencing new table as come for each statement execute function training_outlook_counts();
create trigger training_outlook_moved after update on training_outlook
  referencing old table as gone new table as come for each statement execute function training_outlook_counts();
create trigger training_outlook_gone after delete on training_outlook
  referencing old table as gone for each statement execute function training_outlook_counts();

-- Whose lines were written has to be looked at again.
create function training_line_makes_stale() returns trigger language plpgsql as $$
begin
  insert into training_stale (person_id) select distinct person_id from added order by 1 on conflict do nothing;
  return null;
end $$;
create trigger training_line_makes_stale after insert on training_line
  referencing new table as added for each statement execute function training_line_makes_stale();
