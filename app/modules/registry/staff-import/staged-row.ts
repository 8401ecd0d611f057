/** One row of a roster after the check, and the line of COPY text it becomes. */

import { copyText } from '#app/platform/imports/copy-text.ts'

/** What a row says, checked and coded. Absent: the sheet says nothing. Dates are YYYY-MM-DD. */
export type RowValues = {
  name: string
  formerName?: string
  sex?: string
  birthDate?: string
  idKind?: string
  /** 18 characters of GB 11643, or another document's number; only in memory, never staged in plain. */
  idNumber?: string
  phone?: string
  ethnicity?: string
  politicalStatus?: string
  nativePlace?: string
  workStartedOn?: string
  teachingSince?: string
  educationLevel?: string
  degree?: string
  institution?: string
  major?: string
  employerNumber?: string
  staffNumber?: string
  sourceKey?: string
  joinedOn?: string
  staffCategory?: string
  postCategory?: string
  postLevel?: string
  schoolPost?: string
  stage?: string
  subject?: string
  employmentForm?: string
  onEstablishment?: string
  titleLevel?: string
  titleSince?: string
  status?: string
  /** Ids once the row is staged. */
  establishmentOrgName?: string
  payOrgName?: string
  /** Codes parted by commas. */
  honours?: string
  qualificationKind?: string
  qualificationNo?: string
  qualificationSubject?: string
  qualificationOn?: string
  concurrent?: string
  weeklyHours?: string
}

/** Columns of staff_import_row that a row's values fill as they stand, in the order of the COPY. */
const valueColumns = [
  ['former_name', 'formerName'],
  ['sex', 'sex'],
  ['birth_date', 'birthDate'],
  ['id_kind', 'idKind'],
  ['ethnicity', 'ethnicity'],
  ['political_status', 'politicalStatus'],
  ['native_place', 'nativePlace'],
  ['work_started_on', 'workStartedOn'],
  ['teaching_since', 'teachingSince'],
  ['education_level', 'educationLevel'],
  ['degree', 'degree'],
  ['institution', 'institution'],
  ['major', 'major'],
  ['employer_number', 'employerNumber'],
  ['staff_number', 'staffNumber'],
  ['source_key', 'sourceKey'],
  ['joined_on', 'joinedOn'],
  ['staff_category', 'staffCategory'],
  ['post_category', 'postCategory'],
  ['post_level', 'postLevel'],
  ['school_post', 'schoolPost'],
  ['stage', 'stage'],
  ['subject', 'subject'],
  ['employment_form', 'employmentForm'],
  ['on_establishment', 'onEstablishment'],
  ['title_level', 'titleLevel'],
  ['title_since', 'titleSince'],
  ['status', 'status'],
  ['establishment_org_id', 'establishmentOrgName'],
  ['pay_org_id', 'payOrgName'],
  ['honours', 'honours'],
  ['qualification_kind', 'qualificationKind'],
  ['qualification_no', 'qualificationNo'],
  ['qualification_subject', 'qualificationSubject'],
  ['qualification_on', 'qualificationOn'],
  ['is_concurrent', 'concurrent'],
  ['weekly_hours', 'weeklyHours'],
] as const satisfies readonly (readonly [string, keyof RowValues])[]

const leadColumns = [
  'batch_id',
  'row_number',
  'id',
  'outcome',
  'warned',
  'org_id',
  'id_number_cipher',
  'id_number_hash',
  'phone_cipher',
  'name',
  'sort_key',
  'search',
] as const

/** The columns of a COPY, and how a row's values become its line: only what this source can fill. */
export type StagedShape = { columns: readonly string[]; keys: readonly (keyof RowValues)[] }

/** The shape for rows that can have these values. */
export function stagedShape(canHave: (key: keyof RowValues) => boolean): StagedShape {
  const used = valueColumns.filter(([, key]) => canHave(key))
  return { columns: [...leadColumns, ...used.map(([column]) => column)], keys: used.map(([, key]) => key) }
}

/** What the row has besides its values once it is ready to be staged. */
export type StagedLead = {
  batchId: string
  rowNumber: number
  id: string
  outcome: 'new' | 'rejected'
  warned: boolean
  orgId: string | null
  idNumberCipher: Uint8Array | null
  idNumberHash: Uint8Array | null
  phoneCipher: Uint8Array | null
  sortKey: string
  search: string
}

function bytes(value: Uint8Array | null): string {
  return value ? `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')}` : '\\N'
}

/** The values as COPY text, the same for the same row on every machine: the batch's digest covers it. */
export function valuesText(
  values: Readonly<Record<string, string | undefined>>,
  { keys }: StagedShape,
): string {
  let text = ''
  for (const key of keys) text += `\t${copyText(values[key])}`
  return text
}

/** The line of COPY text in the order of the shape's columns, with its line end. */
export function stagedLine(lead: StagedLead, name: string, text: string): string {
  const { batchId, rowNumber, id, outcome, warned, orgId, idNumberCipher, idNumberHash, phoneCipher } = lead
  const keys = `${bytes(idNumberCipher)}\t${bytes(idNumberHash)}\t${bytes(phoneCipher)}`
  const names = `${copyText(name)}\t${copyText(lead.sortKey)}\t${copyText(lead.search)}`
  return `${batchId}\t${rowNumber}\t${id}\t${outcome}\t${warned ? 't' : 'f'}\t${orgId ?? '\\N'}\t${keys}\t${names}${text}\n`
}
