// Reading .xlsx: every kind of cell, workbooks of odd writers, and zips that mean harm.
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import { oneSheet, rawWorkbook, rawWorkbookParts, rawZip, readCells, readSheet, text } from './nasty-files.ts'

const value = (reference: string, content: string, attributes = '') =>
  `<c r="${reference}" ${attributes}><v>${content}</v></c>`
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`

describe('cells', () => {
  test.each([
    ['a shared string', value('B2', '0', 't="s"'), '张三 & 李四'],
    ['a shared string in runs, without its phonetic guide', value('B2', '1', 't="s"'), '张三丰'],
    ['an inline string', text('B2', ' 张&lt;三 '), ' 张<三 '],
    [
      'an inline string in runs',
      '<c r="B2" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c>',
      '张三',
    ],
    ['text that spells an entity', text('B2', '&amp;lt;'), '&lt;'],
    ['an escaped line end', text('B2', 'a_x000D_b'), 'a\rb'],
    ['a number', value('B2', '0.30000000000000004'), '0.3'],
    ['a date', value('B2', '31229', 's="1"'), '1985-07-01'],
    ['a date and time', value('B2', '31229.75', 's="1"'), '1985-07-01 18:00:00'],
    ['a built-in East Asian date', value('B2', '31229', 's="2"'), '1985-07-01'],
    ['a date in ISO form', value('B2', '1985-07-01T00:00:00', 't="d"'), '1985-07-01'],
    ['yes', value('B2', '1', 't="b"'), 'TRUE'],
    ['no', value('B2', '0', 't="b"'), 'FALSE'],
    ['a style that does not exist', value('B2', '5', 's="99"'), '5'],
  ])('%s', async (_, cell, expected) => {
    const sharedStrings = [
      '<t>张三 &amp; 李四</t>',
      '<r><t>张</t></r><r><t>三丰</t></r><rPh><t>zhang</t></rPh>',
    ]
    const bytes = oneSheet(row(2, text('A2', '甲'), cell), { sharedStrings, formats: [0, 14, 57] })
    expect(await readCells(bytes)).toEqual([['甲', expected]])
  })

  test('an error is an empty cell with a flag', async () => {
    expect(await readSheet(oneSheet(row(2, text('A2', '甲'), value('B2', '#N/A', 't="e"'))))).toMatchObject({
      rows: [{ cells: ['甲', ''], issues: [{ column: 1, code: 'error_value' }] }],
      warnings: [{ code: 'error_value', count: 1, firstRow: 2 }],
    })
  })

  test('an ID number stored as a number is flagged, one of 15 digits is not', async () => {
    const bytes = oneSheet(row(2, value('A2', '3.7159919850701E+17'), value('B2', '371599850701001')))
    expect(await readSheet(bytes)).toMatchObject({
      rows: [
        {
          cells: ['371599198507010000', '371599850701001'],
          issues: [{ column: 0, code: 'number_lost_digits' }],
        },
      ],
    })
  })

  test('of a formula the stored result is taken; without one the cell is flagged', async () => {
    const rows =
      row(2, '<c r="A2" t="str"><f>B2&amp;"x"</f><v>=cmd|x</v></c>', '<c r="B2"><f>1+1</f><v>2</v></c>') +
      row(3, text('A3', '乙'), '<c r="B3"><f>1+1</f></c>')
    expect(await readSheet(oneSheet(rows))).toMatchObject({
      rows: [{ cells: ['=cmd|x', '2'] }, { issues: [{ column: 1, code: 'formula_without_result' }] }],
      warnings: [
        { code: 'formulas', count: 3 },
        { code: 'formula_without_result', count: 1, firstRow: 3 },
      ],
    })
  })

  test('the date system of 1904 is honoured', async () => {
    const bytes = oneSheet(row(2, text('A2', '甲'), value('B2', '29767', 's="1"')), {
      date1904: true,
      formats: [0, 14],
    })
    expect(await readCells(bytes)).toEqual([['甲', '1985-07-01']])
  })

  test('29 February 1900 is flagged', async () => {
    const bytes = oneSheet(row(2, text('A2', '甲'), value('B2', '60', 's="1"')), { formats: [0, 14] })
    expect(await readSheet(bytes)).toMatchObject({ rows: [{ issues: [{ column: 1, code: 'no_such_day' }] }] })
  })
})

describe('sheets', () => {
  test('cells and rows without a reference follow those before them', async () => {
    const bytes = oneSheet(
      '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row>',
    )
    expect(await readSheet(bytes)).toMatchObject({
      rows: [
        { rowNumber: 2, cells: ['甲', '1'] },
        { rowNumber: 5, cells: ['2', ''] },
      ],
    })
  })

  test('element names may carry a prefix', async () => {
    expect(await readCells(oneSheet(row(2, text('A2', '甲'), value('B2', '1')), { prefix: 'x' }))).toEqual([
      ['甲', '1'],
    ])
  })

  test('a merged title above the headings is no matter, merged cells below are counted', async () => {
    const rows =
      row(1, text('A1', '花名册')) + row(3, text('A3', '姓名'), text('B3', '学校')) + row(4, text('A4', '甲'))
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B4:B5"/></mergeCells>'
    expect(await readSheet(rawWorkbook({ sheets: [{ rows, after }] }))).toMatchObject({
      headings: ['姓名', '学校'],
      warnings: [
        { code: 'heading_not_first', rowNumber: 3 },
        { code: 'merged_cells', count: 1 },
      ],
    })
  })

  test('the first visible sheet with content is read, the others are named', async () => {
    const filled = row(1, text('A1', '姓名'), text('B1', '学校')) + row(2, text('A2', '甲'))
    const opened = await openSheet({
      bytes: rawWorkbook({
        sheets: [
          { name: '隐', state: 'hidden', rows: filled },
          { name: '空', rows: row(1, text('A1', ' ')) },
          { name: '甲', rows: filled },
          { name: '乙', rows: filled },
        ],
      }),
    })
    if (!opened.ok) throw new Error(opened.problem.code)
    expect(opened.sheet.sheetName).toBe('甲')
    expect(opened.sheet.warnings()).toEqual([{ code: 'other_sheets_ignored', sheets: ['空', '乙'] }])
  })

  test('repeated headings are made distinct', async () => {
    const bytes = rawWorkbook({
      sheets: [{ rows: row(1, text('A1', '电话'), text('C1', '电话')) + row(2, value('A2', '1')) }],
    })
    expect(await readSheet(bytes, { headingRow: 1 })).toMatchObject({ headings: ['电话', '(B)', '电话 (2)'] })
  })

  test('a workbook made by exceljs, with links, rich text and shared formulas, is read', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('教师')
    sheet.addRow(['姓名', '生日', '链接', '富文本', '数'])
    sheet.addRow([
      '张𠮷',
      new Date(Date.UTC(1985, 6, 1)),
      { text: '主页', hyperlink: 'http://example.org' },
      { richText: [{ text: '甲', font: { bold: true } }, { text: '乙' }] },
      { formula: 'A1', result: 7 },
    ])
    expect(await readCells(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual([
      ['张𠮷', '1985-07-01', '主页', '甲乙', '7'],
    ])
  })

  test.each([
    ['no content', row(1, text('A1', '  '))],
    ['no row', ''],
  ])('%s: empty_sheet', async (_, rows) => {
    expect(await readSheet(rawWorkbook({ sheets: [{ rows }] }))).toEqual({ problem: { code: 'empty_sheet' } })
  })

  test('content beyond the columns allowed is a problem in the headings and a flag in a row', async () => {
    const far = oneSheet(row(2, text('A2', '甲'), value('XFD2', '1')))
    expect(await readSheet(far)).toMatchObject({ rows: [{ issues: [{ column: 2, code: 'extra_cells' }] }] })
    expect(await readSheet(far, { limits: { columns: 1 } })).toMatchObject({
      problem: { code: 'too_many_columns' },
    })
  })

  test('too many rows', async () => {
    const bytes = oneSheet(row(2, value('A2', '1')) + row(3, value('A3', '1')))
    expect(await readSheet(bytes, { limits: { rows: 1 } })).toEqual({
      problem: { code: 'too_many_rows', limit: 1 },
    })
  })
})

describe('zips that are no workbook, or worse', () => {
  const parts = rawWorkbookParts({ sheets: [{ rows: row(1, text('A1', '姓名'), text('B1', '学校')) }] })
  const zeros = Buffer.alloc(20 * 1024 * 1024)
  const changed = (name: string, change: Partial<(typeof parts)[number]>) =>
    rawZip(parts.map((part) => (part.name === name ? { ...part, ...change } : part)))

  test.each([
    ['an ordinary zip', rawZip([{ name: 'a.txt', content: 'a' }]), 'not_a_sheet'],
    ['an empty zip', rawZip([]), 'not_a_sheet'],
    ['a text document', changed('xl/workbook.xml', { content: '<document/>' }), 'not_a_sheet'],
    ['a zip cut in half', rawZip(parts).subarray(0, 600), 'unreadable_workbook'],
    [
      'a missing part',
      rawZip(parts.filter((part) => part.name !== 'xl/worksheets/tab0.xml')),
      'unreadable_workbook',
    ],
    [
      'broken XML',
      changed('xl/worksheets/tab0.xml', { content: '<worksheet><row></worksheet>' }),
      'unreadable_workbook',
    ],
    ['a string that is not there', oneSheet(row(2, value('A2', '7', 't="s"'))), 'unreadable_workbook'],
    ['a reference that is none', oneSheet(row(2, value('7', '7'))), 'unreadable_workbook'],
    [
      'a path out of the zip',
      rawZip([...parts, { name: '../../etc/passwd', content: '' }]),
      'unreadable_workbook',
    ],
    ['a locked zip', changed('xl/styles.xml', { encrypted: true }), 'password_protected'],
    ['a part smaller than declared', changed('xl/styles.xml', { declaredSize: 9999 }), 'unreadable_workbook'],
    ['a bomb that tells its size', rawZip([...parts, { name: 'xl/media/a', content: zeros }]), 'zip_bomb'],
    [
      'a bomb that lies',
      changed('xl/worksheets/tab0.xml', { content: zeros, declaredSize: 1000 }),
      'zip_bomb',
    ],
    [
      'a bomb that lies in the strings',
      changed('xl/sharedStrings.xml', { content: zeros, declaredSize: 10 }),
      'zip_bomb',
    ],
    [
      'a swarm of parts',
      rawZip(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, content: '' }))),
      'zip_bomb',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await readSheet(bytes)).toMatchObject({ problem: { code } })
  })

  test('the sum of all parts is bounded, not only each', async () => {
    expect(await readSheet(rawZip(parts), { limits: { inflatedBytes: 500 } })).toEqual({
      problem: { code: 'zip_bomb', limit: 500 },
    })
  })

  test('one endless text is stopped before it fills the memory', async () => {
    const flood = Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(12 * 1024 * 1024, 'a')])
    expect(await readSheet(changed('xl/worksheets/tab0.xml', { content: flood }))).toEqual({
      problem: { code: 'zip_bomb' },
    })
  })

  test('entities of a document type are not expanded', async () => {
    const content = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>${row(1, text('A1', '&b;'))}</sheetData></worksheet>`
    expect(await readSheet(changed('xl/worksheets/tab0.xml', { content }))).toEqual({
      problem: { code: 'unreadable_workbook' },
    })
  })
})
