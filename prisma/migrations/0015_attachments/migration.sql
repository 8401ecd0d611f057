-- CreateTable
CREATE TABLE "file_content" (
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "type" TEXT,
    "place" TEXT NOT NULL DEFAULT 'database',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_content_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "file_content_chunk" (
    "sha256" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_content_chunk_pkey" PRIMARY KEY ("sha256","no")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID,
    "added_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE INDEX "attachment_person_id_idx" ON "attachment"("person_id");

-- AddForeignKey
ALTER TABLE "file_content_chunk" ADD CONSTRAINT "file_content_chunk_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table file_content add constraint file_content_place check (place in ('database', 'directory')),
  add constraint file_content_bytes check (bytes >= 0);

-- Proofs of exemptions become attachments. Their chunks are encrypted one by one, so they move as they are.
alter table exchange_exemption add column proof_id uuid;
insert into file_content (sha256, bytes, created_at)
  select distinct on (f.sha256) f.sha256, f.bytes, f.created_at from stored_file f
  where f.id in (select proof_file_id from exchange_exemption) order by f.sha256, f.id;
insert into file_content_chunk (sha256, no, bytes)
  select f.sha256, c.no, c.bytes from stored_file_chunk c join (
    select distinct on (sha256) sha256, id from stored_file
    where id in (select proof_file_id from exchange_exemption) order by sha256, id) f on f.id = c.file_id;
update exchange_exemption set proof_id = gen_random_uuid() where proof_file_id is not null;
insert into attachment (id, sha256, name, kind, organisation_id, person_id, added_by_id, created_at)
  select x.proof_id, f.sha256, f.name, 'exchange.proof', x.org_id, x.person_id, x.recorded_by_id, f.created_at
  from exchange_exemption x join stored_file f on f.id = x.proof_file_id;
create temporary table moved_proof as select distinct proof_file_id as id from exchange_exemption where proof_file_id is not null;
alter table exchange_exemption drop constraint exchange_exemption_proof_file_id_fkey, drop column proof_file_id;
delete from stored_file f using moved_proof m where f.id = m.id
  and not exists (select from import_batch b where b.file_id = f.id);
drop table moved_proof;

-- AddForeignKey
ALTER TABLE "exchange_exemption" ADD CONSTRAINT "exchange_exemption_proof_id_fkey" FOREIGN KEY ("proof_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
