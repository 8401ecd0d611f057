-- btree_gist weighs a uuid by its first bits, and UUIDv7 keys made within one second share those: an index that begins with
-- such a key cannot tell its branches apart, and each new row reads all of it. A hash in front spreads the keys; the
-- bare key stays in the constraint, so what it refuses is the same to the row.

alter table appointment drop constraint appointment_one_main_a_day, add constraint appointment_one_main_a_day
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, daterange(valid_from, valid_to) with &&)
  where (is_main);
alter table status_period drop constraint status_one_a_day, add constraint status_one_a_day
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, daterange(valid_from, valid_to) with &&);
alter table title_period drop constraint title_one_a_day, add constraint title_one_a_day
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, daterange(valid_from, valid_to) with &&);
alter table honour_period drop constraint honour_once_at_a_time, add constraint honour_once_at_a_time
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, honour with =,
    daterange(valid_from, valid_to) with &&);
alter table organisation_designation drop constraint designation_once_at_a_time, add constraint designation_once_at_a_time
  exclude using gist (uuid_hash_extended(organisation_id, 0) with =, organisation_id with =, kind with =,
    daterange(valid_from, valid_to) with &&);
alter table policy_setting drop constraint policy_setting_once, add constraint policy_setting_once
  exclude using gist (uuid_hash_extended(organisation_id, 0) with =, organisation_id with =, key with =,
    daterange(valid_from, valid_to) with &&);
alter table exchange_exemption drop constraint exchange_exemption_once, add constraint exchange_exemption_once
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, kind with =,
    daterange(valid_from, valid_to) with &&);
alter table exchange_posting drop constraint exchange_posting_once, add constraint exchange_posting_once
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, daterange(valid_from, valid_to) with &&)
  where (is_full_time and state <> 'cancelled');
alter table exchange_slot drop constraint exchange_slot_once, add constraint exchange_slot_once
  exclude using gist (uuid_hash_extended(person_id, 0) with =, person_id with =, weekday with =,
    int4range(starts_at, ends_at) with &&, daterange(valid_from, valid_to) with &&);
