/** The upload: stores the file, looks whether it is a sheet at all, and begins a batch. */

import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { settings } from '#app/platform/env.server.ts'
import { deleteFile, storeFile } from '#app/platform/files/stored-file.server.ts'
import { isId, newId } from '#app/platform/ids.ts'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import { noCounts, type UploadRefusal } from './batch.ts'
import { subjectEntry } from './subject.ts'

export type Upload = {
  /** What the file is about: a subject's name. */
  subject: string
  name: string
  stream: AsyncIterable<Uint8Array>
  organisationId: string
  /** YYYY-MM-DD: the day from which what changed holds. */
  asOf: string
  /** The file names everybody of its source. */
  complete?: boolean
}

/** Stores an upload and begins its batch, in state `uploaded`. What is no sheet is refused and not kept. */
export async function createBatch(
  db: Db,
  actor: Actor,
  upload: Upload,
): Promise<Outcome<{ batchId: string }, UploadRefusal>> {
  const { subject, organisationId, asOf, complete = false } = upload
  if (!isPlainDate(asOf)) return { ok: false, reason: 'as_of_not_a_date' }
  if (asOf > today()) return { ok: false, reason: 'as_of_in_future' }
  const organisation = isId(organisationId)
    ? await db.organisation.findUnique({ where: { id: organisationId }, select: { lineage: true } })
    : null
  if (!organisation) return { ok: false, reason: 'organisation_not_found' }
  if (!can(actor, subjectEntry(subject).action, organisation)) return { ok: false, reason: 'forbidden' }
  const stored = await keepSheet(db, upload)
  if (!stored.ok) return stored
  const id = newId()
  await db.importBatch.create({
    data: {
      id,
      subject,
      organisationId,
      fileId: stored.fileId,
      asOf: toDbDate(asOf),
      complete,
      state: 'uploaded',
      counts: noCounts,
      warnings: [],
      createdById: actor.accountId,
      createdByName: actor.displayName,
    },
  })
  return { ok: true, batchId: id }
}

/** Passes a stream on and copies it into `copy`, up to its end: reading the file back would take as long as storing it. */
async function* copying(stream: AsyncIterable<Uint8Array>, copy: Buffer): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const piece of stream) {
    if (at < copy.length) copy.set(piece.subarray(0, copy.length - at), at)
    at += piece.length
    yield piece
  }
}

/** The stored file, once it is known to be a sheet. */
export async function keepSheet(
  db: Db,
  { name, stream }: Pick<Upload, 'name' | 'stream'>,
): Promise<Outcome<{ fileId: string }, UploadRefusal>> {
  const limit = settings().UPLOAD_MAX_MB * 1024 * 1024
  // Memory that is not written to is not taken: this takes as much as the file has.
  const copy = Buffer.allocUnsafeSlow(limit)
  const stored = await storeFile(db, name, copying(stream, copy), limit)
  if (!stored.ok) return { ok: false, reason: stored.reason, values: { limit: settings().UPLOAD_MAX_MB } }
  const { id, bytes } = stored.file
  const opened =
    bytes === 0 ? null : await openSheet({ bytes: copy.subarray(0, bytes) }, { limits: { fileBytes: limit } })
  if (opened?.ok) return { ok: true, fileId: id }
  await deleteFile(db, id)
  if (!opened) return { ok: false, reason: 'file_missing' }
  const { code, ...values } = opened.problem
  return { ok: false, reason: code, values }
}
