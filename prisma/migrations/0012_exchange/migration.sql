-- CreateTable
CREATE TABLE "exchange_exemption" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "document_no" TEXT,
    "proof_file_id" UUID,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_exemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_round" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "school_year" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'needs',
    "needs_until" DATE NOT NULL,
    "volunteers_until" DATE NOT NULL,
    "contest_until" DATE NOT NULL,
    "needs_locked_at" TIMESTAMPTZ(3),
    "needs_locked_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_need" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_application" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "statement" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(3),
    "points" INTEGER,
    "points_why" JSONB,
    "claims" JSONB NOT NULL DEFAULT '[]',
    "accepts_other" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_preference" (
    "application_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "need_id" UUID NOT NULL,

    CONSTRAINT "exchange_preference_pkey" PRIMARY KEY ("application_id","rank")
);

-- CreateTable
CREATE TABLE "exchange_contest" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "by_person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "upheld" BOOLEAN,
    "answered_by_id" UUID,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "exchange_contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_wish" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "first_agreed" BOOLEAN NOT NULL DEFAULT false,
    "second_agreed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "exchange_wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_school_place" (
    "org_id" UUID NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "exchange_school_place_pkey" PRIMARY KEY ("org_id")
);

-- CreateTable
CREATE TABLE "exchange_plan" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "settings" JSONB NOT NULL,
    "result" JSONB,
    "phase" TEXT,
    "gap" DOUBLE PRECISION,
    "heard_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_plan_rule" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "exchange_plan_rule_pkey" PRIMARY KEY ("plan_id","person_id","need_id")
);

-- CreateTable
CREATE TABLE "exchange_placement" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "rank" INTEGER,
    "why" JSONB NOT NULL,

    CONSTRAINT "exchange_placement_pkey" PRIMARY KEY ("plan_id","person_id")
);

-- CreateTable
CREATE TABLE "exchange_unplaced" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "why" JSONB NOT NULL,

    CONSTRAINT "exchange_unplaced_pkey" PRIMARY KEY ("plan_id","person_id")
);

