-- CreateTable
CREATE TABLE "form_draft" (
    "account_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("account_id","address")
);

-- CreateIndex
CREATE INDEX "form_draft_saved_at_idx" ON "form_draft"("saved_at");

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
