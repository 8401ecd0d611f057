/** The fields of a file of hours, how platforms and providers call them, and the rules over a row of it. */
import { matchCode, settleNamedPerson } from '#app/modules/registry/index.ts'
import {
  codeReader,
  dayReader,
  notEmpty,
  plainDay,
  remembering,
  textReader,
} from '#app/platform/imports/readers.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { BatchPlan, RowDraft, SubjectField } from '#app/platform/imports/subject.ts'
import { EVIDENCE_LIST, kindOf, TRAINING_CATEGORIES, TRAINING_KINDS, TRAINING_LEVELS } from '../codes.ts'
import { TENTHS } from '../training-policy.ts'

const LONGEST_TITLE = 100
const LONGEST_NUMBER = 60

type List = typeof TRAINING_KINDS | typeof TRAINING_LEVELS | typeof TRAINING_CATEGORIES | typeof EVIDENCE_LIST

const coded = (label: SubjectField['label'], aliases: readonly string[], list: List): SubjectField => ({
  ...{ label, aliases, values: list, everyRow: 'value' },
  reader: () => remembering(codeReader((text) => matchCode(list, text))),
})

/** Hours with at most one decimal, as tenths. */
const hoursReader = () =>
  notEmpty((text) => {
    const digits = text.replace(/(学时|小时|hours?|h)$/i, '').trim()
    const isRight = /^\d{1,4}(\.\d0*)?$/.test(digits)
    return isRight ? { value: String(Math.round(Number(digits) * TENTHS)) } : { issue: 'number_wrong' }
  })

export const hoursFields = {
  staffNumber: {
    label: 'import.hours_staff_number',
    aliases: ['教师编号', '编号', '人员编号', 'staff number'],
    reader: () => textReader(LONGEST_NUMBER),
  },
  idNumber: {
    label: 'import.hours_id_number',
    aliases: ['身份证号', '身份证件号', '身份证号码', '证件号码', 'id number'],
    reader: () => textReader(LONGEST_NUMBER),
    isPrivate: true,
  },
  name: {
    label: 'import.hours_name',
    aliases: ['姓名', '学员姓名', '教师姓名', 'name'],
    reader: () => textReader(LONGEST_TITLE),
  },
  title: {
    label: 'import.hours_course',
    aliases: ['培训名称', '项目名称', '培训项目', '课程名称', '培训班名称', '培训内容', 'training', 'course'],
    reader: () => textReader(LONGEST_TITLE),
  },
  kind: coded('import.hours_kind', ['培训形式', '形式', '培训方式', 'kind'], TRAINING_KINDS),
  level: coded('import.hours_level', ['培训级别', '级别', '层级', 'level'], TRAINING_LEVELS),
  category: coded(
    'import.hours_category',
    ['学时类别', '类别', '课程类别', '学时类型', 'category'],
    TRAINING_CATEGORIES,
  ),
  provider: {
    label: 'import.hours_provider',
    aliases: ['举办单位', '主办单位', '承办单位', '培训机构', 'provider'],
    reader: () => textReader(LONGEST_TITLE),
  },
  startsOn: {
    label: 'import.hours_starts',
    aliases: ['开始日期', '培训开始日期', '开始时间', '培训日期', '开班日期', 'first day'],
    reader: dayReader,
  },
  lastDay: {
    label: 'import.hours_last',
    aliases: ['结束日期', '培训结束日期', '结束时间', '结业日期', '完成日期', 'last day'],
    reader: dayReader,
  },
  hours: {
    label: 'import.hours_hours',
    aliases: ['学时', '认定学时', '获得学时', '学时数', '培训学时', 'hours'],
    reader: hoursReader,
  },
  evidence: coded('import.hours_evidence', ['证据层级', '学习程度', '学习结果', 'evidence'], EVIDENCE_LIST),
  certificateNo: {
    label: 'import.hours_certificate',
    aliases: ['证书编号', '结业证书编号', '证书号', '学时编号', 'certificate'],
    reader: () => textReader(LONGEST_NUMBER),
  },
} as const satisfies Record<string, SubjectField>

/** Codes of its remarks. */
export const hoursIssues = [
  'hours_person_missing',
  'hours_person_unknown',
  'hours_id_wrong',
  'hours_month_only',
  'hours_ends_before_start',
  'hours_in_future',
  'hours_none',
  'hours_too_many',
  'hours_overlap',
  'hours_differ',
  'name_differs',
  'works_elsewhere',
  'duplicate_in_file',
] as const

/** Rules over a row: whose it is, when, and that there are hours. */
export function hoursRules({ asOf }: BatchPlan): (draft: RowDraft) => void {
  return (draft) => {
    const { values } = draft
    settleNamedPerson(draft, { missing: 'hours_person_missing', wrong: 'hours_id_wrong' })
    for (const key of ['startsOn', 'lastDay'] as const) {
      const said = values[key]
      if (said === undefined || plainDay(said) === said) continue
      values[key] = undefined
      addIssue(draft, 'hours_month_only', 'error', key, plainDay(said).slice(0, 7))
    }
    const { startsOn, hours } = values
    values.lastDay ??= startsOn
    values.evidence ??= 'attended'
    if (values.kind) values.part = kindOf(values.kind).takesTime ? 'day' : 'spread'
    if (startsOn && values.lastDay && values.lastDay < startsOn)
      addIssue(draft, 'hours_ends_before_start', 'error', 'lastDay', values.lastDay)
    if (values.lastDay && values.lastDay > asOf)
      addIssue(draft, 'hours_in_future', 'error', 'lastDay', values.lastDay)
    if (hours === '0') addIssue(draft, 'hours_none', 'error', 'hours')
  }
}
