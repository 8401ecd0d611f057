-- Materials of activities, and schools that an activity is for beside the one at which it is.

create table studio_material (
    id uuid not null,
    activity_id uuid not null,
    attachment_id uuid not null,
    title text not null,
    added_by_name text not null,
    added_at timestamptz(3) not null default current_timestamp,

    constraint studio_material_pkey primary key (id)
);
create unique index studio_material_attachment_id_key on studio_material(attachment_id);
create index studio_material_activity_id_idx on studio_material(activity_id);
alter table studio_material add constraint studio_material_activity_id_fkey foreign key (activity_id) references studio_activity(id) on delete cascade on update cascade;
alter table studio_material add constraint studio_material_attachment_id_fkey foreign key (attachment_id) references attachment(id) on delete restrict on update cascade;

create table studio_target (
    activity_id uuid not null,
    school_id uuid not null,

    constraint studio_target_pkey primary key (activity_id, school_id)
);
create index studio_target_school_id_idx on studio_target(school_id);
alter table studio_target add constraint studio_target_activity_id_fkey foreign key (activity_id) references studio_activity(id) on delete cascade on update cascade;
alter table studio_target add constraint studio_target_school_id_fkey foreign key (school_id) references organisation(id) on delete restrict on update cascade;
