/** Imports step by step, as the pages do, without the pages. */

import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { startCheck, startCommit, startUndo } from '#app/platform/imports/batch.commands.server.ts'
import { getBatch } from '#app/platform/imports/batch.queries.server.ts'
import type { BatchView, RowOutcome } from '#app/platform/imports/batch.ts'
import { runCheck } from '#app/platform/imports/check.server.ts'
import { runCommit } from '#app/platform/imports/commit.server.ts'
import { type MappingChoice, setMapping } from '#app/platform/imports/mapping.server.ts'
import { previewRows } from '#app/platform/imports/preview-rows.server.ts'
import { runUndo } from '#app/platform/imports/undo.server.ts'
import { createBatch, type Upload } from '#app/platform/imports/upload.server.ts'

export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content
}

export function uploadOf(
  content: string | Uint8Array,
  organisationId: string,
  given: Partial<Upload> = {},
): Upload {
  const usual = { subject: 'staff', name: 'roster.csv', asOf: '2026-09-01' }
  return { ...usual, stream: bytesOf(content), organisationId, ...given }
}

/** A roster with these headings, rows below. */
export function csv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, ...rows].map((cells) => cells.join(',')).join('\n')
}

/** Uploads, maps and checks; the batch as it stands then. */
export async function checked(
  db: PrismaClient,
  actor: Actor,
  upload: Upload,
  choice: MappingChoice,
): Promise<BatchView> {
  const created = await createBatch(db, actor, upload)
  if (!created.ok) throw new Error(`refused: ${created.reason}`)
  const mapped = await setMapping(db, actor, created.batchId, choice)
  if (!mapped.ok) throw new Error(`mapping refused: ${mapped.reason}`)
  return checkedAgain(db, actor, created.batchId)
}

export async function checkedAgain(db: PrismaClient, actor: Actor, batchId: string): Promise<BatchView> {
  const started = await startCheck(db, actor, batchId)
  if (!started.ok) throw new Error(`check refused: ${started.reason}`)
  await runCheck(batchId)
  return view(db, actor, batchId)
}

export async function committed(db: PrismaClient, actor: Actor, batchId: string): Promise<BatchView> {
  const started = await startCommit(db, actor, batchId)
  if (!started.ok) throw new Error(`commit refused: ${started.reason}`)
  await runCommit(batchId)
  return view(db, actor, batchId)
}

export async function undone(db: PrismaClient, actor: Actor, batchId: string): Promise<BatchView> {
  const started = await startUndo(db, actor, batchId)
  if (!started.ok) throw new Error(`undo refused: ${started.reason}`)
  await runUndo(batchId)
  return view(db, actor, batchId)
}

export async function view(db: PrismaClient, actor: Actor, batchId: string): Promise<BatchView> {
  const batch = await getBatch(db, actor, batchId)
  if (!batch) throw new Error('no such batch')
  return batch
}

/** Rows of a preview in Chinese. */
export function shown(
  db: PrismaClient,
  actor: Actor,
  batchId: string,
  asked: Parameters<typeof previewRows>[3],
): ReturnType<typeof previewRows> {
  return previewRows(db, actor, batchId, asked, { t: translator('zh-CN'), locale: 'zh-CN' })
}

/** Codes of the remarks on each row of an outcome, by row number. */
export async function codesOf(db: PrismaClient, actor: Actor, batchId: string, outcome: RowOutcome) {
  const { items } = await shown(db, actor, batchId, { outcome, limit: 500 })
  return Object.fromEntries(items.map(({ rowNumber, issues }) => [rowNumber, issues.map(({ code }) => code)]))
}

const registryTables = [
  'organisation',
  'person',
  'appointment',
  'education',
  'title_period',
  'status_period',
  'roster_entry',
] as const

/**
 * Every row of every table of the registry in one text a table: equal before and after, nothing changed. Versions only
 * rise: a form that was open in between must not be saved over what came back.
 */
export async function registryDigest(db: PrismaClient): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const table of registryTables) {
    const [row] = await db.$queryRaw<{ digest: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(text, '|' order by text)), '') as digest
      from (select (to_jsonb(t) - 'version')::text as text from ${Prisma.raw(table)} t) rows`
    digests[table] = row?.digest ?? ''
  }
  return digests
}
