-- CreateTable
CREATE TABLE "approval_case" (
    "id" UUID NOT NULL,
    "process" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "step" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "approval_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_party" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,

    CONSTRAINT "approval_party_pkey" PRIMARY KEY ("case_id","person_id","relation")
);

-- CreateTable
CREATE TABLE "approval_recusal" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_recusal_pkey" PRIMARY KEY ("case_id","account_id")
);

-- CreateTable
CREATE TABLE "approval_wait" (
    "case_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "is_escalated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "approval_wait_pkey" PRIMARY KEY ("case_id","organisation_id","action")
);

-- CreateTable
CREATE TABLE "approval_entry" (
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "account_id" UUID,
    "by_name" TEXT NOT NULL,
    "on_behalf_of_id" UUID,
    "behalf_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_entry_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "approval_delegation" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_notice" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_objection" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "contact" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "is_upheld" BOOLEAN,
    "answered_by_id" UUID,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "is_working" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "approval_case_organisation_id_process_id_idx" ON "approval_case"("organisation_id", "process", "id");

-- CreateIndex
CREATE INDEX "approval_party_person_id_idx" ON "approval_party"("person_id");

-- CreateIndex
CREATE INDEX "approval_wait_organisation_id_action_due_on_case_id_idx" ON "approval_wait"("organisation_id", "action", "due_on", "case_id");

-- CreateIndex
CREATE INDEX "approval_wait_due_on_idx" ON "approval_wait"("due_on");

-- CreateIndex
CREATE INDEX "approval_delegation_to_id_idx" ON "approval_delegation"("to_id");

-- CreateIndex
CREATE INDEX "public_notice_state_last_day_idx" ON "public_notice"("state", "last_day");

-- CreateIndex
CREATE UNIQUE INDEX "public_notice_case_id_number_key" ON "public_notice"("case_id", "number");

-- CreateIndex
CREATE INDEX "notice_objection_notice_id_received_at_idx" ON "notice_objection"("notice_id", "received_at");

-- AddForeignKey
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_party" ADD CONSTRAINT "approval_party_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "approval_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_party" ADD CONSTRAINT "approval_party_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_recusal" ADD CONSTRAINT "approval_recusal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "approval_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_recusal" ADD CONSTRAINT "approval_recusal_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_wait" ADD CONSTRAINT "approval_wait_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "approval_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_wait" ADD CONSTRAINT "approval_wait_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_entry" ADD CONSTRAINT "approval_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "approval_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_entry" ADD CONSTRAINT "approval_entry_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_entry" ADD CONSTRAINT "approval_entry_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "approval_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_objection" ADD CONSTRAINT "notice_objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_objection" ADD CONSTRAINT "notice_objection_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table approval_case
  add constraint approval_case_state check (state in ('draft', 'waiting', 'returned', 'notice', 'approved', 'rejected', 'withdrawn')),
  add constraint approval_case_step check (steps > 0 and step between 0 and steps - 1),
  add constraint approval_case_decided check ((decided_at is not null) = (state in ('approved', 'rejected', 'withdrawn'))),
  add constraint approval_case_title check (char_length(title) between 1 and 200);
-- Of one thing, one case at a time.
create unique index approval_case_open on approval_case (process, subject) where decided_at is null;

alter table approval_party add constraint approval_party_relation check (relation in ('applicant', 'relative', 'endorser'));
alter table approval_recusal add constraint approval_recusal_reason check (char_length(reason) between 1 and 500);
alter table approval_entry
  add constraint approval_entry_kind check (kind in ('opened', 'submitted', 'approved', 'returned', 'rejected', 'withdrawn', 'recused',
    'changed', 'escalated', 'objected', 'answered', 'concluded')),
  add constraint approval_entry_comment check (char_length(comment) <= 2000);
alter table approval_delegation
  add constraint approval_delegation_period check (valid_to > valid_from),
  add constraint approval_delegation_other check (from_id <> to_id),
  -- Nobody is stood in for by two.
  add constraint approval_delegation_once exclude using gist (uuid_hash_extended(from_id, 0) with =, from_id with =, daterange(valid_from, valid_to) with &&);
alter table public_notice
  add constraint public_notice_state check (state in ('running', 'ended', 'replaced')),
  add constraint public_notice_days check (last_day >= first_day);
create unique index public_notice_running on public_notice (case_id) where state = 'running';
alter table notice_objection
  add constraint notice_objection_text check (char_length(text) between 1 and 2000),
  add constraint notice_objection_answer check ((answer is null) = (answered_at is null) and (answer is null) = (is_upheld is null)
    and char_length(answer) between 1 and 2000);

-- Whatever the code thinks: no step is skipped, and what is decided stays decided.
create function approval_case_moves() returns trigger language plpgsql as $$
begin
  if old.decided_at is not null then
    raise exception 'case % is decided', old.id using errcode = '23514', constraint = 'approval_case_ended';
  end if;
  if new.version <> old.version + 1 or new.steps <> old.steps or new.process <> old.process or new.subject <> old.subject then
    raise exception 'case % changes otherwise than it may', old.id using errcode = '23514', constraint = 'approval_case_version';
  end if;
  if not (case old.state
    when 'draft' then new.state in ('draft', 'withdrawn') and new.step = 0 or new.state = 'waiting' and new.step = 0
    when 'returned' then new.state in ('returned', 'withdrawn') or new.state = 'waiting' and new.step = 0
    when 'waiting' then
      new.state = 'waiting' and new.step in (0, old.step, old.step + 1)
      or new.state in ('returned', 'rejected', 'withdrawn')
      or new.state in ('notice', 'approved') and old.step = old.steps - 1 and new.step = old.step
    when 'notice' then new.state in ('notice', 'approved', 'returned', 'withdrawn') and new.step = old.step
    else false
  end) then
    raise exception 'case % does not go from % % to % %', old.id, old.state, old.step, new.state, new.step
      using errcode = '23514', constraint = 'approval_case_order';
  end if;
  return new;
end $$;
create trigger approval_case_moves before update on approval_case
  for each row execute function approval_case_moves();

-- What was said of a case stays.
create function approval_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'entries of a case are never changed' using errcode = '42501';
end $$;
create trigger approval_entry_is_final before update or delete on approval_entry
  for each row execute function approval_entry_is_final();
