-- AlterTable
ALTER TABLE "person" ADD COLUMN     "search_terms" TEXT[] DEFAULT ARRAY[]::TEXT[];

