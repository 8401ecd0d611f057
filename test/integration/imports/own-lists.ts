/** Lists of ours as files that come back: exported, as a workbook, and how the importer reads them by itself. */
import { Writable } from 'node:stream'
import { expect } from 'vitest'
import { rosterSheet } from '#app/modules/registry/roster.sheets.server.ts'
import { EVERYBODY } from '#app/modules/registry/roster.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { Profile } from '#app/platform/imports/batch.ts'
import { suggestProfile } from '#app/platform/imports/mapping.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import type { SheetSpec, SheetValue } from '#app/platform/sheets/sheet-spec.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { uploadOf } from './steps.ts'

export type Export = { columns: SheetSpec['columns']; rows: SheetValue[][] }

export async function keptSheet({ columns, rows }: Pick<SheetSpec, 'columns' | 'rows'>): Promise<Export> {
  const kept: SheetValue[][] = []
  for await (const row of rows) kept.push([...row])
  return { columns, rows: kept }
}

/** The roster of today, of all that the actor sees, whoever left too. */
export function exportedRoster(db: PrismaClient, actor: Actor): Promise<Export> {
  return keptSheet(rosterSheet(db, actor, { ...EVERYBODY, status: 'all', asOf: today() }, 'zh-CN'))
}

export async function workbookOf({ columns, rows }: Export): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await writeXlsx({ sheetName: '教职工', columns, rows }, out)
  return new Uint8Array(Buffer.concat(chunks))
}

/** What the importer makes of the file's headings, with nothing left to ask. */
export async function suggestedFor(
  db: PrismaClient,
  actor: Actor,
  bytes: Uint8Array,
  organisationId: string,
): Promise<Profile> {
  const created = await createBatch(db, actor, uploadOf(bytes, organisationId))
  if (!created.ok) throw new Error(created.reason)
  const suggested = await suggestProfile(db, actor, created.batchId)
  if (!suggested.ok) throw new Error(suggested.reason)
  expect(suggested.suggestion.missing).toEqual([])
  return suggested.suggestion.profile
}
