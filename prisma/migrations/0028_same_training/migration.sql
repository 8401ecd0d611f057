-- Whether a person has a training of these days already is asked without reading all of the person's year.
create index training_entry_person_id_year_starts_on_idx on training_entry (person_id, year, starts_on);
drop index training_entry_person_id_year_idx;
