-- CreateTable
CREATE TABLE "policy_setting" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "policy_setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "policy_setting_organisation_id_idx" ON "policy_setting"("organisation_id");

-- AddForeignKey
ALTER TABLE "policy_setting" ADD CONSTRAINT "policy_setting_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's language has no words for.

alter table policy_setting
  add constraint policy_setting_period check (valid_to > valid_from),
  add constraint policy_setting_once
    exclude using gist (organisation_id with =, key with =, daterange(valid_from, valid_to) with &&);
