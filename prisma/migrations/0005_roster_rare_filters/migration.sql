-- DropIndex
DROP INDEX "roster_entry_org_since_person_id_idx";

-- CreateIndex
CREATE INDEX "roster_entry_org_since" ON "roster_entry"("org_since", "person_id", "valid_to", "status");


-- What Prisma's language has no words for.

-- The eldest and the longest serving stand behind all who have retired: these are passed by in the index.
drop index roster_entry_birth;
create index roster_entry_birth on roster_entry (coalesce(birth_date, date '9999-12-31'), person_id, valid_to, status);

-- What few have is found without reading everybody; the others cost nothing here.
create index roster_entry_not_in_post on roster_entry (status, valid_to) where status <> 'in_post';
create index roster_entry_school_post on roster_entry (school_post, valid_to) where school_post is not null;
