-- DropIndex
DROP INDEX "roster_entry_county_id_subject_sort_key_person_id_idx";

-- DropIndex
DROP INDEX "roster_entry_org_id_sort_key_person_id_idx";

-- DropIndex
DROP INDEX "roster_entry_birth_date_person_id_idx";

-- DropIndex
DROP INDEX "roster_entry_staff_number_person_id_idx";

-- CreateIndex
CREATE INDEX "roster_entry_county_subject" ON "roster_entry"("county_id", "subject", "sort_key", "person_id", "valid_from", "valid_to", "status");

-- CreateIndex
CREATE INDEX "roster_entry_org_id_idx" ON "roster_entry"("org_id");

-- CreateIndex
CREATE INDEX "roster_entry_staff_number_idx" ON "roster_entry"("staff_number");


-- What Prisma's language has no words for.

-- Who has no birth date comes after everybody else: one order, and one comparison for a keyset.
create index roster_entry_birth on roster_entry (coalesce(birth_date, date '9999-12-31'), person_id);

-- Few have an honour; the others cost nothing here.
create index roster_entry_honours on roster_entry using gin (honours) where honours <> '{}';
create index person_employer_number on person (employer_number) where employer_number is not null;
