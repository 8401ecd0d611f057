// Tells rows of a form that are no data: notes, unit lines, headings repeated on every printed page, totals, signatures.
import { comparable } from './layout.ts'
import type { LeftOutKind } from './sheet.ts'

const TOTALS =
  /^(本页|全校|全县|全镇|单位|学校|部门)?(合计|小计|总计|共计|累计|总数|总人数|人数合计)([:：]?\d*人?)?$/
const SIGNED =
  /^(填表|填报|制表|制作|审核|审批|复核|核对|负责|经办|校长|园长|单位|学校|主管|领导|分管|签字|签名|盖章|公章|联系|报送|上报|日期|时间)[^:：\d]{0,8}[:：]/
const REMARK = /^(注|备注|说明|填表说明|填报说明|注意事项|提示)[\d一二三四五]?[:：、.．]/
const NOTE_CELL = /必填|选填|必须填|填写|格式|示例|样例|请选择|下拉|例如|^如[:：]|^例[:：]|^\(.*\)$|^（.*）$/
/** Notes stand right under the headings. */
const NOTE_ROWS = 2
const LONGEST_SHOWN = 80

/**
 * Prepares the look at a sheet's rows. `headings` are those of its lowest heading row, as published; `after` counts the rows with
 * content since the headings. Null for a row of data.
 */
export function leftOutTeller(
  published: readonly (readonly string[])[],
): (cells: readonly string[], after: number) => LeftOutKind | null {
  const headingRows = published.map((cells) => cells.map(comparable))
  const width = Math.max(1, ...published.map((cells) => cells.filter((cell) => cell.trim() !== '').length))
  return (cells, after) => {
    const at = cells.findIndex((cell) => cell.trim() !== '')
    if (at < 0) return null
    const first = (cells[at] ?? '').replace(/\s/g, '')
    if (isTotal(first, cells, at)) return 'total'
    if (SIGNED.test(first) && filled(cells) <= width / 2) return 'signature'
    if (REMARK.test(first) && filled(cells) <= 2) return 'note'
    if (after < NOTE_ROWS && isNote(cells)) return 'note'
    return headingRows.some((heading) => isHeadingAgain(cells, heading)) ? 'heading_again' : null
  }
}

/** What stands in a row, for the list of those left out; what is repeated through a merged cell once. */
export function rowText(cells: readonly string[]): string {
  const text = cells
    .map((cell) => unnumbered(cell.trim()))
    .filter((cell, at, all) => cell !== '' && cell !== all[at - 1])
    .join(' ')
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/** So many digits are somebody's number: of a document, a phone, an account. What is left out is kept in plain, and shown. */
const PERSONAL_DIGITS = 8
const STARTS_AS_DATE = /^(19|20)\d{2}\D/

function unnumbered(cell: string): string {
  if (cell.replace(/\D/g, '').length < PERSONAL_DIGITS || STARTS_AS_DATE.test(cell)) return cell
  let kept = 0
  return cell.replace(/[\dXx]/g, (sign) => {
    kept += 1
    return kept <= 3 ? sign : '*'
  })
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length

/** 合计 in the first cell that says anything, or behind a number of its own; the other cells are sums. */
function isTotal(first: string, cells: readonly string[], at: number): boolean {
  if (TOTALS.test(first)) return true
  const second = cells.slice(at + 1).find((cell) => cell.trim() !== '')
  return (
    /^\d+$/.test(first) &&
    second !== undefined &&
    TOTALS.test(second.replace(/\s/g, '')) &&
    filled(cells) <= 4
  )
}

/** Every cell that says anything is a note on how to fill it in, or they number the columns 1, 2, 3. */
function isNote(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.length >= 3 && said.every((cell, at) => cell === String(at + 1))) return true
  return said.length > 0 && said.every((cell) => NOTE_CELL.test(cell))
}

function isHeadingAgain(cells: readonly string[], heading: readonly string[]): boolean {
  // Almost every row is told by the first letter that stands in it.
  const at = cells.findIndex((cell) => cell !== '')
  const letter = cells[at]?.trim()[0]?.toLowerCase()
  if (letter === undefined || (/[\p{L}\p{N}]/u.test(letter) && letter !== heading[at]?.[0])) return false
  let [same, said] = [0, 0]
  for (const [at, cell] of cells.entries()) {
    const text = cell === '' ? '' : comparable(cell)
    if (text === '') continue
    said += 1
    if (text === heading[at]) same += 1
  }
  return same >= 2 && same >= said * 0.8
}
