/** What the staff pages show, made on the server: codes are already words in the reader's language. */

import type { WhyView } from '#app/platform/forms/form-view.ts'
import type { ActiveFilter } from '#app/ui/active-filters.tsx'
import type { Option } from '#app/ui/field.tsx'
import type { Tone } from '#app/ui/tag.tsx'
import type { LifeYear } from './life.ts'

export interface StateView {
  label: string
  tone: Tone
}

export interface StaffRow {
  id: string
  name: string
  staffNumber: string
  organisation: string
  post: string
  teaching: string
  title: string
  honours: string
  age: string
  yearsHere: string
  state: StateView
}

/** The blanks of the filter's sentence, as the address has them. */
export interface StaffFilterView {
  organisation: string
  /** Several organisations, which the one blank cannot hold; they stay until one is typed. */
  organisationIds: readonly string[]
  values: Readonly<Record<string, string>>
  options: Readonly<
    Record<
      | 'stage'
      | 'subject'
      | 'title'
      | 'honour'
      | 'post'
      | 'category'
      | 'schoolPost'
      | 'status'
      | 'establishment'
      | 'lacks',
      readonly Option[]
    >
  >
  isMoreOpen: boolean
  /** The same list with the seldom used conditions. */
  moreHref: string
  /** Whether fewer than everybody may be shown. */
  isNarrowed: boolean
  active: readonly ActiveFilter[]
}

export interface SortView {
  key: string
  direction: 'ascending' | 'descending'
  /** Address by column. */
  hrefs: Readonly<Record<string, string>>
}

export interface StaffListView {
  query: string
  /** Where a search is posted: the present filter stays. */
  searchAction: string
  /** What of the address was not taken, in words. */
  problems: readonly string[]
  /** "1,234" or "10,000+". */
  total: string
  isEmpty: boolean
  isFiltered: boolean
  /** The day the list is told of. */
  day: string
  /** The same where it is not today. */
  asOf: string | null
  todayHref: string
  rows: readonly StaffRow[]
  filter: StaffFilterView
  sort: SortView
  pages: { first?: string; previous?: string; next?: string }
  exports: { list?: string; national?: string; nationalInFull?: string }
  can: { hire: boolean; import: boolean }
}

/** What came of a search that leads nowhere; what was typed stays in the box. */
export interface SearchAnswer {
  typed: string
  message: string
  /** Wrong as typed; otherwise there is nobody. */
  isInvalid: boolean
}

/** One unit's stretch on a lane: where it begins and how long it is, in percent of the whole. */
export interface LaneSpan {
  key: string
  label: string
  period: string
  start: number
  length: number
  isNow: boolean
}

/** Establishment, work or pay: which unit, since when, and the whole history as a lane. */
export interface LaneView {
  key: string
  title: string
  unit: string
  href?: string
  since: string
  spans: readonly LaneSpan[]
}

export interface ActLink {
  href: string
  label: string
  hint?: string
}

export interface PersonView {
  id: string
  name: string
  staffNumber: string
  state: StateView
  /** Organisation, post and subject in one line. */
  headline: string
  asOf: string | null
  /** The next thing to do; null for readers who change nothing. */
  primary: ActLink | null
  acts: readonly ActLink[]
  facts: readonly FactView[]
  identity: { kind: string; masked: string | null; canReveal: boolean }
  retirement: (WhyView & { date: string; note: string }) | null
  lanes: readonly LaneView[]
  /** Years under the lanes: where each begins, in percent. */
  ticks: readonly { label: string; at: number }[]
  timeline: readonly LifeYear[]
  /** The audit trail about the person; null for who may not read it. */
  auditHref: string | null
}

/** The facts that can be corrected, each a link. */
export interface CorrectionListView {
  name: string
  /** The record. */
  href: string
  groups: readonly {
    key: string
    title: string
    entries: readonly { term: string; label: string; href: string; note?: string }[]
  }[]
}

/** A fact of a record in words; `href` makes its value a link. */
export interface FactView {
  term: string
  value: string
  note?: string
  href?: string
}
