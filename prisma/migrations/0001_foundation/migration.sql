-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "id" UUID NOT NULL,
    "last_seq" BIGINT NOT NULL,
    "last_hash" TEXT NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "chain_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "organisation_id" UUID,
    "person_id" UUID,
    "subject" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("chain_id","seq")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file_chunk" (
    "file_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "stored_file_chunk_pkey" PRIMARY KEY ("file_id","no")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "parent_id" UUID,
    "lineage" UUID[],
    "prefecture_id" UUID,
    "county_id" UUID,
    "school_kind" TEXT,
    "stages" TEXT[],
    "place_type" TEXT,
    "is_public" BOOLEAN NOT NULL DEFAULT true,
    "opened_on" DATE,
    "closed_on" DATE,
    "batch_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_designation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document_no" TEXT,

    CONSTRAINT "organisation_designation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_year_figures" (
    "organisation_id" UUID NOT NULL,
    "school_year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "classes" INTEGER NOT NULL,
    "pupils" INTEGER NOT NULL,
    "boarders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "school_year_figures_pkey" PRIMARY KEY ("organisation_id","school_year","stage")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "staff_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "former_name" TEXT,
    "sort_key" TEXT NOT NULL,
    "sex" TEXT NOT NULL DEFAULT '0',
    "birth_date" DATE,
    "id_kind" TEXT NOT NULL DEFAULT '1',
    "id_number_cipher" BYTEA,
    "id_number_hash" BYTEA,
    "phone_cipher" BYTEA,
    "nationality" TEXT NOT NULL DEFAULT '156',
    "ethnicity" TEXT,
    "political_status" TEXT[],
    "native_place" TEXT,
    "work_started_on" DATE,
    "teaching_since" DATE,
    "education_level" TEXT,
    "employer_number" TEXT,
    "source" TEXT,
    "source_key" TEXT,
    "batch_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "is_main" BOOLEAN NOT NULL DEFAULT true,
    "work_org_id" UUID NOT NULL,
    "establishment_org_id" UUID,
    "pay_org_id" UUID,
    "staff_category" TEXT,
    "post_category" TEXT,
    "post_level" TEXT,
    "school_post" TEXT,
    "stage" TEXT,
    "subject" TEXT,
    "employment_form" TEXT,
    "start_reason" TEXT NOT NULL,
    "end_reason" TEXT,
    "document_no" TEXT,
    "batch_id" UUID,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_period" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document_no" TEXT,
    "batch_id" UUID,

    CONSTRAINT "status_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "title_period" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title_level" TEXT NOT NULL,
    "awarded_as" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document_no" TEXT,
    "batch_id" UUID,

    CONSTRAINT "title_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "honour_period" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "honour" TEXT NOT NULL,
    "awarded_by" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document_no" TEXT,
    "batch_id" UUID,

    CONSTRAINT "honour_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "certificate_no" TEXT,
    "subject" TEXT,
    "issued_on" DATE,
    "issuer" TEXT,
    "registered_on" DATE,
    "registered_till" DATE,
    "batch_id" UUID,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "education" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "degree" TEXT,
    "institution" TEXT,
    "major" TEXT,
    "is_full_time" BOOLEAN,
    "is_normal" BOOLEAN,
    "started_on" DATE,
    "finished_on" DATE,
    "batch_id" UUID,

    CONSTRAINT "education_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_entry" (
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "staff_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search" tsvector NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" DATE,
    "prefecture_id" UUID,
    "county_id" UUID,
    "org_id" UUID NOT NULL,
    "establishment_org_id" UUID,
    "pay_org_id" UUID,
    "org_since" DATE NOT NULL,
    "staff_category" TEXT,
    "post_category" TEXT,
    "post_level" TEXT,
    "school_post" TEXT,
    "stage" TEXT,
    "subject" TEXT,
    "title_level" TEXT,
    "honours" TEXT[],
    "status" TEXT NOT NULL,
    "education_level" TEXT,

    CONSTRAINT "roster_entry_pkey" PRIMARY KEY ("person_id","valid_from")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "account_organisation_id_username_idx" ON "account"("organisation_id", "username");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "account_grant_account_id_idx" ON "account_grant"("account_id");

-- CreateIndex
CREATE INDEX "account_grant_organisation_id_idx" ON "account_grant"("organisation_id");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_at_idx" ON "audit_entry"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_at_idx" ON "audit_entry"("person_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE INDEX "organisation_parent_id_sort_key_idx" ON "organisation"("parent_id", "sort_key");

-- CreateIndex
CREATE INDEX "organisation_county_id_kind_sort_key_idx" ON "organisation"("county_id", "kind", "sort_key");

-- CreateIndex
CREATE INDEX "organisation_prefecture_id_kind_sort_key_idx" ON "organisation"("prefecture_id", "kind", "sort_key");

-- CreateIndex
CREATE INDEX "organisation_lineage_idx" ON "organisation" USING GIN ("lineage");

-- CreateIndex
CREATE INDEX "organisation_designation_organisation_id_idx" ON "organisation_designation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_staff_number_key" ON "person"("staff_number");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_number_hash_key" ON "person"("id_number_hash");

-- CreateIndex
CREATE UNIQUE INDEX "person_source_source_key_key" ON "person"("source", "source_key");

-- CreateIndex
CREATE INDEX "appointment_person_id_valid_from_idx" ON "appointment"("person_id", "valid_from");

-- CreateIndex
CREATE INDEX "appointment_work_org_id_idx" ON "appointment"("work_org_id");

-- CreateIndex
CREATE INDEX "qualification_person_id_idx" ON "qualification"("person_id");

-- CreateIndex
CREATE INDEX "education_person_id_idx" ON "education"("person_id");

-- CreateIndex
CREATE INDEX "roster_entry_sort_key_person_id_idx" ON "roster_entry"("sort_key", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_county_id_sort_key_person_id_idx" ON "roster_entry"("county_id", "sort_key", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_county_id_subject_sort_key_person_id_idx" ON "roster_entry"("county_id", "subject", "sort_key", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_org_id_sort_key_person_id_idx" ON "roster_entry"("org_id", "sort_key", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_birth_date_person_id_idx" ON "roster_entry"("birth_date", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_org_since_person_id_idx" ON "roster_entry"("org_since", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_staff_number_person_id_idx" ON "roster_entry"("staff_number", "person_id");

-- CreateIndex
CREATE INDEX "roster_entry_search_idx" ON "roster_entry" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file_chunk" ADD CONSTRAINT "stored_file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_designation" ADD CONSTRAINT "organisation_designation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_year_figures" ADD CONSTRAINT "school_year_figures_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_work_org_id_fkey" FOREIGN KEY ("work_org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_establishment_org_id_fkey" FOREIGN KEY ("establishment_org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_pay_org_id_fkey" FOREIGN KEY ("pay_org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_period" ADD CONSTRAINT "status_period_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_period" ADD CONSTRAINT "title_period_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honour_period" ADD CONSTRAINT "honour_period_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "education" ADD CONSTRAINT "education_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

-- btree_gist: equality of uuid beside overlap of ranges in one exclusion constraint.
create extension if not exists btree_gist;

-- Chinese names are sorted by a stored pinyin key in byte order, the same on every server.
alter table organisation alter column sort_key type text collate "C";
alter table person alter column sort_key type text collate "C";
alter table roster_entry alter column sort_key type text collate "C", alter column staff_number type text collate "C";

-- A period ends after it begins.
alter table appointment add constraint appointment_period check (valid_to > valid_from);
alter table status_period add constraint status_period_period check (valid_to > valid_from);
alter table title_period add constraint title_period_period check (valid_to > valid_from);
alter table honour_period add constraint honour_period_period check (valid_to > valid_from);
alter table organisation_designation add constraint organisation_designation_period check (valid_to > valid_from);
alter table roster_entry add constraint roster_entry_period check (valid_to > valid_from);

-- One main appointment a person a day; one status, one title a day; an honour of a kind once at a time.
alter table appointment add constraint appointment_one_main_a_day
  exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (is_main);
alter table status_period add constraint status_one_a_day
  exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&);
alter table title_period add constraint title_one_a_day
  exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&);
alter table honour_period add constraint honour_once_at_a_time
  exclude using gist (person_id with =, honour with =, daterange(valid_from, valid_to) with &&);
alter table organisation_designation add constraint designation_once_at_a_time
  exclude using gist (organisation_id with =, kind with =, daterange(valid_from, valid_to) with &&);

-- The establishment post goes with the main appointment only.
alter table appointment add constraint appointment_establishment_is_main check (is_main or establishment_org_id is null);

alter table person add constraint person_sex check (sex in ('0', '1', '2', '9'));
alter table person add constraint person_name check (length(name) between 1 and 100);
alter table school_year_figures add constraint school_year_figures_counts check (classes >= 0 and pupils >= 0 and boarders >= 0);
alter table account add constraint account_username check (username = lower(username) and length(username) between 3 and 64);

-- Mostly null, so partial: they serve undo and the check that no organisation in use is deleted.
create index appointment_establishment_org on appointment (establishment_org_id) where establishment_org_id is not null;
create index appointment_pay_org on appointment (pay_org_id) where pay_org_id is not null;
create index appointment_batch on appointment (batch_id) where batch_id is not null;
create index person_batch on person (batch_id) where batch_id is not null;

-- One living grant of a role at an organisation.
create unique index account_grant_once on account_grant (account_id, role, organisation_id) where revoked_at is null;

-- Lifelong staff numbers come from here (staff-number.ts holds their check digit; staff_number() is its twin).
create sequence staff_number_seq;

-- Lineage, county and prefecture of an organisation follow from its parent.
create function organisation_place() returns trigger language plpgsql as $$
declare
  above organisation;
begin
  if new.parent_id is null then
    new.lineage := array[new.id];
    new.prefecture_id := new.id;
    new.county_id := null;
  else
    select * into above from organisation where id = new.parent_id;
    if above.lineage @> array[new.id] then
      raise exception 'organisation % cannot stand below itself', new.code using errcode = '23514', constraint = 'organisation_no_cycle';
    end if;
    new.lineage := above.lineage || new.id;
    new.prefecture_id := above.prefecture_id;
    new.county_id := case when new.kind in ('county', 'zone') then new.id else above.county_id end;
  end if;
  return new;
end $$;
create trigger organisation_place before insert or update of parent_id, kind, lineage on organisation
  for each row execute function organisation_place();

create function organisation_place_below() returns trigger language plpgsql as $$
begin
  if new.lineage is distinct from old.lineage or new.county_id is distinct from old.county_id then
    update organisation set lineage = lineage where parent_id = new.id;
  end if;
  return null;
end $$;
create trigger organisation_place_below after update on organisation
  for each row execute function organisation_place_below();

-- The audit trail only ever grows.
create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed' using errcode = '42501';
end $$;
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function audit_entry_is_final();
create trigger audit_entry_is_kept before truncate on audit_entry
  for each statement execute function audit_entry_is_final();
