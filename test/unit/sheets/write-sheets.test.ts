// Writing: what goes in comes back, nothing becomes a formula, and the sender's own sheet returns with reasons.
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendErrorColumn } from '#app/platform/sheets/append-error-column.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { readCells, readSheet } from './nasty-files.ts'

class Sink extends Writable {
  private readonly chunks: Buffer[] = []

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void) {
    this.chunks.push(Buffer.from(chunk))
    done()
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks)
  }
}

async function xlsx(spec: SheetSpec | readonly SheetSpec[], options?: { sheetRows?: number }) {
  const sink = new Sink()
  const { rows } = await writeXlsx(spec, sink, options)
  return { rows, bytes: sink.bytes }
}

async function byExcelJs(bytes: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}

const LIVE = ["=cmd|' /C calc'!A0", '+1+1', '-1+1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")']
const COLUMNS = [
  { heading: '姓名', width: 12 },
  { heading: '=标题' },
  { heading: '生日', kind: 'date' as const },
  { heading: '数', kind: 'number' as const },
]

describe('xlsx', () => {
  test('several tables become several sheets of one workbook, in order', async () => {
    const sheet = (sheetName: string, rows: string[][]) => ({ sheetName, columns: [{ heading: 'a' }], rows })
    const { bytes, rows } = await xlsx([
      sheet('人员', [['1'], ['2']]),
      sheet('代码', []),
      sheet('说明', [['3']]),
    ])
    const book = await byExcelJs(bytes)
    expect(book.worksheets.map((one) => [one.name, one.rowCount])).toEqual([
      ['人员', 3],
      ['代码', 1],
      ['说明', 2],
    ])
    expect(rows).toBe(3)
  })

  test('text comes back as it was, whatever it holds', async () => {
    const cell = fc.string({
      unit: fc.oneof(
        fc.constantFrom('_x0041_', '=', '&', '<', '"', '\r', '\n', '\u0001', '\u0085', ' ', '张', '𠮷'),
        fc.string({ maxLength: 1 }),
      ),
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (rows) => {
        const { bytes } = await xlsx({ sheetName: 's', columns: COLUMNS.slice(0, 2), rows })
        const kept = rows.filter((row) => row.some((text) => text.trim() !== ''))
        const expected = kept.map((row) => row.map((text) => text.replaceAll('\0', '')))
        expect(await readCells(bytes)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('no text becomes a formula, in a cell or in a heading', async () => {
    const { bytes } = await xlsx({
      sheetName: 's',
      columns: COLUMNS.slice(0, 2),
      rows: LIVE.map((text) => [text, text]),
    })
    const sheet = (await byExcelJs(bytes)).worksheets[0]
    const types = new Set<number>()
    sheet?.eachRow((row) => row.eachCell((cell) => types.add(cell.type)))
    expect([...types]).toEqual([ExcelJS.ValueType.String])
    expect(await readCells(bytes)).toEqual(LIVE.map((text) => [text, text]))
  })

  test('another reader finds numbers, dates, a frozen bold heading and a filter', async () => {
    const rows = [
      ['张三', '371599198507010010', '1985-07-01', 5],
      ['李四', '', '不详', '007'],
      [null, 'x', '1900-01-01', '2.5'],
    ]
    const { bytes } = await xlsx({ sheetName: 'a/b:c', columns: COLUMNS, rows })
    const sheet = (await byExcelJs(bytes)).getWorksheet('a b c')
    expect(sheet?.getCell('A1').font?.bold).toBe(true)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:D4')
    expect(sheet?.getColumn(1).width).toBe(12)
    expect(sheet?.getCell('B2').value).toBe('371599198507010010')
    expect(sheet?.getCell('C2').value).toEqual(new Date(Date.UTC(1985, 6, 1)))
    expect(sheet?.getCell('C3').value).toBe('不详')
    expect(sheet?.getCell('C4').value).toBe('1900-01-01')
    expect([2, 3, 4].map((row) => sheet?.getCell(row, 4).value)).toEqual([5, '007', 2.5])
  })

  test('rows that do not fit go on in the next sheet under the same headings', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => [`${i}`, 'x'])
    const written = await xlsx({ sheetName: '教师', columns: COLUMNS.slice(0, 2), rows }, { sheetRows: 3 })
    const book = await byExcelJs(written.bytes)
    expect(written.rows).toBe(5)
    expect(book.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['教师', 3],
      ['教师 (2)', 3],
      ['教师 (3)', 2],
    ])
    expect(book.worksheets[2]?.getCell('A1').value).toBe('姓名')
  })

  test('a sheet without rows is still a sheet', async () => {
    const { bytes, rows } = await xlsx({ sheetName: '', columns: COLUMNS, rows: [] })
    expect(rows).toBe(0)
    expect(await readSheet(bytes)).toMatchObject({ headings: ['姓名', '=标题', '生日', '数'], rows: [] })
  })

  test('a source that fails is heard of, and so is a sink', async () => {
    async function* broken(): AsyncGenerator<string[]> {
      yield ['a', 'b']
      throw new Error('the database went away')
    }
    await expect(xlsx({ sheetName: 's', columns: COLUMNS, rows: broken() })).rejects.toThrow(
      'the database went away',
    )
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) })
    await expect(writeXlsx({ sheetName: 's', columns: COLUMNS, rows: [['a', 'b']] }, full)).rejects.toThrow(
      'disk full',
    )
  })
})

describe('the rejected rows', () => {
  const source = { bytes: Buffer.from('花名册,,\n姓名,电话,电话\n张三,1,\n=cmd|x,2,\n王五,3,4\n') }

  test('come back under the sender’s own headings, with the reason in front', async () => {
    const sink = new Sink()
    const errors = new Map([
      [4, '姓名有误'],
      [5, '电话重复'],
      [99, '没有这一行'],
    ])
    const done = await appendErrorColumn({ source, errors, errorHeading: '问题', sheetName: '退回' }, sink)
    expect(done).toEqual({ ok: true, rows: 2 })
    const sheet = (await byExcelJs(sink.bytes)).getWorksheet('退回')
    expect(sheet?.getRow(1).values).toEqual([undefined, '姓名', '电话', '电话', '问题'])
    expect(sheet?.getRow(2).values).toEqual([undefined, '=cmd|x', '2', undefined, '姓名有误'])
    expect(sheet?.getRow(3).values).toEqual([undefined, '王五', '3', '4', '电话重复'])
  })

  test('a source that cannot be read is a problem, not a broken file', async () => {
    const rejected = { errors: [], errorHeading: '问题', sheetName: '退回' }
    const opening = appendErrorColumn({ ...rejected, source: { bytes: Buffer.from('%PDF-1.4') } }, new Sink())
    expect(await opening).toEqual({ ok: false, problem: { code: 'pdf_not_sheet' } })
    const reading = appendErrorColumn({ ...rejected, source: { bytes: Buffer.from('a,b\n"c') } }, new Sink())
    expect(await reading).toEqual({ ok: false, problem: { code: 'quote_never_closed', rowNumber: 2 } })
  })
})
