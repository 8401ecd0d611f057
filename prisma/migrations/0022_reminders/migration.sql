-- A case that is nearly due is told of once 催办; who opened one finds it again.
alter table "approval_wait" add column "is_reminded" boolean not null default false;
create index "approval_case_opened_by_id_id_idx" on "approval_case"("opened_by_id", "id");
alter table approval_entry drop constraint approval_entry_kind;
alter table approval_entry
  add constraint approval_entry_kind check (kind in ('opened', 'submitted', 'approved', 'returned', 'rejected', 'withdrawn', 'recused',
    'changed', 'reminded', 'escalated', 'objected', 'answered', 'concluded'));
alter table calendar_day add constraint calendar_day_source check (char_length(source) between 1 and 200);
