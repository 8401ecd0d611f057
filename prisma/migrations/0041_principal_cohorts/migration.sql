-- Cohorts of 名校长: a cycle with its number of places; who wants to be in it, how they are judged, and who holds a place.

create table principal_cohort (
    id uuid not null,
    org_id uuid not null,
    title text not null,
    document_no text not null,
    about text not null default '',
    places integer not null,
    opens_on date not null,
    closes_on date not null,
    cycle_from date not null,
    cycle_to date not null,
    blind_share integer not null,
    state text not null default 'open',
    said_by_name text not null,
    said_at timestamptz(3) not null default current_timestamp,
    version integer not null default 1,

    constraint principal_cohort_pkey primary key (id)
);
create index principal_cohort_org_id_closes_on_idx on principal_cohort(org_id, closes_on);
alter table principal_cohort add constraint principal_cohort_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table principal_cohort
  add constraint principal_cohort_state check (state in ('open', 'scoring', 'defence', 'proposed', 'cultivating', 'called_off')),
  add constraint principal_cohort_places check (places between 1 and 500),
  add constraint principal_cohort_window check (opens_on <= closes_on and closes_on < cycle_from and cycle_from < cycle_to),
  add constraint principal_cohort_blind_share check (blind_share between 0 and 100),
  -- Hashes first: they decide fast.
  add constraint principal_cohort_apart
    exclude using gist (uuid_hash_extended(org_id, 0) with =, org_id with =, daterange(cycle_from, cycle_to) with &&) where (state <> 'called_off');

create table principal_share (
    cohort_id uuid not null,
    kind text not null,
    code text not null,
    places integer not null,

    constraint principal_share_pkey primary key (cohort_id, kind, code)
);
alter table principal_share add constraint principal_share_cohort_id_fkey foreign key (cohort_id) references principal_cohort(id) on delete cascade on update cascade;
alter table principal_share
  add constraint principal_share_kind check (kind in ('stage', 'rural', 'county')),
  add constraint principal_share_places check (places between 0 and 500);

create table principal_indicator (
    cohort_id uuid not null,
    phase text not null,
    position integer not null,
    title text not null,
    points integer not null,

    constraint principal_indicator_pkey primary key (cohort_id, phase, position)
);
alter table principal_indicator add constraint principal_indicator_cohort_id_fkey foreign key (cohort_id) references principal_cohort(id) on delete cascade on update cascade;
alter table principal_indicator
  add constraint principal_indicator_phase check (phase in ('blind', 'defence')),
  add constraint principal_indicator_points check (points between 1 and 100);

create table principal_candidate (
    id uuid not null,
    cohort_id uuid not null,
    person_id uuid not null,
    school_id uuid not null,
    county_id uuid not null,
    stage text not null,
    is_rural boolean not null,
    head_since date not null,
    plan text not null,
    decision jsonb not null,
    state text not null default 'sent',
    -- What the county says of it, or why somebody is left out or has left.
    note text not null default '',
    -- In the order of the list, once it is drawn.
    position integer,
    why jsonb,
    place integer,
    sent_at timestamptz(3) not null,
    confirmed_at timestamptz(3),
    version integer not null default 1,

    constraint principal_candidate_pkey primary key (id)
);
create unique index principal_candidate_once on principal_candidate(cohort_id, person_id);
create unique index principal_candidate_place_key on principal_candidate(cohort_id, place);
create unique index principal_candidate_position_key on principal_candidate(cohort_id, position);
create index principal_candidate_person_id_idx on principal_candidate(person_id);
create index principal_candidate_school_id_idx on principal_candidate(school_id);
create index principal_candidate_county_id_idx on principal_candidate(county_id);
alter table principal_candidate add constraint principal_candidate_cohort_id_fkey foreign key (cohort_id) references principal_cohort(id) on delete restrict on update cascade;
alter table principal_candidate add constraint principal_candidate_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table principal_candidate add constraint principal_candidate_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
alter table principal_candidate add constraint principal_candidate_county_id_fkey foreign key (county_id) references organisation(id) on delete restrict on update cascade;
alter table principal_candidate
  add constraint principal_candidate_state check (
    state in ('sent', 'returned', 'withdrawn', 'recommended', 'passed_over', 'listed', 'in_line', 'cultivating', 'declined', 'left')),
  add constraint principal_candidate_place check ((state = 'cultivating') = (place is not null)),
  add constraint principal_candidate_confirmed check (state not in ('in_line', 'cultivating') or confirmed_at is not null);