-- CreateTable
CREATE TABLE "exchange_posting" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "home_org_id" UUID NOT NULL,
    "host_org_id" UUID NOT NULL,
    "plan_id" UUID,
    "need_id" UUID,
    "seat" INTEGER,
    "stage" TEXT,
    "subject" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "planned_to" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "end_reason" TEXT,
    "transfers" BOOLEAN NOT NULL DEFAULT false,
    "is_full_time" BOOLEAN NOT NULL DEFAULT true,
    "appointment_id" UUID,
    "arrived_on" DATE,
    "arrival_by_name" TEXT,
    "document_no" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_assessment" (
    "id" UUID NOT NULL,
    "posting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "assessed_by_id" UUID,
    "assessed_by_name" TEXT NOT NULL,
    "assessed_on" DATE NOT NULL,

    CONSTRAINT "exchange_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_log" (
    "id" UUID NOT NULL,
    "posting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_slot" (
    "id" UUID NOT NULL,
    "posting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "exchange_slot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exchange_exemption_person_id_idx" ON "exchange_exemption"("person_id");

-- CreateIndex
CREATE INDEX "exchange_exemption_org_id_idx" ON "exchange_exemption"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_round_org_id_school_year_key" ON "exchange_round"("org_id", "school_year");

-- CreateIndex
CREATE INDEX "exchange_need_round_id_org_id_idx" ON "exchange_need"("round_id", "org_id");

-- CreateIndex
CREATE INDEX "exchange_application_person_id_idx" ON "exchange_application"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_application_round_id_person_id_key" ON "exchange_application"("round_id", "person_id");

-- CreateIndex
CREATE INDEX "exchange_preference_need_id_idx" ON "exchange_preference"("need_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_preference_application_id_need_id_key" ON "exchange_preference"("application_id", "need_id");

-- CreateIndex
CREATE INDEX "exchange_contest_application_id_idx" ON "exchange_contest"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_wish_round_id_kind_first_id_second_id_key" ON "exchange_wish"("round_id", "kind", "first_id", "second_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_plan_round_id_number_key" ON "exchange_plan"("round_id", "number");

-- CreateIndex
CREATE INDEX "exchange_placement_need_id_idx" ON "exchange_placement"("need_id");

-- CreateIndex
CREATE INDEX "exchange_posting_person_id_idx" ON "exchange_posting"("person_id");

-- CreateIndex
CREATE INDEX "exchange_posting_home_org_id_idx" ON "exchange_posting"("home_org_id");

-- CreateIndex
CREATE INDEX "exchange_posting_host_org_id_idx" ON "exchange_posting"("host_org_id");

-- CreateIndex
CREATE INDEX "exchange_posting_plan_id_idx" ON "exchange_posting"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_assessment_posting_id_kind_key" ON "exchange_assessment"("posting_id", "kind");

-- CreateIndex
CREATE INDEX "exchange_log_posting_id_day_idx" ON "exchange_log"("posting_id", "day");

-- CreateIndex
CREATE INDEX "exchange_slot_posting_id_idx" ON "exchange_slot"("posting_id");

-- AddForeignKey
ALTER TABLE "exchange_exemption" ADD CONSTRAINT "exchange_exemption_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_exemption" ADD CONSTRAINT "exchange_exemption_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_exemption" ADD CONSTRAINT "exchange_exemption_proof_file_id_fkey" FOREIGN KEY ("proof_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_round" ADD CONSTRAINT "exchange_round_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_need" ADD CONSTRAINT "exchange_need_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "exchange_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_need" ADD CONSTRAINT "exchange_need_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_application" ADD CONSTRAINT "exchange_application_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "exchange_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_application" ADD CONSTRAINT "exchange_application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_preference" ADD CONSTRAINT "exchange_preference_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "exchange_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_preference" ADD CONSTRAINT "exchange_preference_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "exchange_need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_contest" ADD CONSTRAINT "exchange_contest_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "exchange_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_contest" ADD CONSTRAINT "exchange_contest_by_person_id_fkey" FOREIGN KEY ("by_person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_wish" ADD CONSTRAINT "exchange_wish_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "exchange_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_wish" ADD CONSTRAINT "exchange_wish_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_wish" ADD CONSTRAINT "exchange_wish_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_plan" ADD CONSTRAINT "exchange_plan_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "exchange_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_plan_rule" ADD CONSTRAINT "exchange_plan_rule_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "exchange_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_plan_rule" ADD CONSTRAINT "exchange_plan_rule_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_plan_rule" ADD CONSTRAINT "exchange_plan_rule_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "exchange_need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_placement" ADD CONSTRAINT "exchange_placement_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "exchange_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_placement" ADD CONSTRAINT "exchange_placement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_placement" ADD CONSTRAINT "exchange_placement_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "exchange_need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_unplaced" ADD CONSTRAINT "exchange_unplaced_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "exchange_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_unplaced" ADD CONSTRAINT "exchange_unplaced_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_posting" ADD CONSTRAINT "exchange_posting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_posting" ADD CONSTRAINT "exchange_posting_home_org_id_fkey" FOREIGN KEY ("home_org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_posting" ADD CONSTRAINT "exchange_posting_host_org_id_fkey" FOREIGN KEY ("host_org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_posting" ADD CONSTRAINT "exchange_posting_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "exchange_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_assessment" ADD CONSTRAINT "exchange_assessment_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "exchange_posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_log" ADD CONSTRAINT "exchange_log_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "exchange_posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_slot" ADD CONSTRAINT "exchange_slot_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "exchange_posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_slot" ADD CONSTRAINT "exchange_slot_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_slot" ADD CONSTRAINT "exchange_slot_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_school_place" ADD CONSTRAINT "exchange_school_place_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language has no words for.
alter table exchange_exemption
  add constraint exchange_exemption_kind check (kind in ('pregnancy', 'nursing', 'illness', 'dependants',
    'served_elsewhere', 'graduating_class', 'project_lead', 'secondment', 'ethics_case')),
  add constraint exchange_exemption_period check (valid_from < valid_to),
  add constraint exchange_exemption_once
    exclude using gist (person_id with =, kind with =, daterange(valid_from, valid_to) with &&);

alter table exchange_round
  add constraint exchange_round_windows check (needs_until <= volunteers_until and volunteers_until <= contest_until),
  add constraint exchange_round_state check (state in ('needs', 'volunteering', 'contest', 'matching', 'decided'));

-- A round goes one step on at a time; back only from matching's end, when a plan was refused.
create function exchange_round_step() returns trigger language plpgsql as $$
declare
  steps constant text[] := array['needs', 'volunteering', 'contest', 'matching', 'decided'];
  step constant int := array_position(steps, new.state) - array_position(steps, old.state);
begin
  if step not in (0, 1) and not (old.state = 'decided' and new.state = 'matching') then
    raise exception 'round_step' using errcode = 'SX001';
  end if;
  if new.state <> 'needs' and new.needs_locked_at is null then
    raise exception 'needs_not_locked' using errcode = 'SX001';
  end if;
  if new.org_id <> old.org_id or new.school_year <> old.school_year then
    raise exception 'round_moved' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger exchange_round_step before update on exchange_round for each row execute function exchange_round_step();

-- The round's state, held until the end of the transaction: who moves the round on waits for who writes under it.
create function exchange_round_state(round uuid) returns text language sql volatile as
  'select state from exchange_round where id = round for share';

-- Needs stand still once the county has signed them off.
create function exchange_need_open() returns trigger language plpgsql as $$
declare
  round constant uuid := case when tg_op = 'DELETE' then old.round_id else new.round_id end;
begin
  -- The round itself is going: nothing to guard.
  if tg_op = 'DELETE' and not exists (select from exchange_round where id = round) then return old; end if;
  if exchange_round_state(round) <> 'needs' then
    raise exception 'needs_locked' using errcode = 'SX002';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger exchange_need_open before insert or update or delete on exchange_need
  for each row execute function exchange_need_open();

-- Who volunteers, and for what, stands still once the window is closed.
create function exchange_application_open() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.statement = old.statement
    and new.accepts_other = old.accepts_other then
    return new;
  end if;
  if exchange_round_state(new.round_id) <> 'volunteering' then
    raise exception 'window_closed' using errcode = 'SX003';
  end if;
  return new;
end $$;
create trigger exchange_application_open before insert or update on exchange_application
  for each row execute function exchange_application_open();

create function exchange_preference_open() returns trigger language plpgsql as $$
declare
  of_application constant uuid := case when tg_op = 'DELETE' then old.application_id else new.application_id end;
  round uuid;
begin
  select round_id into round from exchange_application where id = of_application;
  if round is not null and exchange_round_state(round) <> 'volunteering' then
    raise exception 'window_closed' using errcode = 'SX003';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger exchange_preference_open before insert or update or delete on exchange_preference
  for each row execute function exchange_preference_open();

create function exchange_contest_open() returns trigger language plpgsql as $$
begin
  if exchange_round_state((select round_id from exchange_application where id = new.application_id)) <> 'contest' then
    raise exception 'contest_closed' using errcode = 'SX003';
  end if;
  return new;
end $$;
create trigger exchange_contest_open before insert or update on exchange_contest
  for each row execute function exchange_contest_open();

alter table exchange_school_place
  add constraint exchange_school_place_degrees check (latitude between -90 and 90 and longitude between -180 and 180);

alter table exchange_need
  add constraint exchange_need_places check (places between 1 and 99),
  add constraint exchange_need_period check (valid_from < valid_to);

alter table exchange_application
  add constraint exchange_application_state check (state in ('draft', 'submitted', 'withdrawn'));

alter table exchange_preference
  add constraint exchange_preference_rank check (rank between 1 and 5);

alter table exchange_wish
  add constraint exchange_wish_order check (first_id < second_id),
  add constraint exchange_wish_kind check (kind in ('near', 'couple'));

alter table exchange_plan
  add constraint exchange_plan_state check (state in
    ('queued', 'solving', 'solved', 'no_solution', 'cancelled', 'failed', 'submitted', 'approved', 'rejected'));
-- One plan of a round is solved at a time, and one is on its way to be approved or is.
create unique index exchange_plan_solving on exchange_plan (round_id) where state in ('queued', 'solving');
create unique index exchange_plan_chosen on exchange_plan (round_id) where state in ('submitted', 'approved');

alter table exchange_plan_rule
  add constraint exchange_plan_rule_kind check (kind in ('pin', 'forbid'));

alter table exchange_posting
  add constraint exchange_posting_period check (valid_from < valid_to),
  add constraint exchange_posting_elsewhere check (home_org_id <> host_org_id),
  add constraint exchange_posting_state check (state in ('planned', 'in_force', 'ended', 'cancelled')),
  add constraint exchange_posting_seat check ((need_id is null) = (seat is null) and seat >= 1),
  -- Nobody is at two host schools full-time on one day.
  add constraint exchange_posting_once
    exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (is_full_time and state <> 'cancelled');
create unique index exchange_posting_seat_once on exchange_posting (need_id, seat) where state <> 'cancelled';

alter table exchange_assessment
  add constraint exchange_assessment_kind check (kind in ('midterm', 'final')),
  add constraint exchange_assessment_grade check (grade in ('excellent', 'qualified', 'basically_qualified', 'unqualified'));

alter table exchange_log add constraint exchange_log_kind check (kind in ('duty', 'own'));

alter table exchange_slot
  add constraint exchange_slot_time check (weekday between 1 and 7 and starts_at >= 0 and starts_at < ends_at and ends_at <= 1440),
  add constraint exchange_slot_period check (valid_from < valid_to),
  -- Nobody teaches at two places at one hour.
  add constraint exchange_slot_once exclude using gist
    (person_id with =, weekday with =, int4range(starts_at, ends_at) with &&, daterange(valid_from, valid_to) with &&);

-- How many people a county (or a city, right below it) has: with it the due list is planned as what it is.
create statistics roster_entry_place on (coalesce(county_id, prefecture_id)) from roster_entry;
