-- Pay: items and which of them count, what was paid as a ledger, what civil servants get, and the figures kept of it. Money is fen.
create table pay_item (
    id smallint not null,
    code text not null,
    side text not null,
    part text not null,
    name text not null,
    name_en text not null,
    aliases text[] not null default '{}',

    constraint pay_item_pkey primary key (id)
);
create unique index pay_item_code_key on pay_item(code);
alter table pay_item
  add constraint pay_item_side check (side in ('teacher', 'civil', 'both')),
  add constraint pay_item_part check (part in ('basic', 'allowance', 'year_end', 'award', 'other'));

create table pay_basis (
    id uuid not null,
    item_id smallint not null,
    org_id uuid not null,
    from_year integer not null,
    counts boolean,
    reason text not null,
    document_no text,
    set_by_id uuid,
    set_by_name text not null,
    set_at timestamptz(3) not null default current_timestamp,

    constraint pay_basis_pkey primary key (id)
);
create index pay_basis_item_id_org_id_from_year_idx on pay_basis(item_id, org_id, from_year);
alter table pay_basis add constraint pay_basis_item_id_fkey foreign key (item_id) references pay_item(id) on delete restrict on update cascade;
alter table pay_basis add constraint pay_basis_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table pay_basis
  add constraint pay_basis_year check (from_year between 1990 and 2100);

create table pay_slip (
    id uuid not null,
    person_id uuid not null,
    year integer not null,
    month integer not null,
    org_id uuid not null,
    kind text not null,
    items smallint[] not null,
    fen bigint[] not null,
    reverses_id uuid,
    batch_id uuid,
    note text,
    by_id uuid,
    by_name text not null,
    at timestamptz(3) not null default current_timestamp,

    constraint pay_slip_pkey primary key (id)
);
create index pay_slip_person_id_year_month_idx on pay_slip(person_id, year, month);
create unique index pay_slip_reverses_id_key on pay_slip(reverses_id);
create index pay_slip_whole_year on pay_slip (person_id, year) where month = 0;
create index pay_slip_batch on pay_slip (batch_id) where batch_id is not null;
alter table pay_slip add constraint pay_slip_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table pay_slip add constraint pay_slip_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table pay_slip add constraint pay_slip_reverses_id_fkey foreign key (reverses_id) references pay_slip(id) on delete restrict on update cascade;
alter table pay_slip
  add constraint pay_slip_year check (year between 1990 and 2100),
  add constraint pay_slip_month check (month between 0 and 12),
  add constraint pay_slip_amounts check (cardinality(items) = cardinality(fen) and cardinality(items) > 0
    and array_position(fen, null) is null and array_position(items, null) is null),
  add constraint pay_slip_kind check (kind in ('paid', 'reversal')),
  add constraint pay_slip_only_reversals_reverse check ((kind = 'reversal') = (reverses_id is not null));

create table pay_month (
    person_id uuid not null,
    year integer not null,
    month integer not null,
    months integer not null,
    org_id uuid,
    county_id uuid,
    stage text not null,
    place_type text not null,
    title_level text not null,
    sex text not null,
    age_band text not null,
    why text not null,
    items smallint[] not null,
    fen bigint[] not null,

    constraint pay_month_pkey primary key (person_id, year, month)
);
create index pay_month_county_id_year_month_idx on pay_month(county_id, year, month);
create index pay_month_org_id_year_idx on pay_month(org_id, year);
alter table pay_month add constraint pay_month_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table pay_month add constraint pay_month_months check (months between 0 and 12 and (why = '') = (months > 0));

create table pay_figure (
    county_id uuid not null,
    year integer not null,
    month integer not null,
    dimension text not null,
    value text not null,
    item_id smallint not null,
    fen bigint not null,

    constraint pay_figure_pkey primary key (county_id, year, dimension, month, value, item_id)
);
alter table pay_figure add constraint pay_figure_county_id_fkey foreign key (county_id) references organisation(id) on delete cascade on update cascade;

create table pay_heads (
    county_id uuid not null,
    year integer not null,
    month integer not null,
    dimension text not null,
    value text not null,
    people integer not null,
    months integer not null,

    constraint pay_heads_pkey primary key (county_id, year, dimension, month, value)
);
alter table pay_heads add constraint pay_heads_county_id_fkey foreign key (county_id) references organisation(id) on delete cascade on update cascade;

create table pay_stale (
    person_id uuid not null,

    constraint pay_stale_pkey primary key (person_id)
);
alter table pay_stale add constraint pay_stale_person_id_fkey foreign key (person_id) references person(id) on delete cascade on update cascade;

