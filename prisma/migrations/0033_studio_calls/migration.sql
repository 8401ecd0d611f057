-- Master-teacher studios 名师工作室: calls, applications and blind scores; studios and who belongs to them.

create table studio_call (
    id uuid not null,
    org_id uuid not null,
    tier text not null,
    title text not null,
    about text not null,
    document_no text not null,
    stages text[] not null,
    subjects text[] not null,
    places integer not null,
    opens_on date not null,
    closes_on date not null,
    term_from date not null,
    state text not null default 'open',
    said_by_name text not null,
    said_at timestamptz(3) not null default current_timestamp,
    version integer not null default 1,

    constraint studio_call_pkey primary key (id)
);
create index studio_call_org_id_closes_on_idx on studio_call(org_id, closes_on);
alter table studio_call add constraint studio_call_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table studio_call
  add constraint studio_call_tier check (tier in ('city', 'county')),
  add constraint studio_call_state check (state in ('open', 'scoring', 'proposed', 'decided', 'called_off')),
  add constraint studio_call_places check (places between 1 and 200),
  add constraint studio_call_days check (opens_on <= closes_on and closes_on < term_from),
  add constraint studio_call_texts check (char_length(title) between 1 and 200 and char_length(about) <= 10000);

create table studio_application (
    id uuid not null,
    call_id uuid not null,
    person_id uuid not null,
    school_id uuid not null,
    stage text not null,
    subject text not null,
    name text not null,
    plan text not null,
    decision jsonb not null,
    state text not null default 'sent',
    sent_at timestamptz(3) not null,
    version integer not null default 1,

    constraint studio_application_pkey primary key (id)
);
create unique index studio_application_call_id_person_id_key on studio_application(call_id, person_id);
create index studio_application_person_id_idx on studio_application(person_id);
alter table studio_application add constraint studio_application_call_id_fkey foreign key (call_id) references studio_call(id) on delete restrict on update cascade;
alter table studio_application add constraint studio_application_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table studio_application add constraint studio_application_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
alter table studio_application
  add constraint studio_application_state check (state in ('sent', 'withdrawn', 'proposed', 'founded', 'refused')),
  add constraint studio_application_texts check (char_length(name) between 1 and 100 and char_length(plan) <= 20000);

create table studio_expert (
    call_id uuid not null,
    account_id uuid not null,
    named_by_name text not null,
    named_at timestamptz(3) not null default current_timestamp,

    constraint studio_expert_pkey primary key (call_id, account_id)
);
alter table studio_expert add constraint studio_expert_call_id_fkey foreign key (call_id) references studio_call(id) on delete cascade on update cascade;
alter table studio_expert add constraint studio_expert_account_id_fkey foreign key (account_id) references account(id) on delete restrict on update cascade;

-- Hundredths of a point of a hundred. A conflict of interest is said instead of a score.
create table studio_score (
    application_id uuid not null,
    call_id uuid not null,
    account_id uuid not null,
    points integer,
    conflict text,
    comment text not null default '',
    at timestamptz(3) not null default current_timestamp,

    constraint studio_score_pkey primary key (application_id, account_id)
);
alter table studio_score add constraint studio_score_application_id_fkey foreign key (application_id) references studio_application(id) on delete restrict on update cascade;
alter table studio_score add constraint studio_score_call_id_account_id_fkey foreign key (call_id, account_id) references studio_expert(call_id, account_id) on delete restrict on update cascade;
alter table studio_score
  add constraint studio_score_points check (points between 0 and 10000),
  add constraint studio_score_said check ((points is null) <> (conflict is null)),
  add constraint studio_score_conflict check (conflict in ('self', 'own_school', 'declared')),
  add constraint studio_score_comment check (char_length(comment) <= 2000);

-- Nobody scores themselves or somebody of a school at which they have a post.
create function studio_score_is_free() returns trigger language plpgsql as $$
begin
  if new.points is not null and exists (
    select from studio_application a join account x on x.id = new.account_id
    where a.id = new.application_id and (a.person_id = x.person_id or a.call_id <> new.call_id or exists (
      select from appointment p where p.person_id = x.person_id and a.school_id in (p.work_org_id, p.establishment_org_id)
        and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)))) then
    raise exception 'an expert scores another school''s applicants' using errcode = '23514', constraint = 'studio_score_free';
  end if;
  return new;
end $$;
create trigger studio_score_is_free before insert or update on studio_score for each row execute function studio_score_is_free();

create table studio (
    id uuid not null,
    application_id uuid,
    name text not null,
    tier text not null,
    org_id uuid not null,
    school_id uuid not null,
    stage text not null,
    subject text not null,
    valid_from date not null,
    valid_to date not null,
    dissolved_on date,
    dissolved_why text,
    version integer not null default 1,

    constraint studio_pkey primary key (id)
);
create unique index studio_application_id_key on studio(application_id);
create index studio_org_id_valid_to_idx on studio(org_id, valid_to);
alter table studio add constraint studio_application_id_fkey foreign key (application_id) references studio_application(id) on delete restrict on update cascade;
alter table studio add constraint studio_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table studio add constraint studio_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
alter table studio
  add constraint studio_tier check (tier in ('city', 'county')),
  add constraint studio_term check (valid_from < valid_to),
  add constraint studio_dissolved check ((dissolved_on is null) = (dissolved_why is null) and dissolved_on between valid_from and valid_to);

create table studio_member (
    id uuid not null,
    studio_id uuid not null,
    person_id uuid not null,
    role text not null,
    seat integer not null default 1,
    turn integer not null default 1,
    valid_from date not null,
    valid_to date not null,
    left_why text,

    constraint studio_member_pkey primary key (id)
);
create index studio_member_studio_id_idx on studio_member(studio_id);
create index studio_member_person_id_idx on studio_member(person_id);
alter table studio_member add constraint studio_member_studio_id_fkey foreign key (studio_id) references studio(id) on delete restrict on update cascade;
alter table studio_member add constraint studio_member_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table studio_member
  add constraint studio_member_role check (role in ('leader', 'core', 'trainee')),
  add constraint studio_member_term check (valid_from < valid_to),
  -- Hashes first: they decide fast.
  add constraint studio_member_once
    exclude using gist (uuid_hash_extended(studio_id, 0) with =, studio_id with =, person_id with =, daterange(valid_from, valid_to) with &&),
  -- Of a studio's seats none is held by two; of a person's turns as leader or core member, or as trainee, none twice at a time.
  add constraint studio_member_seats check (seat >= 1 and turn >= 1 and (role <> 'leader' or seat = 1)),
  add constraint studio_member_seat
    exclude using gist (uuid_hash_extended(studio_id, 0) with =, studio_id with =, role with =, seat with =,
      daterange(valid_from, valid_to) with &&),
  add constraint studio_member_turn
    exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, (case role when 'trainee' then 1 else 0 end) with =,
      turn with =, daterange(valid_from, valid_to) with &&);
