/** The roster's columns, for the list and its export: what each holds, and how it is sorted. */
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import type { CodeListName } from './codes/index.ts'
import type { RosterSort } from './roster-sort.ts'
import type { staffList } from './ui/lists.ts'

/** One person on one day, as the list shows them. Dates are YYYY-MM-DD. */
export type RosterRow = {
  personId: string
  staffNumber: string
  name: string
  sex: string
  birthDate: string | null
  orgId: string
  orgName: string
  countyName: string | null
  establishmentOrgId: string | null
  establishmentOrgName: string | null
  payOrgId: string | null
  payOrgName: string | null
  orgSince: string
  staffCategory: string | null
  postCategory: string | null
  postLevel: string | null
  schoolPost: string | null
  stage: string | null
  subject: string | null
  titleLevel: string | null
  honours: string[]
  status: string
  educationLevel: string | null
}

export type RosterColumn = {
  key: Exclude<keyof RosterRow, 'personId' | 'orgId' | 'establishmentOrgId' | 'payOrgId'>
  label: MessageKey
  kind: 'text' | 'date' | 'code'
  /** The list of a `code` column; a column of several codes names it too. */
  codes: CodeListName | null
  sort: RosterSort | null
  /** The list's column that tells it, whole or in part. */
  shows?: Exclude<keyof typeof staffList.columns, 'name'>
}

const text = { kind: 'text', codes: null, sort: null } as const
const code = <List extends CodeListName>(codes: List) => ({ kind: 'code', codes, sort: null }) as const

/** In the order of the export. */
export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  { ...text, key: 'staffNumber', label: 'registry.column.staffNumber', shows: 'number', sort: 'staffNumber' },
  { ...text, key: 'name', label: 'registry.column.name', sort: 'name' },
  { ...code('sex'), key: 'sex', label: 'registry.column.sex' },
  {
    ...text,
    kind: 'date',
    key: 'birthDate',
    label: 'registry.column.birthDate',
    shows: 'birth',
    sort: 'birthDate',
  },
  { ...text, key: 'countyName', label: 'registry.column.countyName', shows: 'organisation' },
  { ...text, key: 'orgName', label: 'registry.column.orgName', shows: 'organisation' },
  {
    ...text,
    kind: 'date',
    key: 'orgSince',
    label: 'registry.column.orgSince',
    shows: 'since',
    sort: 'orgSince',
  },
  { ...text, key: 'establishmentOrgName', label: 'registry.column.establishmentOrgName' },
  { ...text, key: 'payOrgName', label: 'registry.column.payOrgName' },
  { ...code('staffCategory'), key: 'staffCategory', label: 'registry.column.staffCategory' },
  { ...code('postCategory'), key: 'postCategory', label: 'registry.column.postCategory', shows: 'post' },
  { ...code('postLevel'), key: 'postLevel', label: 'registry.column.postLevel', shows: 'post' },
  { ...code('schoolPost'), key: 'schoolPost', label: 'registry.column.schoolPost', shows: 'post' },
  { ...code('stage'), key: 'stage', label: 'registry.column.stage', shows: 'teaching' },
  { ...code('subject'), key: 'subject', label: 'registry.column.subject', shows: 'teaching' },
  { ...code('titleLevel'), key: 'titleLevel', label: 'registry.column.titleLevel', shows: 'title' },
  { ...code('honour'), key: 'honours', label: 'registry.column.honours', shows: 'honours' },
  { ...code('educationLevel'), key: 'educationLevel', label: 'registry.column.educationLevel' },
  { ...code('staffStatus'), key: 'status', label: 'registry.column.status', shows: 'state' },
]
