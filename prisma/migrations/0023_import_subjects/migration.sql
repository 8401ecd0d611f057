-- One importer, many subjects: a batch and a profile say what they are about; the roster's rows have a table of their own.
alter table import_batch add column subject text not null default 'staff';
alter table import_batch alter column subject drop default;
alter table import_profile add column subject text not null default 'staff';
alter table import_profile alter column subject drop default;
drop index import_profile_organisation_id_name_key;
create unique index import_profile_organisation_id_subject_name_key on import_profile (organisation_id, subject, name);

alter table import_row rename to staff_import_row;
alter table staff_import_row rename constraint import_row_pkey to staff_import_row_pkey;
alter table staff_import_row rename column person_id to target_id;
create table import_row (
  batch_id uuid not null,
  row_number integer not null,
  id uuid not null,
  outcome text not null,
  warned boolean not null,
  moved boolean not null default false,
  name text not null,
  target_id uuid,
  changes jsonb,
  values jsonb not null,
  constraint import_row_pkey primary key (batch_id, row_number)
);
alter table import_left rename column person_id to target_id;
alter table import_touch rename column person_id to target_id;
alter index import_touch_person_id_idx rename to import_touch_target_id_idx;

-- What is ticked beside the mapping is the subject's to name: options become one list.
update import_profile p set options = (p.options - '{fillDown,matchByName,createOrganisations}'::text[])
  || jsonb_build_object('ticked', (select coalesce(jsonb_agg(key), '[]') from jsonb_each(p.options) o
    where key in ('fillDown', 'matchByName', 'createOrganisations') and value = 'true'));
update import_batch b set profile = jsonb_set(b.profile, '{options}',
  ((b.profile -> 'options') - '{fillDown,matchByName,createOrganisations}'::text[])
  || jsonb_build_object('ticked', (select coalesce(jsonb_agg(key), '[]') from jsonb_each(b.profile -> 'options') o
    where key in ('fillDown', 'matchByName', 'createOrganisations') and value = 'true')))
  where b.profile -> 'options' is not null;

-- What a roster says besides: the units of a post, posts beside the main one, honours, the teacher's certificate.
alter table staff_import_row
  add column establishment_org_id uuid,
  add column pay_org_id uuid,
  add column is_concurrent boolean,
  add column concurrent_of integer,
  add column weekly_hours decimal(65,30),
  add column honours text,
  add column qualification_kind text,
  add column qualification_no text,
  add column qualification_subject text,
  add column qualification_on date;
