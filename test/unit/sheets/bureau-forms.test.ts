/** Forms as bureaus send them: cover sheets, headings in several rows, merged schools, totals, a sheet a school, strays far out. */
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openSheet, SHEET_COLUMN } from '#app/platform/sheets/open-sheet.server.ts'

const known = ['姓名', '性别', '学校', '身份证号', '学历', '毕业院校']

type Cells = readonly (string | number | null)[]

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function add(book: ExcelJS.Workbook, name: string, rows: readonly Cells[], merges: readonly string[] = []) {
  const sheet = book.addWorksheet(name)
  for (const row of rows) sheet.addRow([...row])
  for (const range of merges) sheet.mergeCells(range)
  return sheet
}

async function read(bytes: Uint8Array, form: { sheets?: string[]; takeIn?: number[] } = {}) {
  const opened = await openSheet({ bytes }, { form: { known, ...form } })
  if (!opened.ok) throw new Error(opened.problem.code)
  const { sheet } = opened
  const rows = []
  for await (const step of sheet.batches()) {
    if (!step.ok) throw new Error(step.problem.code)
    rows.push(...step.rows)
  }
  const warnings = sheet.warnings()
  const leftOut = warnings.flatMap((one) => (one.code === 'rows_left_out' ? one.rows : []))
  const starts = warnings.flatMap((one) => (one.code === 'sheets_joined' ? one.sheets : []))
  return { sheet, rows, cells: rows.map((row) => row.cells), leftOut, starts }
}

describe('the sheet', () => {
  test('with the known headings is read, whatever stands before it', async () => {
    const bytes = await workbook((book) => {
      add(book, '封面', [['聊城市教职工信息采集表'], ['填报单位', '一中'], ['填报日期', '2024-09']])
      add(book, '填表说明', [
        ['一、姓名', '填写身份证上的姓名'],
        ['二、性别', '男或女'],
      ])
      add(book, '数据', [
        ['姓名', '性别', '学校'],
        ['张三', '男', '一中'],
      ])
      add(book, '代码', [
        ['代码', '名称'],
        ['1', '男'],
      ]).state = 'hidden'
    })
    const { sheet, cells } = await read(bytes)
    expect([sheet.sheetName, cells]).toEqual(['数据', [['张三', '男', '一中']]])
    expect(sheet.sheets).toEqual([
      { name: '封面', isRead: false },
      { name: '填表说明', isRead: false },
      { name: '数据', isRead: true },
    ])
  })

  test('one a school: all with the same headings are one, each row knows its sheet and its place', async () => {
    const bytes = await workbook((book) => {
      add(book, '汇总', [
        ['学校', '人数'],
        ['一小', 2],
        ['二小', 1],
      ])
      add(book, '一小', [
        ['姓名', '性别'],
        ['张三', '男'],
        ['李四', '女'],
      ])
      add(book, '二小', [['二小花名册'], ['姓 名', '性别'], ['王五', '男']], ['A1:B1'])
    })
    const { sheet, rows, starts } = await read(bytes)
    expect(sheet.headings).toEqual(['姓名', '性别', SHEET_COLUMN])
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, ...cells])).toEqual([
      [2, '张三', '男', '一小'],
      [3, '李四', '女', '一小'],
      [6, '王五', '男', '二小'],
    ])
    expect(starts).toEqual([
      { name: '一小', offset: 0 },
      { name: '二小', offset: 3 },
    ])
    expect((await read(bytes, { sheets: ['二小'] })).cells).toEqual([['王五', '男']])
  })

  test('one a school: a row keeps its number when another, above it, is taken in', async () => {
    const bytes = await workbook((book) => {
      for (const [name, person] of [
        ['一小', '张三'],
        ['二小', '李四'],
      ] as const)
        add(book, name, [
          ['姓名（必填）', '性别'],
          [person, '男'],
          ['小计', '1'],
          [null, null],
          ['填表人：某某'],
        ])
    })
    const numbers = (row: { rowNumber: number }) => row.rowNumber
    const first = await read(bytes)
    expect([first.rows.map(numbers), first.leftOut.map(numbers)]).toEqual([
      [2, 7],
      [3, 5, 8, 10],
    ])
    const again = await read(bytes, { takeIn: [3] })
    expect([again.rows.map(numbers), again.leftOut.map(numbers)]).toEqual([
      [2, 3, 7],
      [5, 8, 10],
    ])
  })
})

describe('the headings', () => {
  test('in two rows are joined, the rows above them are told', async () => {
    const bytes = await workbook((book) => {
      add(
        book,
        '表',
        [
          ['教职工花名册', null, null, null],
          ['单位：一中', null, '2024年9月', null],
          ['姓名', '学历情况', null, '学校'],
          [null, '学历', '毕业院校', null],
          ['张三', '本科', '聊城大学', '一中'],
        ],
        ['A1:D1', 'A3:A4', 'B3:C3', 'D3:D4'],
      )
    })
    const { sheet, cells, leftOut } = await read(bytes)
    expect(sheet.headings).toEqual(['姓名', '学历情况·学历', '学历情况·毕业院校', '学校'])
    expect([sheet.headingRow, sheet.headingRows]).toEqual([4, 2])
    expect(sheet.titles).toEqual(['教职工花名册', '单位：一中 2024年9月'])
    expect(cells).toEqual([['张三', '本科', '聊城大学', '一中']])
    expect(leftOut.map(({ rowNumber, kind }) => [rowNumber, kind])).toEqual([
      [1, 'above'],
      [2, 'above'],
    ])
  })
})

describe('rows', () => {
  const form = () =>
    workbook((book) => {
      add(
        book,
        '表',
        [
          ['学校', '姓名', '性别'],
          ['(必填)', '(必填)', '选填'],
          ['一中', '张三', '男'],
          [null, '李四', '女'],
          ['小计', null, '2'],
          ['学校', '姓名', '性别'],
          ['二中', '王五', '男'],
          [null, '赵六', '女'],
          ['合计', null, '4'],
          ['填表人：张三', null, null],
        ],
        ['A3:A4'],
      )
    })

  test('that are no data are left out and told; a merged school is filled down, a blank one is not', async () => {
    const { cells, leftOut } = await read(await form())
    expect(cells).toEqual([
      ['一中', '张三', '男'],
      ['一中', '李四', '女'],
      ['二中', '王五', '男'],
      ['', '赵六', '女'],
    ])
    expect(leftOut.map(({ rowNumber, kind }) => [rowNumber, kind])).toEqual([
      [2, 'note'],
      [5, 'total'],
      [6, 'heading_again'],
      [9, 'total'],
      [10, 'signature'],
    ])
  })

  test('left out are read all the same where a person takes them in', async () => {
    const { cells, leftOut } = await read(await form(), { takeIn: [9] })
    expect(cells).toContainEqual(['合计', '', '4'])
    expect(leftOut.map(({ rowNumber }) => rowNumber)).not.toContain(9)
  })
})

test('blanks far out neither slow nor refuse the file', async () => {
  const bytes = await workbook((book) => {
    const sheet = add(book, '表', [
      ['姓名', '性别'],
      ['张三', '男'],
    ])
    sheet.getCell('XFD1').value = ' '
    sheet.getCell('XFD2').value = '\u00a0'
    sheet.getCell('A1048576').value = ' '
    sheet.getCell('B1048576').font = { bold: true }
  })
  const { cells, sheet } = await read(bytes)
  expect(cells).toEqual([['张三', '男']])
  expect(sheet.headings).toEqual(['姓名', '性别'])
})