create table pay_benchmark (
    id uuid not null,
    county_id uuid not null,
    year integer not null,
    version integer not null,
    state text not null,
    fen bigint not null,
    parts jsonb not null default '{}',
    people integer,
    source text not null,
    document_no text not null,
    note text,
    effective_on date not null,
    paper_id uuid,
    set_by_id uuid,
    set_by_name text not null,
    set_at timestamptz(3) not null default current_timestamp,

    constraint pay_benchmark_pkey primary key (id)
);
create unique index pay_benchmark_county_id_year_version_key on pay_benchmark(county_id, year, version);
alter table pay_benchmark add constraint pay_benchmark_county_id_fkey foreign key (county_id) references organisation(id) on delete restrict on update cascade;
alter table pay_benchmark add constraint pay_benchmark_paper_id_fkey foreign key (paper_id) references attachment(id) on delete restrict on update cascade;
alter table pay_benchmark
  add constraint pay_benchmark_fen check (fen > 0),
  add constraint pay_benchmark_version check (version > 0),
  add constraint pay_benchmark_year check (year between 1990 and 2100),
  add constraint pay_benchmark_state check (state in ('provisional', 'final')),
  add constraint pay_benchmark_source check (source in ('typed', 'people', 'feed'));

-- Slips and benchmarks are added, never changed.
create function pay_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $$;
create trigger pay_slip_is_final before update or delete on pay_slip for each row execute function pay_is_final();
create trigger pay_benchmark_is_final before update or delete on pay_benchmark for each row execute function pay_is_final();
create trigger pay_basis_is_final before update or delete on pay_basis for each row execute function pay_is_final();

-- What was paid to people in months, all slips together, and how they stood at the end of each 口径范围: on the establishment of a public
-- school of compulsory education, in service, paid by the county. Made anew for the keys given. Whoever writes for one person waits
-- for the other, so that none of their slips is missed.
-- Compiling such a statement takes longer than running it.
create function pay_keep(who uuid[], years int[], months int[]) returns void language plpgsql set jit = off as $$
begin
  perform from person p where p.id = any(who) order by p.id for no key update;
  if exists (select from pay_slip y join pay_slip s on s.person_id = y.person_id and s.year = y.year and s.month > 0 and s.kind = 'paid'
      where y.person_id = any(who) and y.month = 0 and y.kind = 'paid'
        and not exists (select from pay_slip r where r.reverses_id = y.id)
        and not exists (select from pay_slip r where r.reverses_id = s.id)) then
    raise exception 'a year is paid as a whole or by months' using errcode = '23P01', constraint = 'pay_slip_whole_or_months';
  end if;
  insert into pay_month as m (person_id, year, month, months, org_id, county_id, stage, place_type, title_level, sex, age_band, why,
    items, fen)
  with k as materialized (
    select distinct x.person_id, x.year, x.month from unnest(who, years, months) as x(person_id, year, month)
  ), slip as materialized (
    select k.person_id, k.year, k.month, s.items, s.fen, count(*) over (partition by k.person_id, k.year, k.month) as of_month
    from k join pay_slip s on s.person_id = k.person_id and s.year = k.year and s.month = k.month
  ), net as (
    select person_id, year, month, items, fen from slip where of_month = 1
    union all
    select person_id, year, month, coalesce(array_agg(item order by item) filter (where fen <> 0), '{}'),
      coalesce(array_agg(fen order by item) filter (where fen <> 0), '{}')
    from (select s.person_id, s.year, s.month, u.item, sum(u.fen)::bigint as fen from slip s cross join unnest(s.items, s.fen) as u(item, fen)
      where of_month > 1 group by 1, 2, 3, 4) n group by 1, 2, 3
  ), ends as materialized (
    select k.person_id, k.year, k.month, (make_date(k.year, x.of, 1) + interval '1 month' - interval '1 day')::date as day
    from k join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)) x(of) on k.month in (0, x.of)
  ), at_end as materialized (
    select d.person_id, d.year, d.month, d.day, e.org_id, e.establishment_org_id, e.pay_org_id, e.stage, e.title_level, e.sex,
      e.birth_date, e.status
    from ends d join roster_entry e on e.person_id = d.person_id and e.valid_from <= d.day and d.day < e.valid_to
  ), stood as (
    select e.person_id, e.year, e.month, e.day, e.org_id, est.county_id, e.stage, o.place_type, e.title_level, e.sex, e.birth_date,
      case when e.status not in ('in_post', 'loaned_out', 'study_leave', 'maternity_leave', 'sick_leave', 'awaiting_post') then 'status'
        when est.id is null then 'establishment' when not est.is_public then 'public'
        when est.county_id is null then 'county'
        when coalesce(e.stage, '') not in ('primary', 'junior', 'special') then 'stage'
        when e.pay_org_id <> e.org_id and payer.county_id is distinct from est.county_id then 'payer'
        else '' end as why
    from at_end e
    join organisation o on o.id = e.org_id
    left join organisation est on est.id = e.establishment_org_id
    left join organisation payer on payer.id = e.pay_org_id and e.pay_org_id <> e.org_id
  ), chosen as (
    select distinct on (person_id, year, month) *, count(*) filter (where why = '') over (partition by person_id, year, month)::int as worked
    from stood order by person_id, year, month, why = '' desc, day desc
  )
  select n.person_id, n.year, n.month, case when n.items = '{}' then 0 else coalesce(c.worked, 0) end, c.org_id, c.county_id,
    coalesce(c.stage, ''), coalesce(c.place_type, ''), coalesce(c.title_level, ''), coalesce(c.sex, ''),
    case when c.birth_date is null then '' when c.birth_date > c.day - interval '30 years' then 'to_29'
      when c.birth_date > c.day - interval '40 years' then 'to_39' when c.birth_date > c.day - interval '50 years' then 'to_49'
      else 'from_50' end,
    case when n.items = '{}' then 'nothing' else coalesce(c.why, 'roster') end, n.items, n.fen
  from net n left join chosen c on c.person_id = n.person_id and c.year = n.year and c.month = n.month
  order by 1, 2, 3
  on conflict (person_id, year, month) do update set months = excluded.months, org_id = excluded.org_id,
    county_id = excluded.county_id, stage = excluded.stage, place_type = excluded.place_type, title_level = excluded.title_level,
    sex = excluded.sex, age_band = excluded.age_band, why = excluded.why, items = excluded.items, fen = excluded.fen
  where m is distinct from excluded;