-- A place is one of the cohort's, whatever anybody thinks; and the cohort has as many as are held.
create function principal_place_is_there() returns trigger language plpgsql as $$
declare most integer;
begin
  if new.place is not null then
    select places into most from principal_cohort where id = new.cohort_id for share;
    if new.place not between 1 and most then
      raise exception 'the cohort has no such place' using errcode = '23514', constraint = 'principal_place_within';
    end if;
  end if;
  return new;
end $$;
create trigger principal_place_is_there before insert or update of place, cohort_id on principal_candidate
  for each row execute function principal_place_is_there();

create function principal_places_are_held() returns trigger language plpgsql as $$
begin
  if new.places < old.places and exists (
    select from principal_candidate c where c.cohort_id = new.id and c.place > new.places) then
    raise exception 'more places are held' using errcode = '23514', constraint = 'principal_places_held';
  end if;
  return new;
end $$;
create trigger principal_places_are_held before update of places on principal_cohort
  for each row execute function principal_places_are_held();

create table principal_judge (
    cohort_id uuid not null,
    account_id uuid not null,
    named_by_name text not null,
    named_at timestamptz(3) not null default current_timestamp,

    constraint principal_judge_pkey primary key (cohort_id, account_id)
);
alter table principal_judge add constraint principal_judge_cohort_id_fkey foreign key (cohort_id) references principal_cohort(id) on delete cascade on update cascade;
alter table principal_judge add constraint principal_judge_account_id_fkey foreign key (account_id) references account(id) on delete restrict on update cascade;

create table principal_score (
    candidate_id uuid not null,
    cohort_id uuid not null,
    account_id uuid not null,
    phase text not null,
    points integer[] not null,
    total integer,
    conflict text,
    comment text not null default '',
    at timestamptz(3) not null default current_timestamp,

    constraint principal_score_pkey primary key (candidate_id, account_id, phase)
);
create index principal_score_cohort_id_account_id_idx on principal_score(cohort_id, account_id);
alter table principal_score add constraint principal_score_candidate_id_fkey foreign key (candidate_id) references principal_candidate(id) on delete restrict on update cascade;
alter table principal_score add constraint principal_score_cohort_id_account_id_fkey foreign key (cohort_id, account_id) references principal_judge(cohort_id, account_id) on delete restrict on update cascade;
alter table principal_score
  add constraint principal_score_phase check (phase in ('blind', 'defence')),
  add constraint principal_score_conflict check (conflict in ('self', 'own_school', 'declared')),
  add constraint principal_score_one check ((total is null) = (conflict is not null)),
  add constraint principal_score_range check (total between 0 and 10000);

-- A whole form, of the judge's cohort, within each indicator's range; never of oneself.
create function principal_score_is_whole() returns trigger language plpgsql as $$
declare most integer[];
begin
  if not exists (select from principal_candidate c join account a on a.id = new.account_id
      where c.id = new.candidate_id and c.cohort_id = new.cohort_id and (new.total is null or c.person_id is distinct from a.person_id)) then
    raise exception 'a judge scores others'' candidates of the cohort' using errcode = '23514', constraint = 'principal_score_free';
  end if;
  if new.total is null then return new; end if;
  select array_agg(points * 100 order by position) into most from principal_indicator where cohort_id = new.cohort_id and phase = new.phase;
  if cardinality(new.points) is distinct from cardinality(most)
      or exists (select from unnest(new.points, most) x(given, upto) where x.given is null or x.given < 0 or x.given > x.upto)
      or new.total <> (select sum(x.given) from unnest(new.points) x(given)) then
    raise exception 'a score fills the whole form, within its ranges' using errcode = '23514', constraint = 'principal_score_whole';
  end if;
  return new;
end $$;
create trigger principal_score_is_whole before insert or update on principal_score for each row execute function principal_score_is_whole();
