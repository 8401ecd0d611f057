-- Who of the host school heard an activity, and who of them said whether they use it, beside it: what counts is counted over many.

alter table studio_activity
  add column heard integer not null default 0,
  add column answered integer not null default 0,
  add constraint studio_activity_heard check (0 <= answered and answered <= heard);

create function count_studio_attendance(activities uuid[]) returns void language sql as $$
  update studio_activity a set heard = c.heard, answered = c.answered
  from (select i.id, count(x.person_id)::int as heard, count(x.use)::int as answered
    from unnest(activities) i(id) left join studio_attendance x on x.activity_id = i.id and x.part = 'listener' group by i.id) c
  where a.id = c.id and (a.heard, a.answered) is distinct from (c.heard, c.answered)
$$;

create function studio_attendance_came() returns trigger language plpgsql as $$
begin
  perform count_studio_attendance(array(select distinct activity_id from came));
  return null;
end
$$;
create function studio_attendance_went() returns trigger language plpgsql as $$
begin
  perform count_studio_attendance(array(select distinct activity_id from went));
  return null;
end
$$;

create trigger studio_attendance_added after insert on studio_attendance
  referencing new table as came for each statement execute function studio_attendance_came();
create trigger studio_attendance_changed after update on studio_attendance
  referencing new table as came for each statement execute function studio_attendance_came();
create trigger studio_attendance_removed after delete on studio_attendance
  referencing old table as went for each statement execute function studio_attendance_went();

select count_studio_attendance(array(select id from studio_activity));

-- Visits that can count, by host: coverage of a thousand schools reads these alone.
create index studio_activity_visits on studio_activity(host_id, starts_at) include (subject, heard, answered)
  where kind = 'outreach' and state = 'confirmed';

-- 送教建议: whom the studios of a bureau could visit in a term, as it was computed.
create table studio_proposal (
    id uuid not null,
    org_id uuid not null,
    school_year integer not null,
    season text not null,
    state text not null default 'queued',
    settings jsonb not null default '{}',
    result jsonb,
    phase text,
    gap double precision,
    created_by_name text not null,
    created_at timestamptz(3) not null default current_timestamp,
    started_at timestamptz(3),
    heard_at timestamptz(3),
    finished_at timestamptz(3),
    sent_at timestamptz(3),
    version integer not null default 1,

    constraint studio_proposal_pkey primary key (id)
);
create index studio_proposal_org_id_created_at_idx on studio_proposal(org_id, created_at);
alter table studio_proposal add constraint studio_proposal_org_id_fkey foreign key (org_id) references organisation(id) on delete restrict on update cascade;
alter table studio_proposal
  add constraint studio_proposal_season check (season in ('autumn', 'spring')),
  add constraint studio_proposal_state check (state in ('queued', 'solving', 'solved', 'no_solution', 'cancelled', 'failed', 'sent') and (state = 'sent') = (sent_at is not null));
-- One a bureau and term is sent to the leaders.
create unique index studio_proposal_sent on studio_proposal(org_id, school_year, season) where state = 'sent';

create table studio_proposed_visit (
    id uuid not null,
    proposal_id uuid not null,
    studio_id uuid not null,
    school_id uuid not null,
    km double precision,
    why jsonb not null,
    state text not null default 'proposed',
    note text not null default '',
    moved_from_id uuid,
    activity_id uuid,
    version integer not null default 1,

    constraint studio_proposed_visit_pkey primary key (id)
);
create unique index studio_proposed_visit_once on studio_proposed_visit(proposal_id, studio_id, school_id);
create unique index studio_proposed_visit_activity_id_key on studio_proposed_visit(activity_id);
create index studio_proposed_visit_studio_id_idx on studio_proposed_visit(studio_id);
create index studio_proposed_visit_school_id_idx on studio_proposed_visit(school_id);
alter table studio_proposed_visit add constraint studio_proposed_visit_proposal_id_fkey foreign key (proposal_id) references studio_proposal(id) on delete cascade on update cascade;
alter table studio_proposed_visit add constraint studio_proposed_visit_studio_id_fkey foreign key (studio_id) references studio(id) on delete restrict on update cascade;
alter table studio_proposed_visit add constraint studio_proposed_visit_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
alter table studio_proposed_visit add constraint studio_proposed_visit_moved_from_id_fkey foreign key (moved_from_id) references organisation(id) on delete restrict on update cascade;
alter table studio_proposed_visit add constraint studio_proposed_visit_activity_id_fkey foreign key (activity_id) references studio_activity(id) on delete set null on update cascade;
alter table studio_proposed_visit
  add constraint studio_proposed_visit_state check (state in ('proposed', 'accepted', 'refused'));