end $$;

create function pay_slip_is_kept() returns trigger language plpgsql as $$
begin
  if exists (select from added a, unnest(a.items) as u(item) where not exists (select from pay_item i where i.id = u.item)) then
    raise exception 'a slip names an item that is not there' using errcode = '23503', constraint = 'pay_slip_item';
  end if;
  if exists (select from added a join pay_slip o on o.id = a.reverses_id
      where a.person_id <> o.person_id or (a.year, a.month) <> (o.year, o.month) or a.items <> o.items
        or o.kind <> 'paid' or a.fen <> (select array_agg(-f order by n) from unnest(o.fen) with ordinality as u(f, n))) then
    raise exception 'a reversal takes back exactly what was paid' using errcode = '23514', constraint = 'pay_slip_reversal';
  end if;
  perform pay_keep(array_agg(person_id), array_agg(year), array_agg(month)) from added having count(*) > 0;
  return null;
end $$;
create trigger pay_slip_is_kept after insert on pay_slip
  referencing new table as added for each statement execute function pay_slip_is_kept();

-- Figures of a county follow its people's months in the same statement, always in one order: of all by month and by the year, and of
-- the parts that explain by the year.
create function pay_month_counts() returns trigger language plpgsql set jit = off as $$
declare
  columns text := 'county_id, year, month, months, stage, place_type, title_level, sex, age_band, items, fen';
  gone text := format('select %s, -1 as one from gone where why = ''''', columns);
  come text := format('select %s, 1 as one from come where why = ''''', columns);
  change text := case tg_op when 'INSERT' then come when 'DELETE' then gone else gone || ' union all ' || come end;
begin
  execute format($sql$
    insert into pay_heads as h (county_id, year, month, dimension, value, people, months)
    select c.county_id, c.year, case d.dimension when 'all' then c.month else 0 end, d.dimension, d.value, sum(c.people), sum(c.months)
    from (select county_id, year, month, stage, place_type, title_level, sex, age_band, sum(one)::int as people,
        sum(one * months)::int as months from (%s) x group by 1, 2, 3, 4, 5, 6, 7, 8) c
    cross join lateral (values ('all', ''), ('year', ''), ('stage', c.stage), ('place', c.place_type), ('title', c.title_level), ('sex', c.sex),
      ('age', c.age_band)) d(dimension, value)
    group by 1, 2, 3, 4, 5 having sum(c.people) <> 0 or sum(c.months) <> 0 order by 1, 2, 4, 3, 5
    on conflict (county_id, year, dimension, month, value) do update
      set people = h.people + excluded.people, months = h.months + excluded.months
  $sql$, change);
  execute format($sql$
    insert into pay_figure as f (county_id, year, month, dimension, value, item_id, fen)
    select c.county_id, c.year, case d.dimension when 'all' then c.month else 0 end, d.dimension, d.value, c.item, sum(c.fen)
    from (select county_id, year, month, stage, place_type, title_level, sex, age_band, u.item, sum(one * u.fen) as fen
        from (%s) x cross join unnest(x.items, x.fen) as u(item, fen) group by 1, 2, 3, 4, 5, 6, 7, 8, 9) c
    cross join lateral (values ('all', ''), ('year', ''), ('stage', c.stage), ('place', c.place_type), ('title', c.title_level), ('sex', c.sex),
      ('age', c.age_band)) d(dimension, value)
    group by 1, 2, 3, 4, 5, 6 having sum(c.fen) <> 0 order by 1, 2, 4, 3, 5, 6
    on conflict (county_id, year, dimension, month, value, item_id) do update set fen = f.fen + excluded.fen
  $sql$, change);
  return null;
