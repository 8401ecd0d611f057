-- CreateTable
CREATE TABLE "hidden_columns" (
    "account_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "columns" TEXT[],

    CONSTRAINT "hidden_columns_pkey" PRIMARY KEY ("account_id","list")
);

-- AddForeignKey
ALTER TABLE "hidden_columns" ADD CONSTRAINT "hidden_columns_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
