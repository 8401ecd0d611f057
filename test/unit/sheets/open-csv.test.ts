// Reading CSV: encodings, what is not CSV although it is called so, and rows that went wrong on the way.
import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import { readCells, readSheet } from './nasty-files.ts'

const utf8 = (content: string) => Buffer.from(content)

describe('encodings', () => {
  const content = '姓名,学校\r\n张𠮷,第一中学\r\n欧阳㛃,𬍛小学\r\n'
  const cells = [
    ['张𠮷', '第一中学'],
    ['欧阳㛃', '𬍛小学'],
  ]

  test.each([
    ['utf-8', utf8(content)],
    ['utf-8', utf8(`\uFEFF${content}`)],
    ['gb18030', iconv.encode(content, 'gb18030')],
    ['utf-16le', iconv.encode(content, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(content, 'utf-16be', { addBOM: true })],
  ])('%s is told by content', async (encoding, bytes) => {
    const opened = await openSheet({ bytes })
    expect(opened).toMatchObject({ ok: true, sheet: { format: 'csv', encoding, headings: ['姓名', '学校'] } })
    expect(await readCells(bytes)).toEqual(cells)
  })

  test('GB18030 of four bytes is what the standard says', async () => {
    const bytes = Buffer.concat([
      utf8('a,b\n'),
      Buffer.from('9534b235', 'hex'),
      Buffer.from(',\xd5\xc5\n', 'latin1'),
    ])
    expect(await readCells(bytes)).toEqual([[String.fromCodePoint(0x20bb7), '张']])
  })

  test('GB18030 whose first bytes beyond ASCII come late is found all the same', async () => {
    const bytes = Buffer.concat([utf8(`a,b\n${'x,y\n'.repeat(100_000)}`), iconv.encode('张,李\n', 'gb18030')])
    expect((await readCells(bytes)).at(-1)).toEqual(['张', '李'])
  })

  test('UTF-8 with a few broken bytes stays UTF-8, and the rows are named', async () => {
    const sound = '姓名,学校\n张三丰,第一中学\n李四光,第二中学\n'
    const bytes = Buffer.concat([utf8(sound), Buffer.from([0xe5, 0xbc]), utf8(',第三中学\n')])
    expect(await readSheet(bytes)).toMatchObject({
      rows: [{}, {}, { rowNumber: 4, issues: [{ column: 0, code: 'undecodable_bytes' }] }],
      warnings: [{ code: 'undecodable_bytes', count: 1, firstRow: 4 }],
    })
  })

  test('GB18030 cut in the middle of a character names the row', async () => {
    const whole = iconv.encode('姓名,学校\n张三丰,第一中学\n李四光,第二中', 'gb18030')
    const read = await readSheet(whole.subarray(0, -1))
    expect(read).toMatchObject({ warnings: [{ code: 'undecodable_bytes', count: 1, firstRow: 3 }] })
  })

  test('any table of Chinese text is read back from UTF-8 and from GB18030', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('张', '𠮷', '﨎', '〇', 'a', '1', '"', ',', '\n', '中'),
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (rows) => {
        const lines = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
        const csv = ['姓名,学校', ...lines].join('\r\n')
        const expected = rows.filter((row) => row.some((value) => value.trim() !== '')).map((row) => [...row])
        expect(await readCells(utf8(csv))).toEqual(expected)
        expect(await readCells(iconv.encode(csv, 'gb18030'))).toEqual(expected)
      }),
    )
  })
})

describe('what it is, is told by content and never by name', () => {
  test.each([
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'pdf_not_sheet'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'old_xls'],
    ['an older .xls', Buffer.from('0902060000001000', 'hex'), 'old_xls'],
    [
      'an encrypted .xlsx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'password_protected',
    ],
    ['a web page', utf8('\uFEFF\r\n<html xmlns:x="urn"><table>'), 'html_not_sheet'],
    ['XML', utf8('<?xml version="1.0"?><Workbook/>'), 'not_a_sheet'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_sheet'],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'not_a_sheet'],
    ['binary', Buffer.from(Array.from({ length: 400 }, (_, i) => i % 20)), 'not_a_sheet'],
    ['nothing', Buffer.alloc(0), 'empty_sheet'],
    ['blank lines', utf8('\r\n , \r\n\r\n'), 'empty_sheet'],
    ['only a byte order mark', utf8('\uFEFF'), 'empty_sheet'],
  ])('%s', async (_, bytes, code) => {
    expect(await readSheet(bytes)).toEqual({ problem: { code } })
  })
})