end $$;
create trigger pay_month_come after insert on pay_month
  referencing new table as come for each statement execute function pay_month_counts();
create trigger pay_month_moved after update on pay_month
  referencing old table as gone new table as come for each statement execute function pay_month_counts();
create trigger pay_month_gone after delete on pay_month
  referencing old table as gone for each statement execute function pay_month_counts();

-- Whose roster was written has their months looked at again.
create function pay_roster_makes_stale() returns trigger language plpgsql as $$
begin
  insert into pay_stale (person_id) select distinct c.person_id from changed c
  where exists (select from pay_month m where m.person_id = c.person_id) order by 1 on conflict do nothing;
  return null;
end $$;
create trigger pay_roster_came after insert on roster_entry
  referencing new table as changed for each statement execute function pay_roster_makes_stale();
create trigger pay_roster_went after delete on roster_entry
  referencing old table as changed for each statement execute function pay_roster_makes_stale();

insert into pay_item (id, code, side, part, name, name_en, aliases) values
  (1, 'post', 'teacher', 'basic', '岗位工资', 'Post pay', '{职务工资}'),
  (2, 'grade', 'teacher', 'basic', '薪级工资', 'Grade pay', '{级别工资,薪级}'),
  (3, 'performance_base', 'teacher', 'allowance', '基础性绩效工资', 'Basic performance pay', '{基础绩效,基础性绩效}'),
  (4, 'performance_reward', 'teacher', 'allowance', '奖励性绩效工资', 'Reward performance pay', '{奖励绩效,奖励性绩效}'),
  (5, 'year_end', 'both', 'year_end', '年终一次性奖金', 'Year-end bonus', '{年终奖,十三月工资,第十三个月工资}'),
  (6, 'civilisation', 'both', 'award', '文明奖', 'Civilisation award', '{精神文明奖,文明单位奖}'),
  (7, 'safety', 'both', 'award', '平安奖', 'Safety award', '{综治奖,平安建设奖}'),
  (8, 'assessment', 'both', 'award', '年度考核奖', 'Assessment award', '{考核奖,绩效增量,绩效考核增量}'),
  (9, 'seniority', 'teacher', 'other', '教龄津贴', 'Seniority allowance', '{教龄补贴,教护龄津贴}'),
  (10, 'special_needs', 'teacher', 'other', '特教津贴', 'Special education allowance', '{特教补贴}'),
  (11, 'class_adviser', 'teacher', 'other', '班主任津贴', 'Class adviser allowance', '{班主任费,班主任补贴}'),
  (12, 'township', 'teacher', 'other', '乡镇工作补贴', 'Township allowance', '{乡镇补贴,乡镇津贴}'),
  (13, 'rural', 'teacher', 'other', '乡村教师补贴', 'Rural teacher allowance', '{乡村补贴,乡村教师生活补助}'),
  (14, 'housing', 'both', 'other', '住房补贴', 'Housing subsidy', '{住房公积金(单位),公积金单位部分}'),
  (15, 'heating', 'both', 'other', '取暖防暑补贴', 'Heating and cooling', '{取暖费,采暖补贴,防暑降温费}'),
  (16, 'transport', 'both', 'other', '交通补贴', 'Transport allowance', '{公务交通补贴,车补}'),
  (17, 'insurance', 'both', 'other', '社会保险（单位）', 'Social insurance (employer)', '{单位社保,社保单位部分}'),
  (18, 'arrears', 'teacher', 'other', '补发以前年度', 'Arrears of other years', '{补发,补发工资}'),
  (19, 'duty', 'civil', 'basic', '职务（职级）工资', 'Duty pay', '{}'),
  (20, 'rank', 'civil', 'basic', '级别工资', 'Rank pay', '{}'),
  (21, 'regulated', 'civil', 'allowance', '规范津贴补贴', 'Regulated allowances', '{津贴补贴,规范津补贴}');
