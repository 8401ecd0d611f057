/** Import batches for tests. Each makes the file and the organisation it lacks. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { buildCounty } from './organisations.ts'

/** An uploaded file of one chunk. */
export async function buildStoredFile(db: Db, given: { name?: string; text?: string } = {}) {
  const text = given.text ?? '姓名\n王秀英\n'
  return db.storedFile.create({
    data: {
      id: newId(),
      name: given.name ?? '教职工.csv',
      bytes: Buffer.byteLength(text),
      sha256: '',
      chunks: { create: { no: 0, bytes: encryptPersonal(text) } },
    },
  })
}

/** A batch that is uploaded and no more, unless `state` says otherwise. */
export async function buildImportBatch(db: Db, given: Partial<Prisma.ImportBatchUncheckedCreateInput> = {}) {
  const organisationId = given.organisationId ?? (await buildCounty(db)).id
  const fileId = given.fileId ?? (await buildStoredFile(db)).id
  const usual = {
    id: newId(),
    subject: 'staff',
    asOf: toDbDate('2026-09-01'),
    state: 'uploaded',
    counts: {},
    warnings: {},
  }
  return db.importBatch.create({
    data: { ...usual, createdByName: '测试', ...given, organisationId, fileId },
  })
}
