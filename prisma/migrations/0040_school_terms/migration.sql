-- When schools teach: the terms of the prefecture's school calendar.

create table school_term (
    school_year integer not null,
    season text not null,
    first_day date not null,
    last_day date not null,
    source text not null,

    constraint school_term_pkey primary key (school_year, season)
);
alter table school_term
  add constraint school_term_season check (season in ('autumn', 'spring')),
  add constraint school_term_days check (first_day < last_day and last_day < first_day + 300),
  add constraint school_term_apart exclude using gist (daterange(first_day, last_day, '[]') with &&);
