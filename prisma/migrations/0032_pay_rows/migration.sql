-- The people that a county's figure is made of, page by page.
create index pay_month_county_id_year_person_id_idx on pay_month(county_id, year, person_id);
drop index pay_month_county_id_year_month_idx;
