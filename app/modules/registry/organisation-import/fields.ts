/** The fields of a list of organisations, how senders call them, and the rules over a row of it. */
import {
  codeReader,
  countReader,
  dayReader,
  notEmpty,
  plainDay,
  remembering,
  textReader,
} from '#app/platform/imports/readers.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { Reader, RowDraft, SubjectField } from '#app/platform/imports/subject.ts'
import { matchCode, ORG_KINDS, PLACE_TYPES, SCHOOL_KINDS, STAGES } from '../codes/index.ts'

const LONGEST_NAME = 100
const CODE = /^[0-9A-Za-z._-]{1,32}$/
const FIRST_YEAR = 1950
const LAST_YEAR = 2100

const codeText = () =>
  notEmpty((text) => (CODE.test(text) ? { value: text } : { issue: 'organisation_code_wrong' }))

/** Stages stand in one cell, parted by a comma of any kind; kept as codes parted by commas. */
const stagesReader = (): Reader =>
  remembering(
    notEmpty((text) => {
      const found = text.split(/[,，、;；/ ]+/).map((one) => matchCode(STAGES, one))
      return found.includes(null) ? { issue: 'code_unknown' } : { value: found.join() }
    }),
  )

const yesReader = (): Reader =>
  notEmpty((text) => ({ value: String(!/^(否|民办|no|n|0|false|private)/i.test(text)) }))

const yearReader = (): Reader =>
  notEmpty((text) => {
    const year = Number(/^(\d{4})/.exec(text)?.[1])
    return year >= FIRST_YEAR && year <= LAST_YEAR ? { value: String(year) } : { issue: 'number_wrong' }
  })

const MOST_CLASSES = 999
const MOST_PUPILS = 999_999

export const organisationFields = {
  code: {
    label: 'import.organisations_code',
    aliases: ['机构代码', '代码', '学校标识码', '机构标识码', '学校代码', 'code'],
    reader: codeText,
  },
  name: {
    label: 'import.organisations_name',
    aliases: ['名称', '机构名称', '学校名称', '单位名称', 'name'],
    reader: () => textReader(LONGEST_NAME),
  },
  kind: {
    label: 'import.organisations_kind',
    aliases: ['类别', '机构类别', '单位类别', 'kind'],
    reader: () => remembering(codeReader((text) => matchCode(ORG_KINDS, text))),
    values: ORG_KINDS,
    everyRow: 'value',
  },
  parentCode: {
    label: 'import.organisations_parent',
    aliases: ['上级代码', '上级机构代码', '主管单位代码', '隶属代码', 'parent code', 'parent'],
    reader: codeText,
    everyRow: 'organisation',
  },
  schoolKind: {
    label: 'import.organisations_school_kind',
    aliases: ['办学类型', '学校类别', '学校类型', 'school kind'],
    reader: () => remembering(codeReader((text) => matchCode(SCHOOL_KINDS, text))),
    values: SCHOOL_KINDS,
    everyRow: 'value',
  },
  stages: {
    label: 'import.organisations_stages',
    aliases: ['学段', '办学学段', 'stages'],
    reader: stagesReader,
    values: STAGES,
  },
  placeType: {
    label: 'import.organisations_place',
    aliases: ['城乡类型', '驻地城乡类型', '城乡分类', 'place type'],
    reader: () => remembering(codeReader((text) => matchCode(PLACE_TYPES, text))),
    values: PLACE_TYPES,
    everyRow: 'value',
  },
  isPublic: {
    label: 'import.organisations_public',
    aliases: ['公办', '是否公办', '举办者类别', 'public'],
    reader: yesReader,
  },
  openedOn: {
    label: 'import.organisations_opened',
    aliases: ['设立日期', '建校年月', '成立日期', 'opened'],
    reader: (file) => {
      const read = dayReader(file)
      return remembering((cell) => {
        const day = read(cell)
        return day && 'value' in day ? { value: plainDay(day.value) } : day
      })
    },
  },
  schoolYear: {
    label: 'import.organisations_year',
    aliases: ['学年', 'school year'],
    reader: () => remembering(yearReader()),
  },
  classes: {
    label: 'import.organisations_classes',
    aliases: ['班级数', '班数', 'classes'],
    reader: () => countReader(MOST_CLASSES),
  },
  pupils: {
    label: 'import.organisations_pupils',
    aliases: ['学生数', '在校生数', 'pupils'],
    reader: () => countReader(MOST_PUPILS),
  },
} as const satisfies Record<string, SubjectField>

export type OrganisationField = keyof typeof organisationFields

/** What a row says, as it is staged: codes and texts; stages parted by commas, `isPublic` as true or false. */
export type OrganisationValues = Partial<Record<OrganisationField, string>>

/** Why a row is not taken, beyond what any file may meet; words are `import.issue_<code>`. */
export const organisationIssues = [
  'organisation_code_missing',
  'organisation_code_wrong',
  'organisation_name_missing',
  'organisation_kind_missing',
  'organisation_parent_missing',
  'organisation_parent_unknown',
  'organisation_parent_rejected',
  'organisation_not_yours',
  'organisation_kind_not_here',
  'organisation_kind_differs',
  'organisation_parent_differs',
  'organisation_closed',
  'organisation_figures_wrong',
] as const
export type OrganisationIssue = (typeof organisationIssues)[number]

/** Rules over one row: it must be called something; a kind of school tells its stages; figures come together. */
export function settleOrganisation(draft: RowDraft): void {
  const { values, issues } = draft
  const isSaid = (key: OrganisationField) => issues.some(({ field }) => field === key)
  if (!values.code && !isSaid('code')) addIssue(draft, 'organisation_code_missing', 'error', 'code')
  if (!values.name && !isSaid('name')) addIssue(draft, 'organisation_name_missing', 'error', 'name')
  const kind = SCHOOL_KINDS.find((one) => one.code === values.schoolKind)
  if (kind) values.stages ??= kind.stages.join()
  if (!values.schoolYear) return
  const isCounted = values.classes !== undefined && values.pupils !== undefined && values.stages
  if (!isCounted && !isSaid('classes') && !isSaid('pupils'))
    addIssue(draft, 'organisation_figures_wrong', 'error', 'schoolYear', values.schoolYear)
}
