-- CreateTable
CREATE TABLE "import_profile" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "profile" JSONB,
    "counts" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "problem" TEXT,
    "problem_values" JSONB NOT NULL DEFAULT '{}',
    "digest" TEXT,
    "compared_at" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "started_by_id" UUID,
    "started_by_name" TEXT,
    "committed_at" TIMESTAMPTZ(3),
    "committed_by_name" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_name" TEXT,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "warned" BOOLEAN NOT NULL,
    "moved" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID,
    "org_id" UUID,
    "changes" JSONB,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "former_name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "id_kind" TEXT,
    "id_number_cipher" BYTEA,
    "id_number_hash" BYTEA,
    "phone_cipher" BYTEA,
    "ethnicity" TEXT,
    "political_status" TEXT,
    "native_place" TEXT,
    "work_started_on" DATE,
    "teaching_since" DATE,
    "education_level" TEXT,
    "degree" TEXT,
    "institution" TEXT,
    "major" TEXT,
    "employer_number" TEXT,
    "staff_number" TEXT,
    "source_key" TEXT,
    "joined_on" DATE,
    "staff_category" TEXT,
    "post_category" TEXT,
    "post_level" TEXT,
    "school_post" TEXT,
    "stage" TEXT,
    "subject" TEXT,
    "employment_form" TEXT,
    "on_establishment" BOOLEAN,
    "title_level" TEXT,
    "title_since" DATE,
    "status" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row_number")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "batch_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "field" TEXT,
    "value" TEXT,
    "other" TEXT,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("batch_id","row_number","no")
);

-- CreateTable
CREATE TABLE "import_organisation" (
    "batch_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,

    CONSTRAINT "import_organisation_pkey" PRIMARY KEY ("batch_id","no")
);

-- CreateTable
CREATE TABLE "import_left" (
    "batch_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "import_left_pkey" PRIMARY KEY ("batch_id","person_id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "batch_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("batch_id","table_name","row_id")
);

-- CreateTable
CREATE TABLE "import_touch" (
    "batch_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "import_touch_pkey" PRIMARY KEY ("batch_id","person_id")
);

-- CreateTable
CREATE TABLE "import_progress" (
    "batch_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "rows_done" INTEGER NOT NULL,
    "rows_total" INTEGER,
    "share" DOUBLE PRECISION NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("batch_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_profile_organisation_id_name_key" ON "import_profile"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "import_batch_organisation_id_created_at_idx" ON "import_batch"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "import_batch_created_at_idx" ON "import_batch"("created_at");

-- CreateIndex
CREATE INDEX "import_touch_person_id_idx" ON "import_touch"("person_id");

-- AddForeignKey
ALTER TABLE "import_profile" ADD CONSTRAINT "import_profile_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_progress" ADD CONSTRAINT "import_progress_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

alter table import_organisation alter column sort_key type text collate "C";
alter table import_row alter column sort_key type text collate "C";

alter table import_batch add constraint import_batch_state check (state in
  ('uploaded', 'mapped', 'checking', 'ready', 'committing', 'committed', 'undoing', 'undone', 'cancelled', 'refused'));

create index organisation_batch on organisation (batch_id) where batch_id is not null;

-- Undo goes from the batch to its people and from there by person_id, so this index would only cost.
drop index appointment_batch;

-- The lifelong staff number of a sequence value: T, eight digits, a check digit by ISO 7064 MOD 11,10 (staff-number.ts is
-- its twin). One step of the check: the digit is added, 0 counts as 10, doubled, modulo 11. Written out, so that it is
-- inlined into an insert of 200,000 rows.
create or replace function staff_number(bigint) returns text language sql immutable parallel safe as $$
  select 'T' || lpad($1::text, 8, '0') || ((11 - coalesce(nullif((coalesce(nullif((coalesce(nullif((coalesce(nullif((
    coalesce(nullif((coalesce(nullif((coalesce(nullif((coalesce(nullif(
      (10 + $1 / 10000000 % 10) % 10, 0), 10) * 2 % 11
      + $1 / 1000000 % 10) % 10, 0), 10) * 2 % 11
      + $1 / 100000 % 10) % 10, 0), 10) * 2 % 11
      + $1 / 10000 % 10) % 10, 0), 10) * 2 % 11
      + $1 / 1000 % 10) % 10, 0), 10) * 2 % 11
      + $1 / 100 % 10) % 10, 0), 10) * 2 % 11
      + $1 / 10 % 10) % 10, 0), 10) * 2 % 11
      + $1 % 10) % 10, 0), 10) * 2 % 11) % 10)::text
$$;
