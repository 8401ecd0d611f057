-- Teaching researchers: who is named, their contact schools, and their days at schools, which the school confirms.

create table researcher (
    id uuid not null,
    org_id uuid not null,
    person_id uuid not null,
    stage text not null,
    subject text not null,
    valid_from date not null,
    valid_to date not null,
    named_by_name text not null,
    version integer not null default 1,

    constraint researcher_pkey primary key (id)
);
create index researcher_org_id_valid_to_idx on researcher(org_id, valid_to);
create index researcher_person_id_idx on researcher(person_id);
alter table researcher add constraint researcher_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table researcher add constraint researcher_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table researcher
  add constraint researcher_term check (valid_from < valid_to),
  -- Hashes first: they decide fast.
  add constraint researcher_once
    exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, daterange(valid_from, valid_to) with &&);

create table researcher_contact (
    id uuid not null,
    researcher_id uuid not null,
    school_id uuid not null,
    goal text not null,
    valid_from date not null,
    valid_to date not null,
    version integer not null default 1,

    constraint researcher_contact_pkey primary key (id)
);
create index researcher_contact_researcher_id_idx on researcher_contact(researcher_id);
create index researcher_contact_school_id_idx on researcher_contact(school_id);
alter table researcher_contact add constraint researcher_contact_researcher_id_fkey foreign key (researcher_id) references researcher(id) on delete restrict on update cascade;
alter table researcher_contact add constraint researcher_contact_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
alter table researcher_contact
  add constraint researcher_contact_term check (valid_from < valid_to),
  add constraint researcher_contact_once
    exclude using gist (uuid_hash_extended(researcher_id, 0) with =, researcher_id with =, school_id with =, daterange(valid_from, valid_to) with &&);

create table researcher_log (
    id uuid not null,
    researcher_id uuid not null,
    school_id uuid not null,
    held_on date not null,
    part text not null,
    kind text not null,
    title text not null,
    about text not null default '',
    state text not null default 'reported',
    note text not null default '',
    reported_at timestamptz(3) not null default current_timestamp,
    answered_by_name text,
    answered_at timestamptz(3),
    version integer not null default 1,

    constraint researcher_log_pkey primary key (id)
);
create index researcher_log_researcher_id_held_on_idx on researcher_log(researcher_id, held_on);
create index researcher_log_school_id_held_on_idx on researcher_log(school_id, held_on);
alter table researcher_log add constraint researcher_log_researcher_id_fkey foreign key (researcher_id) references researcher(id) on delete restrict on update cascade;
alter table researcher_log add constraint researcher_log_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
alter table researcher_log
  add constraint researcher_log_part check (part in ('day', 'morning', 'afternoon')),
  add constraint researcher_log_kind check (kind in ('demonstration', 'open_lesson', 'research_lesson', 'guidance')),
  add constraint researcher_log_state check (state in ('reported', 'confirmed', 'refused', 'withdrawn')),
  add constraint researcher_log_answered check (
    (answered_at is null) = (answered_by_name is null) and (state in ('confirmed', 'refused')) = (answered_at is not null)),
  add constraint researcher_log_refused check (state <> 'refused' or note <> ''),
  -- Nobody is at two schools at a time, as far as it stands.
  add constraint researcher_log_once
    exclude using gist (uuid_hash_extended(researcher_id, 0) with =, researcher_id with =, held_on with =,
      int4range(case part when 'afternoon' then 1 else 0 end, case part when 'morning' then 1 else 2 end) with &&)
    where (state in ('reported', 'confirmed'));
