/** What an import is made of, as pages, command line and engine speak of it. Pure types and the facts about them. */
import type { DateOrder } from '#app/platform/sheets/loose-date.ts'
import type { Sheet, SheetProblemCode, SheetWarning } from '#app/platform/sheets/sheet.ts'
import type { FieldKey } from './fields.ts'

/**
 * uploaded → mapped → checking → ready → committing → committed → undoing → undone.
 * `cancelled` by a person; `refused` when the file cannot be read at all (`problem` says why).
 */
export const batchStates = [
  'uploaded',
  'mapped',
  'checking',
  'ready',
  'committing',
  'committed',
  'undoing',
  'undone',
  'cancelled',
  'refused',
] as const
export type BatchState = (typeof batchStates)[number]

/** States in which a job works on the batch: the page asks for progress. */
export const runningStates: readonly BatchState[] = ['checking', 'committing', 'undoing']

/** What the running job is at; words under `import.phase_<phase>`. */
export type Phase =
  | 'waiting'
  | 'reading'
  | 'matching'
  | 'comparing'
  | 'organisations'
  | 'people'
  | 'appointments'
  | 'details'
  | 'roster'
  | 'sealing'
  | 'undoing'

/** What an import makes of one row. `left` is not a row: a person of the registry that a complete file lacks. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'conflict', 'rejected'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export type Counts = Record<RowOutcome, number> & {
  rows: number
  /** In the registry from this source and scope, not in the file; only with the option `complete`. */
  left: number
  /** Of the changed: those who work at another organisation than before. */
  moved: number
  /** Rows taken although something in them was odd. */
  warned: number
  /** Organisations that the commit creates. */
  organisations: number
}

export const noCounts: Counts = {
  rows: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  conflict: 0,
  rejected: 0,
  left: 0,
  moved: 0,
  warned: 0,
  organisations: 0,
}

/** Why a row is rejected (`error`), in conflict, or taken with a remark (`warning`). Words: `import.issue_<code>`. */
export const issueCodes = [
  // the name
  'name_empty',
  'name_too_long',
  'name_characters',
  'name_no_letter',
  'emoji',
  'private_use_character',
  // the identity number
  'id_empty',
  'id_length',
  'id_characters',
  'id_birth_date',
  'id_check_digit',
  'id_lost_digits',
  'id_birth_differs',
  'id_sex_differs',
  // dates
  'date_not_a_date',
  'date_no_such_day',
  'date_ambiguous',
  'date_out_of_range',
  'date_in_future',
  'date_before_birth',
  'years_odd',
  // codes, numbers, text
  'code_unknown',
  'staff_number_wrong',
  'staff_number_unknown',
  'text_too_long',
  'forbidden_characters',
  // the organisation
  'org_empty',
  'org_unknown',
  'org_ambiguous',
  'org_similar',
  'org_outside_scope',
  'org_closed',
  // the cell as the sheet has it
  'cell_error_value',
  'cell_formula_without_result',
  'cell_undecodable',
  'cell_nul',
  'cell_too_long',
  'extra_cells',
  // inside the file
  'duplicate_in_file',
  // against the registry
  'works_elsewhere',
  'keys_disagree',
  'name_differs',
  'later_history',
  'several_alike',
] as const
export type IssueCode = (typeof issueCodes)[number]

export type IssueLevel = 'error' | 'conflict' | 'warning'

/** One remark on one row. `value` is what stood there, shortened; never an identity number or a phone. */
export type RowIssue = {
  code: IssueCode
  level: IssueLevel
  field: FieldKey | null
  value?: string
  /** For duplicates: the other row. For check digits: what it would have to be. */
  other?: string
}

/** Why the batch as a whole stands where it stands. Words: `import.problem_<code>`. */
export type ProblemCode =
  | SheetProblemCode
  | 'interrupted'
  | 'stale'
  | 'failed'
  | 'no_rows'
  | 'nothing_to_do'
  | 'stands_on_it'
  | 'database_away'

/** Field of ours → heading of the sheet (as `Sheet.headings` has it, made distinct). */
export type Mapping = Partial<Record<FieldKey, string>>

export type ProfileOptions = {
  /** The file names everybody of this source in the scope: who is missing has left. */
  complete: boolean
  /** Organisations that are not there yet are created along the names in the row. */
  createOrganisations: boolean
  /** People without any key may be found by name and birth date inside the organisation. */
  matchByName: boolean
  /** A row that names no organisation is of the one above it: the sender wrote it once for all its people. */
  fillDown?: boolean | undefined
  /** How 03/04/2012 is meant, where the file writes days so. */
  dateOrder?: DateOrder | undefined
  /** A fixed meaning of columns that no mapping can say (built-in profiles only). */
  recipe: 'plain' | 'pa-2012'
  /** The lowest heading row as a person chose it, where the guess was wrong, and how many there are. */
  headingRow?: number | undefined
  headingRows?: number | undefined
  /** The sheets to be read, where a person chose them. */
  sheets?: string[] | undefined
  /** Rows to be read although they look like no data; of this file alone, never of a saved profile. */
  takeIn?: number[] | undefined
  /** What the file does not say because it holds for every row of it: field → code. */
  fixed?: FixedValues
}

