-- Who is invited to a studio or wants to join it, and who mentors whom in it.

create table studio_wish (
    id uuid not null,
    studio_id uuid not null,
    person_id uuid not null,
    kind text not null,
    role text not null,
    note text not null default '',
    state text not null default 'open',
    made_by_name text not null,
    made_at timestamptz(3) not null default current_timestamp,
    decided_at timestamptz(3),
    version integer not null default 1,

    constraint studio_wish_pkey primary key (id)
);
create index studio_wish_studio_id_idx on studio_wish(studio_id);
create index studio_wish_person_id_idx on studio_wish(person_id);
alter table studio_wish add constraint studio_wish_studio_id_fkey foreign key (studio_id) references studio(id) on delete restrict on update cascade;
alter table studio_wish add constraint studio_wish_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table studio_wish
  add constraint studio_wish_kind check (kind in ('invited', 'applied')),
  add constraint studio_wish_role check (role in ('core', 'trainee')),
  add constraint studio_wish_state check (state in ('open', 'accepted', 'declined', 'withdrawn') and (state = 'open') = (decided_at is null));
create unique index studio_wish_once on studio_wish(studio_id, person_id) where state = 'open';

create table studio_pair (
    id uuid not null,
    studio_id uuid not null,
    mentor_id uuid not null,
    trainee_id uuid not null,
    goal text not null,
    valid_from date not null,
    valid_to date not null,
    outcome text,
    version integer not null default 1,

    constraint studio_pair_pkey primary key (id)
);
create index studio_pair_studio_id_idx on studio_pair(studio_id);
create index studio_pair_mentor_id_idx on studio_pair(mentor_id);
create index studio_pair_trainee_id_idx on studio_pair(trainee_id);
alter table studio_pair add constraint studio_pair_studio_id_fkey foreign key (studio_id) references studio(id) on delete restrict on update cascade;
alter table studio_pair add constraint studio_pair_mentor_id_fkey foreign key (mentor_id) references person(id) on delete restrict on update cascade;
alter table studio_pair add constraint studio_pair_trainee_id_fkey foreign key (trainee_id) references person(id) on delete restrict on update cascade;
alter table studio_pair
  add constraint studio_pair_two check (mentor_id <> trainee_id),
  add constraint studio_pair_term check (valid_from < valid_to),
  -- A trainee has one mentor in a studio at a time. Hashes first: they decide fast.
  add constraint studio_pair_once
    exclude using gist (uuid_hash_extended(studio_id, 0) with =, studio_id with =, trainee_id with =, daterange(valid_from, valid_to) with &&);
