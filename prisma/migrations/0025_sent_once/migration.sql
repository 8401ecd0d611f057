-- A report is sent once, however late the phone that kept it hears that it came: the turn key of the form stays with what it made.
alter table training_entry add column sent_key text;
create unique index training_entry_person_id_sent_key_key on training_entry (person_id, sent_key);
