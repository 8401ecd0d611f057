// What the import pages show, shaped on the server: codes are already words in the reader's language.
import type { Option } from '#app/ui/field.tsx'
import type { ProfileOptions } from '../batch.ts'

/** A heading of the sender's sheet. */
export interface MappingColumn {
  /** Distinct within the sheet; also the value of the choice. */
  heading: string
  /** As a spreadsheet names the column: A, B, … AA. */
  letter: string
  /** The first different values. */
  samples: readonly string[]
}

/** A field of ours that a column can fill. */
export interface MappingField {
  key: string
  label: string
  /** A heading, or the one value of every row. */
  choice: string
  /** What every row may have instead. */
  fixed: readonly Option[]
  /** Mapped, or needed and not mapped yet; others are folded away. */
  isShown: boolean
}

export interface MappingGroup {
  key: string
  label: string
  /** Must be mapped, each or one of them: the group's own words say which. */
  isRequired: boolean
  fields: readonly MappingField[]
}

export interface MappingView {
  columns: readonly MappingColumn[]
  groups: readonly MappingGroup[]
  headingRow: number
  headingRows: number
  /** The workbook's visible sheets; none for a .csv. */
  sheets: readonly { name: string; isRead: boolean }[]
  /** The first rows below the headings. */
  top: readonly (readonly string[])[]
  options: ProfileOptions
  /** Namespace of the sender's own keys of people. */
  source: string
  /** Saved ways to read a sheet, and which one this is. */
  profiles: readonly Option[]
  profileKey: string
  /** The name it was saved under, if any. */
  profileName: string
  /** The headings are those of a profile that somebody has confirmed before. */
  isKnown: boolean
}

/** One value of a person, before and after; null where there is none. */
export interface ChangeView {
  field: string
  before: string | null
  after: string | null
}

/** One row of the sheet, or a person who is no longer in it (then without a row number). */
export interface RowView {
  key: string
  rowNumber: number | null
  /** The row as its sheet numbers it; with the sheet's name where several were read as one. */
  place: string
  name: string
  organisation: string
  /** Our number, or the identity number masked. */
  note: string
  /** The person's page, where there is one already. */
  href?: string
  changes: readonly ChangeView[]
  messages: readonly string[]
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
