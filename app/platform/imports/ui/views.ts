// What the import pages show, shaped on the server: codes are already words in the reader's language.
import type { Option, OptionGroup } from '#app/ui/field.tsx'

/** One thing that a file may be about. */
export interface ChoiceView {
  href: string
  title: string
  about: string
}

/** What the pages of a batch say of what it is about. */
export interface SubjectView {
  title: string
  /** Where one goes to see what was written. */
  after: { href: string; label: string }
  /** What writing does, in figures; the first line stands also at zero. */
  written: readonly { term: string; value: string; note?: string }[]
  /** Whether its files may be complete, so that something can be missing from one. */
  hasLeft: boolean
}

/** A column of the sender's sheet, and the field of ours that it fills. */
export interface MappingColumn {
  index: number
  /** Distinct within the sheet. */
  heading: string
  /** As a spreadsheet names the column: A, B, … AA. */
  letter: string
  /** The first different values. */
  samples: readonly string[]
  /** '' where it is not read. */
  field: string
  isSuggested: boolean
}

/** A field that may be the same for every row. */
export interface EveryRowField {
  key: string
  label: string
  choice: string
  options: readonly Option[]
}

export interface TickView {
  key: string
  label: string
  hint: string
  isTicked: boolean
}

export interface MappingView {
  /** Those that are read first. */
  columns: readonly MappingColumn[]
  /** Our fields, in groups. */
  groups: readonly OptionGroup[]
  everyRow: readonly EveryRowField[]
  /** Needed and not found: of each, one. */
  missing: readonly string[]
  headingRow: number
  headingRows: number
  /** The workbook's visible sheets; none for a .csv. */
  sheets: readonly { name: string; isRead: boolean }[]
  /** The first rows below the headings. */
  top: readonly (readonly string[])[]
  ticks: readonly TickView[]
  complete: Omit<TickView, 'key'> | null
  dateOrder: string
  recipe: string
  /** Namespace of the sender's own keys. */
  source: string
  /** Saved ways to read a sheet, and which one this is. */
  profiles: readonly Option[]
  profileKey: string
  /** The name it was saved under, if any. */
  profileName: string
  /** As whose usual way it is remembered without a name. */
  sender: string
  /** What has changed since such a file was mapped last. */
  differs: { fresh: string[]; gone: string[] } | null
  /** The headings are those of a profile that somebody has confirmed before. */
  isKnown: boolean
}

/** One value, before and after; null where there is none. */
export interface ChangeView {
  field: string
  before: string | null
  after: string | null
}

/** One row of the sheet, or what is no longer in it (then without a row number). */
export interface RowView {
  key: string
  rowNumber: number | null
  /** The row as its sheet numbers it; with the sheet's name where several were read as one. */
  at: string
  name: string
  /** Where it belongs. */
  place: string
  /** A number by which it is known, masked where it is private. */
  note: string
  /** Its page, where there is one already. */
  href?: string | undefined
  changes: readonly ChangeView[]
  messages: readonly string[]
}

/** What keeps a batch from being undone, in words, with some of it. */
export interface StandingView {
  text: string
  examples: readonly { label: string; href: string }[]
}

/** Rows that were taken for no data. */
export interface LeftOutView {
  count: number
  /** The first of them. */
  rows: readonly { rowNumber: number; place: string; kind: string; text: string; canTakeIn: boolean }[]
}

/** Something in the file worth knowing, with how often it occurs. */
export interface RemarkView {
  key: string
  text: string
  /** Of the three: taken with a remark, not taken as in conflict, not taken as wrong. */
  level: 'error' | 'conflict' | 'warning' | 'sheet'
  count: number | null
  firstRow: number | null
}
