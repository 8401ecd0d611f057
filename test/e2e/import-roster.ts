/** The small roster that the import tests upload: good rows in every spelling, and rows that must be refused. */
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { DEMO_SCHOOL_NAME } from '#prisma/seed/accounts.ts'

export const headings = ['姓名', '身份证号', '性别', '工作单位', '任教学科', '参加工作时间']

/** Sequences of made numbers far from those of the demo. */
const FIRST_SEQUENCE = 900

export type Roster = {
  rows: string[][]
  /** How many rows the check must find of each. */
  expected: { new: number; rejected: number }
  /** Somebody who will be in the registry afterwards, and somebody who will not. */
  taken: string
  refused: string
}

/** A roster of `run`'s own people, so that two runs do not meet. */
export function makeRoster(run: number): Roster {
  const number = (at: number, birth = '1985-07-01') => madeResidentId(birth, FIRST_SEQUENCE + run * 10 + at)
  const row = (name: string, id: string, school = DEMO_SCHOOL_NAME) => [
    name,
    id,
    '女',
    school,
    '语文',
    '2008-09',
  ]
  const fullWidth = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const wrongDigit = (id: string) => `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`
  // 15 digits: the century and the check digit are not written (GB 11643-1989).
  const old = (id: string) => id.slice(0, 6) + id.slice(8, 17)
  const name = (text: string) => `${text}${'甲乙丙丁'[run % 4]}`
  return {
    rows: [
      row(name('试新'), number(0)),
      row(name('试全'), fullWidth(number(2))),
      row(name('试旧'), old(number(4))),
      row(name('试错'), wrongDigit(number(6))),
      row(name('试校'), number(8), '不存在的学校'),
    ],
    expected: { new: 3, rejected: 2 },
    taken: name('试新'),
    refused: name('试错'),
  }
}

/** The roster as an .xlsx, for a browser's file field. */
export async function workbookOf(rows: readonly string[][]): Promise<Buffer> {
  const chunks: Buffer[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const columns = headings.map((heading) => ({ heading }))
  await writeXlsx({ sheetName: '花名册', columns, rows }, sink)
  return Buffer.concat(chunks)
}

/** A form as a county's bureau fills it in; the row before the last is somebody who is called like a total. */
export async function countyForm(): Promise<Buffer> {
  const number = (at: number) => madeResidentId('1985-07-01', FIRST_SEQUENCE + 80 + at)
  const book = new ExcelJS.Workbook()
  const cover = book.addWorksheet('封面')
  cover.addRow(['东昌府区教职工花名册'])
  cover.addRow(['填报单位', '东昌府区教育局'])
  const sheet = book.addWorksheet('花名册')
  const rows = [
    ['东昌府区教职工花名册'],
    ['学校', '姓名', '证件', null, '任教学科'],
    [null, null, '身份证号', '性别', null],
    ['必填', '必填', '必填', '选填', '选填'],
    [DEMO_SCHOOL_NAME, '试表甲', `="${number(0)}"`, '女', '语文'],
    [null, '试表乙', `'${number(2)}`, '女', '语文'],
    [null, '小计', number(4), '女', '语文'],
    ['合计', '3 人'],
    ['填表人：张三'],
  ]
  for (const row of rows) sheet.addRow(row)
  for (const range of ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'A5:A7']) sheet.mergeCells(range)
  return Buffer.from(await book.xlsx.writeBuffer())
}