export type FixedValues = Partial<Record<FieldKey, string>>

export const plainOptions: ProfileOptions = {
  complete: false,
  createOrganisations: false,
  matchByName: false,
  recipe: 'plain',
}

/** How a source's sheets are read: saved under a name, remembered for the next file. */
export type Profile = {
  /** Null for the built-in ones. */
  id: string | null
  /** Stable name for the command line: built-in key or the saved name. */
  key: string
  name: string
  /** Namespace of the source's own keys of people, e.g. `pa-k12`. */
  source: string
  mapping: Mapping
  options: ProfileOptions
}

/** What the mapping page shows. */
export type ProfileSuggestion = {
  headings: string[]
  /** The first rows, cell by cell, identity numbers and phones masked once mapped. */
  samples: string[][]
  headingRow: number
  headingRows: number
  /** The visible sheets of a workbook, and which of them are read. */
  sheets: Sheet['sheets']
  format: 'xlsx' | 'csv'
  encoding: string | null
  warnings: SheetWarning[]
  profile: Profile
  /** The headings are exactly those of a saved or built-in profile. */
  isKnown: boolean
  /** Required and not mapped: one of each group is needed. */
  missing: FieldKey[][]
}

/** A batch, as lists and pages show it. */
export type BatchView = {
  id: string
  state: BatchState
  problem: ProblemCode | null
  /** What the problem says besides: a limit, a row. */
  problemValues: Record<string, string | number>
  organisationId: string
  organisationName: string
  fileName: string
  fileBytes: number
  asOf: string
  profile: Profile | null
  counts: Counts
  /** SHA-256 over the checked rows; sealed in the audit entry. */
  digest: string | null
  warnings: SheetWarning[]
  createdAt: string
  createdByName: string
  committedAt: string | null
  committedByName: string | null
  undoneAt: string | null
  undoneByName: string | null
}

/** Where a running job is. `total` null: not known yet. Also says how the last job ended. */
export type Progress = {
  batchId: string
  state: BatchState
  problem: ProblemCode | null
  phase: Phase | null
  rowsDone: number
  rowsTotal: number | null
  /** Share of the whole job done, 0 to 1, over all phases. */
  share: number
  startedAt: string | null
  secondsElapsed: number
  /** Null while it cannot be told. */
  secondsLeft: number | null
}

/** One field before and after, coded values as codes; identity numbers and phones masked. */
export type FieldChange = { field: FieldKey; before: string | null; after: string | null }

export type PreviewRow = {
  rowNumber: number
  name: string
  outcome: RowOutcome
  organisationName: string | null
  /** Masked. */
  idNumber: string | null
  personId: string | null
  staffNumber: string | null
  issues: RowIssue[]
  /** Only for changed rows. */
  changes: FieldChange[]
}

/** Somebody a complete file lacks. */
export type LeftPerson = { personId: string; staffNumber: string; name: string; organisationName: string }

export type Preview = {
  counts: Counts
  /** How often each remark stands in the file, most often first. */
  issues: { code: IssueCode; level: IssueLevel; field: FieldKey | null; count: number; firstRow: number }[]
  /** Values of the file that no code list knows, most often first. */
  unknownCodes: { field: FieldKey; value: string; count: number }[]
  newOrganisations: { kind: string; name: string; parentName: string | null; code: string }[]
  /** True when there are more than listed. */
  hasMoreOrganisations: boolean
}

/** A page of rows or people, with the key of the next one. */
export type Page<Item> = { items: Item[]; next: string | null }

export type UploadRefusal =
  | 'forbidden'
  | 'organisation_not_found'
  | 'as_of_not_a_date'
  | 'as_of_in_future'
  | 'file_missing'
  | SheetProblemCode

export type MappingRefusal =
  | 'not_found'
  | 'forbidden'
  | 'wrong_state'
  | 'name_not_mapped'
  | 'organisation_not_mapped'
  | 'no_key_mapped'
  | 'heading_used_twice'
  | 'heading_unknown'
  | 'profile_name_empty'

export type StartRefusal = 'not_found' | 'forbidden' | 'wrong_state' | 'nothing_to_do' | 'stale'

/** What keeps a batch from being undone, each with how much of it there is. */
export type StandsOn = {
  kind: 'person_changed' | 'later_import' | 'organisation_used' | 'account_linked'
  count: number
  /** Up to ten of them, by name and number; for imports the file name. */
  examples: { id: string; label: string }[]
}
