/** A subject that the engine has never heard of goes the whole way, from the file to the undo. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { listBatches } from '#app/platform/imports/batch.queries.server.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'
import { suggestProfile } from '#app/platform/imports/mapping.server.ts'
import { rejectedSheet } from '#app/platform/imports/sheets.server.ts'
import { registerSubject } from '#app/platform/imports/subject.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { actorWith, buildCounty, buildPrefecture } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { booksEntry, booksNow, withBooks } from './books.ts'
import { checked, committed, csv, shown, undone, uploadOf } from './steps.ts'

registerSubject(booksEntry)

const mapping = { isbn: '书号', title: '书名', copies: '册数' }
const headings = Object.values(mapping)

async function place(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  return { county, actor: await actorWith(db, 'registrar', county.id) }
}

const upload = (rows: readonly (readonly string[])[], organisationId: string) =>
  uploadOf(csv(headings, rows), organisationId, { subject: 'books' })

describe('books', () => {
  test('are suggested, checked, previewed, written, changed, given back and undone', async ({
    db,
    database,
  }) => {
    await withBooks(database, async () => {
      const { county, actor } = await place(db)
      const rows = [
        ['9-1', '红楼梦', '3'],
        ['9-2', '', '1'],
        ['9-3', '西游记', '两本'],
        ['9-4', '水浒传', ''],
      ]
      const created = await createBatch(db, actor, upload(rows, county.id))
      if (!created.ok) throw new Error(created.reason)
      const suggested = await suggestProfile(db, actor, created.batchId)
      expect(suggested).toMatchObject({ ok: true, suggestion: { profile: { mapping }, missing: [] } })

      const first = await checked(db, actor, upload(rows, county.id), { mapping })
      expect(first.counts).toMatchObject({ rows: 4, new: 2, rejected: 2 })
      await committed(db, actor, first.id)
      const before = [
        { isbn: '9-1', title: '红楼梦', copies: 3 },
        { isbn: '9-4', title: '水浒传', copies: 1 },
      ]
      expect(await booksNow(db)).toEqual(before)

      const again = await checked(db, actor, upload([...rows.slice(0, 1), ...rows.slice(3)], county.id), {
        mapping,
      })
      expect(again.counts).toMatchObject({ rows: 2, unchanged: 2 })
      const edited = await checked(
        db,
        actor,
        upload(
          [
            ['9-1', '红楼梦', '5'],
            ['9-5', '三国演义', '2'],
          ],
          county.id,
        ),
        {
          mapping,
        },
      )
      expect(edited.counts).toMatchObject({ new: 1, changed: 1 })
      const { items } = await shown(db, actor, edited.id, { outcome: 'changed' })
      expect(items).toMatchObject([{ name: '红楼梦', note: '9-1', changes: [{ before: '3', after: '5' }] }])
      await committed(db, actor, edited.id)
      expect(await booksNow(db)).toHaveLength(3)
      await undone(db, actor, edited.id)
      expect(await booksNow(db)).toEqual(before)

      const { items: listed } = await listBatches(db, actor)
      expect(listed.map(({ subject }) => subject)).toContain('books')
      expect(await db.importProfile.count({ where: { subject: 'books' } })).toBe(1)
      expect(await rejectedRows(db, actor, first.id)).toEqual([
        ['9-2', '', '1', expect.stringMatching('不在代码表里')],
        ['9-3', '西游记', '两本', expect.stringMatching('两本')],
      ])
    })
  })

  test('come in by the command line as well', async ({ db, database }) => {
    await withBooks(database, async () => {
      const { county } = await place(db)
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'shizi-books-')), 'books.csv')
      writeFileSync(file, csv(headings, [['9-1', '红楼梦', '3']]))
      const { exitCode, report } = await runImportCommand({ subject: 'books', file })
      expect([exitCode, report.state]).toEqual([0, 'committed'])
      expect(await booksNow(db)).toHaveLength(1)
      const batch = await db.importBatch.findUniqueOrThrow({ where: { id: report.batchId ?? '' } })
      expect(batch.organisationId).toBe(county.parentId)
    })
  })
})

async function rejectedRows(db: PrismaClient, actor: Parameters<typeof rejectedSheet>[1], batchId: string) {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await rejectedSheet(db, actor, batchId, 'zh-CN', out)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.concat(chunks) as unknown as Parameters<typeof book.xlsx.load>[0])
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 1) rows.push(headings.concat('').map((_, column) => row.getCell(column + 1).text))
  })
  return rows
}
