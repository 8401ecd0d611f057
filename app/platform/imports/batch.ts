/** What an import is made of, as pages, command line and engine speak of it, whatever the files are about. */
import type { DateOrder } from '#app/platform/sheets/loose-date.ts'
import type { SheetProblemCode, SheetWarning } from '#app/platform/sheets/sheet.ts'

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
export type Phase = 'waiting' | 'reading' | 'comparing' | 'writing' | 'sealing' | 'undoing'

/** What an import makes of one row. `left` is not a row: something there that a complete file lacks. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'conflict', 'rejected'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** How many rows of each outcome, and what else a subject counts. */
export type Counts = Record<RowOutcome, number> & {
  rows: number
  /** There from this source and scope, not in the file; only with the option `complete`. */
  left: number
  /** Of the changed: those who are elsewhere than before. */
  moved: number
  /** Rows taken although something in them was odd. */
  warned: number
  /** Organisations that the commit creates on the way. */
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

/** Why a row is rejected, in conflict, or taken with a remark: what any subject may meet. */
export const commonIssues = [
  'code_unknown',
  'text_too_long',
  'forbidden_characters',
  'number_wrong',
  'date_not_a_date',
  'date_no_such_day',
  'date_ambiguous',
  'date_out_of_range',
  'cell_error_value',
  'cell_formula_without_result',
  'cell_undecodable',
  'cell_nul',
  'cell_too_long',
  'cell_lost_digits',
  'extra_cells',
  'duplicate_in_file',
] as const
export type CommonIssue = (typeof commonIssues)[number]

/** A common issue, or one of the subject's. Words: `import.issue_<code>`, and of its kind `imports.kind_<code>`. */
export type IssueCode = string

export type IssueLevel = 'error' | 'conflict' | 'warning'

/** One remark on one row. `value` is what stood there, shortened; never an identity number or a phone. */
export type RowIssue = {
  code: IssueCode
  level: IssueLevel
  field: string | null
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
export type Mapping = Partial<Record<string, string>>

export type ProfileOptions = {
  /** The file names everything of this source in the scope: what is missing has left. */
  complete: boolean
  /** What a person ticked beside the mapping, of the subject's ticks. */
  ticked: string[]
  /** How 03/04/2012 is meant, where the file writes days so. */
  dateOrder?: DateOrder | undefined
  /** A fixed meaning of columns that no mapping can say (built-in profiles only); `plain` is none. */
  recipe: string
  /** The lowest heading row as a person chose it, where the guess was wrong, and how many there are. */
  headingRow?: number | undefined
  headingRows?: number | undefined
  /** The sheets to be read, where a person chose them. */
  sheets?: string[] | undefined
  /** Rows to be read although they look like no data; of this file alone, never of a saved profile. */
  takeIn?: number[] | undefined
  /** All headings of the sheet that was mapped so: what is new in the next one is told. */
  headings?: string[] | undefined
  /** What the file does not say because it holds for every row of it: field → code. */
  fixed?: FixedValues | undefined
}

export type FixedValues = Partial<Record<string, string>>

/** The recipe of a file whose columns say all. */
export const PLAIN = 'plain'

export const plainOptions: ProfileOptions = {
  complete: false,
  ticked: [],
  recipe: PLAIN,
}

/** How a source's sheets are read: saved under a name, remembered for the next file. */
export type Profile = {
  /** Null for the built-in ones. */
  id: string | null
  /** Stable name for the command line: built-in key or the saved name. */
  key: string
  name: string
  /** Namespace of the source's own keys, e.g. `pa-k12`. */
  source: string
  mapping: Mapping
  options: ProfileOptions
}

/** A batch, as lists and pages show it. */
export type BatchView = {
  id: string
  subject: string
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

/** What a compared row is about, as its subject tells: everything in the reader's words, private numbers masked. */
export type SubjectRow = {
  rowNumber: number
  name: string
  /** Where it belongs. */
  place: string
  /** A number by which it is known. */
  note: string
  /** Its page, where it has one. */
  href?: string | undefined
  /** Only for changed rows: what it says before and after. */
  changes: { field: string; before: string | null; after: string | null }[]
}

/** Something that a complete file lacks. */
export type LeftRow = { id: string; name: string; place: string; note: string; href: string }

/** Something besides the rows that the commit makes. */
export type BesideTable = { title: string; about?: string; headings: string[]; rows: string[][] }

/** What the check found over the whole file. */
export type Preview = {
  counts: Counts
  /** How often each remark stands in the file, most often first. */
  issues: { code: IssueCode; level: IssueLevel; field: string | null; count: number; firstRow: number }[]
  /** Values of the file that no code list knows, most often first. */
  unknownCodes: { field: string; value: string; count: number }[]
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
  | 'not_mapped'
  | 'no_key_mapped'
  | 'heading_used_twice'
  | 'heading_unknown'

export type StartRefusal = 'not_found' | 'forbidden' | 'wrong_state' | 'nothing_to_do' | 'stale'

/** What keeps a batch from being undone: how much of one kind there is, and up to ten of them. */
export type StandsOn = {
  kind: string
  count: number
  examples: { label: string; href: string }[]
}
