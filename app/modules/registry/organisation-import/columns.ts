/** The columns of a list of organisations, how senders call them, and how a row is read. */
import { normaliseText } from '#app/platform/sheets/cell-text.ts'
import { parseLooseDate } from '#app/platform/sheets/loose-date.ts'
import { type CodeList, matchCode, ORG_KINDS, PLACE_TYPES, SCHOOL_KINDS, STAGES } from '../codes/index.ts'

export const ORGANISATION_COLUMNS = [
  { key: 'code', zh: '机构代码', aliases: ['代码', '学校标识码', '机构标识码', '学校代码', 'code'] },
  { key: 'name', zh: '名称', aliases: ['机构名称', '学校名称', '单位名称', 'name'] },
  { key: 'kind', zh: '类别', aliases: ['机构类别', '单位类别', 'kind'] },
  {
    key: 'parentCode',
    zh: '上级代码',
    aliases: ['上级机构代码', '主管单位代码', '隶属代码', 'parent code', 'parent'],
  },
  { key: 'schoolKind', zh: '办学类型', aliases: ['学校类别', '学校类型', 'school kind'] },
  { key: 'stages', zh: '学段', aliases: ['办学学段', 'stages'] },
  { key: 'placeType', zh: '城乡类型', aliases: ['驻地城乡类型', '城乡分类', 'place type'] },
  { key: 'isPublic', zh: '公办', aliases: ['是否公办', '举办者类别', 'public'] },
  { key: 'openedOn', zh: '设立日期', aliases: ['建校年月', '成立日期', 'opened'] },
  { key: 'schoolYear', zh: '学年', aliases: ['school year'] },
  { key: 'classes', zh: '班级数', aliases: ['班数', 'classes'] },
  { key: 'pupils', zh: '学生数', aliases: ['在校生数', 'pupils'] },
] as const
export type OrganisationColumn = (typeof ORGANISATION_COLUMNS)[number]['key']

/** Why a row is not taken; the words are `registry.org_row.<code>`. */
export const ROW_ISSUES = [
  'code_missing',
  'code_unknown',
  'name_missing',
  'kind_missing',
  'text_wrong',
  'day_wrong',
  'number_wrong',
  'same_code_twice',
  'parent_missing',
  'parent_unknown',
  'parent_rejected',
  'not_yours',
  'kind_not_here',
  'kind_differs',
  'parent_differs',
  'closed',
] as const
export type RowIssue = (typeof ROW_ISSUES)[number]

/** One row as read. A column that the sheet lacks is undefined: it leaves what is known as it is. */
export type OrganisationDraft = {
  rowNumber: number
  code: string
  name: string
  kind: string | null
  parentCode: string | null
  schoolKind?: string | null
  stages?: string[]
  placeType?: string | null
  isPublic?: boolean
  openedOn?: string | null
  figures?: { schoolYear: number; stage: string; classes: number; pupils: number }
}
export type ReadRow = { draft: OrganisationDraft; issues: RowIssue[] }

type Cell = (key: OrganisationColumn) => string | undefined

const CODE = /^[0-9A-Za-z._-]{1,32}$/
const LONGEST_NAME = 100
const PIVOT = 40

/** Reads a row; `cell` gives a column's text, or undefined where the sheet lacks the column. */
export function readOrganisationRow(rowNumber: number, cell: Cell): ReadRow {
  const issues: RowIssue[] = []
  const text = (key: OrganisationColumn) => {
    const found = cell(key)
    return found === undefined ? undefined : normaliseText(found)
  }
  const code = (list: CodeList, key: OrganisationColumn) => {
    const found = text(key)
    if (found === undefined || found === '') return found === undefined ? undefined : null
    const matched = matchCode(list, found)
    if (matched === null) issues.push('code_unknown')
    return matched
  }
  const draft: OrganisationDraft = {
    rowNumber,
    code: text('code') ?? '',
    name: text('name') ?? '',
    kind: code(ORG_KINDS, 'kind') ?? null,
    parentCode: text('parentCode') || null,
    schoolKind: code(SCHOOL_KINDS, 'schoolKind'),
    placeType: code(PLACE_TYPES, 'placeType'),
  }
  if (draft.code === '') issues.push('code_missing')
  else if (!CODE.test(draft.code)) issues.push('text_wrong')
  if (draft.name === '') issues.push('name_missing')
  else if ([...draft.name].length > LONGEST_NAME || /\p{Cc}|\p{Cs}/u.test(draft.name))
    issues.push('text_wrong')
  readStages(draft, text('stages'), issues)
  readFacts(draft, text, issues)
  return { draft, issues: [...new Set(issues)] }
}

/** Stages stand in one cell, parted by a comma of any kind; a kind of school tells its own. */
function readStages(draft: OrganisationDraft, typed: string | undefined, issues: RowIssue[]): void {
  if (typed) {
    const found = typed.split(/[,，、;；/ ]+/).map((one) => matchCode(STAGES, one))
    if (found.includes(null)) issues.push('code_unknown')
    draft.stages = found.filter((one) => one !== null)
    return
  }
  const kind = SCHOOL_KINDS.find((one) => one.code === draft.schoolKind)
  if (kind) draft.stages = [...kind.stages]
  else if (typed === '') draft.stages = []
}

function readFacts(
  draft: OrganisationDraft,
  text: (key: OrganisationColumn) => string | undefined,
  issues: RowIssue[],
): void {
  const isPublic = text('isPublic')
  if (isPublic) draft.isPublic = !/^(否|民办|no|n|0|false|private)/i.test(isPublic)
  const opened = text('openedOn')
  if (opened !== undefined) draft.openedOn = opened === '' ? null : readDay(opened, issues)
  const year = text('schoolYear')
  if (!year) return
  const counts = [year.slice(0, 4), text('classes') ?? '', text('pupils') ?? '']
  const [schoolYear = 0, classes = 0, pupils = 0] = counts.map(Number)
  const stage = draft.stages?.[0]
  const isRight = counts.every((one) => /^\d{1,6}$/.test(one)) && schoolYear >= 1950 && schoolYear <= 2100
  if (!isRight || !stage) issues.push('number_wrong')
  else draft.figures = { schoolYear, stage, classes, pupils }
}

function readDay(text: string, issues: RowIssue[]): string | null {
  const read = parseLooseDate(text, { precision: 'month', pivot: PIVOT })
  if (read.ok) return read.date
  issues.push('day_wrong')
  return null
}

/** A list of a prefecture's organisations is far smaller than a roster. */
export const ORGANISATION_LIST_MAX_BYTES = 8 * 1024 * 1024