describe('rows', () => {
  test('are numbered as the sender sees them: title, blank rows and line ends in cells counted', async () => {
    const read = await readSheet(utf8('花名册,\n\n姓名,备注\n张三,"一\n二"\n\n李四,\n'))
    expect(read).toEqual({
      headings: ['姓名', '备注'],
      rows: [
        { rowNumber: 4, cells: ['张三', '一\n二'] },
        { rowNumber: 6, cells: ['李四', ''] },
      ],
      warnings: [{ code: 'heading_not_first', rowNumber: 3 }],
    })
  })

  test('a person may say which row the headings are in', async () => {
    const bytes = utf8('单位：,一中\n姓名,性别\n张三,男\n')
    expect(await readSheet(bytes, { headingRow: 2 })).toMatchObject({
      headings: ['姓名', '性别'],
      rows: [{ rowNumber: 3 }],
    })
    expect(await readSheet(bytes, { headingRow: 99 })).toEqual({ problem: { code: 'empty_sheet' } })
  })

  test('short ones are filled up, long ones kept and flagged', async () => {
    expect(await readSheet(utf8('a,b\n1\n1,2,3\n1,2,\n'))).toMatchObject({
      rows: [
        { cells: ['1', ''] },
        { cells: ['1', '2', '3'], issues: [{ column: 2, code: 'extra_cells' }] },
        { cells: ['1', '2', ''] },
      ],
      warnings: [{ code: 'extra_cells', count: 1, firstRow: 3 }],
    })
  })

  test('a NUL is taken out and its cell flagged', async () => {
    expect(await readSheet(utf8('a,b\n张\0三,2\n'))).toMatchObject({
      rows: [{ cells: ['张三', '2'], issues: [{ column: 0, code: 'nul_character' }] }],
    })
  })

  test('a cell beyond the limit is cut and flagged', async () => {
    const read = await readSheet(utf8(`a,b\n${'x'.repeat(11)},2\n`), { limits: { cellLength: 10 } })
    expect(read).toMatchObject({
      rows: [{ cells: ['xxxxxxxxxx', '2'], issues: [{ column: 0, code: 'cell_too_long' }] }],
    })
  })

  test('come in batches of the size asked for, anew at each call', async () => {
    const opened = await openSheet({ bytes: utf8(`a,b\n${'1,2\n'.repeat(25)}`) })
    if (!opened.ok) throw new Error(opened.problem.code)
    for (let again = 0; again < 2; again += 1) {
      const sizes: number[] = []
      for await (const step of opened.sheet.batches(10)) sizes.push(step.ok ? step.rows.length : -1)
      expect(sizes).toEqual([10, 10, 5])
    }
  })
})

describe('limits', () => {
  const bytes = utf8('a,b,c\n1,2,3\n4,5,6\n')

  test.each([
    [{ fileBytes: 10 }, { code: 'file_too_large', limit: 10 }],
    [{ rows: 1 }, { code: 'too_many_rows', limit: 1 }],
    [{ columns: 2 }, { code: 'too_many_columns', limit: 2, rowNumber: 1 }],
  ])('%j', async (limits, problem) => {
    expect(await readSheet(bytes, { limits })).toEqual({ problem })
  })

  test('what is just within them passes', async () => {
    const limits = { fileBytes: bytes.length, rows: 2, columns: 3 }
    expect(await readCells(bytes, { limits })).toHaveLength(2)
  })

  test('a quote never closed is a problem of the file, found while reading', async () => {
    expect(await readSheet(utf8('a,b\n1,2\n3,"4\n5,6\n'))).toEqual({
      problem: { code: 'quote_never_closed', rowNumber: 3 },
    })
  })

  test('a file on disk is measured before it is read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheet-'))
    const path = join(folder, 'roster.pdf')
    await writeFile(path, bytes)
    expect(await openSheet({ path })).toMatchObject({ ok: true, sheet: { format: 'csv' } })
    expect(await openSheet({ path }, { limits: { fileBytes: 5 } })).toMatchObject({
      problem: { code: 'file_too_large' },
    })
    await rm(folder, { recursive: true })
  })
})
