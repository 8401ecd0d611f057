-- CreateTable
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_filter_organisation_id_list_idx" ON "saved_filter"("organisation_id", "list");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_account_id_list_name_key" ON "saved_filter"("account_id", "list", "name");

-- AddForeignKey
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table saved_filter add constraint saved_filter_name check (char_length(name) between 1 and 40),
  add constraint saved_filter_query check (char_length(query) <= 2000);
