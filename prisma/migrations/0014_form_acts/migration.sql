-- CreateTable
CREATE TABLE "form_act" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "answer" BYTEA NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_act_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateIndex
CREATE INDEX "form_act_done_at_idx" ON "form_act"("done_at");

-- AddForeignKey
ALTER TABLE "form_act" ADD CONSTRAINT "form_act_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
