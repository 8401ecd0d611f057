/** Files that are broken or hostile: refused in words or read for what they say, nothing half-written. */
import ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { actorWith, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, csv, uploadOf } from './steps.ts'

const mapping = { name: '姓名', idNumber: '身份证号', orgName: '学校' }
const headings = Object.values(mapping)
const id = (at: number) => madeResidentId('1985-07-01', 700 + at * 2)

async function place(db: PrismaClient) {
  const county = await buildCounty(db)
  await buildSchool(db, { parentId: county.id, name: '第一中学' })
  return { county, actor: await actorWith(db, 'registrar', county.id) }
}

const nothingKept = async (db: PrismaClient) => ({
  batches: await db.importBatch.count(),
  files: await db.storedFile.count(),
  rows: await db.staffImportRow.count(),
})

describe('what is no sheet, or too much of one', () => {
  test.for([
    ['a million columns', (): string => `${'列,'.repeat(1_000_000)}\n`, 'too_many_columns'],
    ['one record without an end', (): string => `"${'x'.repeat(9 * 1024 * 1024)}`, 'row_too_long'],
    ['nothing but blank lines', (): string => '\n\n \n', 'empty_sheet'],
  ] as const)('%s', async ([, content, reason], { db }) => {
    const { county, actor } = await place(db)
    expect(await createBatch(db, actor, uploadOf(content(), county.id))).toMatchObject({ ok: false, reason })
    expect(await nothingKept(db)).toEqual({ batches: 0, files: 0, rows: 0 })
  })

  test('an upload that breaks off in the middle leaves nothing behind', async ({ db }) => {
    const { county, actor } = await place(db)
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(csv(headings, [['张伟', id(1), '第一中学']]))
      throw new Error('aborted')
    }
    const upload = { ...uploadOf('', county.id), stream: broken() }
    await expect(createBatch(db, actor, upload)).rejects.toThrow('aborted')
    expect(await nothingKept(db)).toEqual({ batches: 0, files: 0, rows: 0 })
    expect(await db.storedFileChunk.count()).toBe(0)
  })

  test('headings without a row below them are refused at the check, and nothing is staged', async ({
    db,
  }) => {
    const { county, actor } = await place(db)
    const batch = await checked(db, actor, uploadOf(csv(headings, []), county.id), { mapping })
    expect(batch).toMatchObject({ state: 'refused', problem: 'no_rows' })
    expect((await nothingKept(db)).rows).toBe(0)
  })
})

test('a formula that refers to another file is taken at its last result, and never asked', async ({ db }) => {
  const { county, actor } = await place(db)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('花名册')
  sheet.addRow(headings)
  sheet.addRow([{ formula: "'[人事.xlsx]表1'!A1", result: '张伟' }, id(1), '第一中学'])
  sheet.addRow([{ formula: 'WEBSERVICE("http://127.0.0.1:9/x")' }, id(2), '第一中学'])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const batch = await checked(db, actor, uploadOf(bytes, county.id, { name: 'roster.xlsx' }), { mapping })
  expect(batch.counts).toMatchObject({ new: 1, rejected: 1 })
  expect(batch.warnings).toContainEqual({ code: 'formulas', count: 2 })
})
