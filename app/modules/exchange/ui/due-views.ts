/** What the pages of who is due show, made on the server: every code is already a word in the reader's language. */
import type { Option } from '#app/ui/field.tsx'
import type { Tone } from '#app/ui/tag.tsx'
import type { WhyReason } from '#app/ui/why-sheet.tsx'

export type OutcomeView = { label: string; tone: Tone }

export type DueRowView = {
  id: string
  href: string
  name: string
  staffNumber: string
  school: string
  teaching: string
  title: string
  years: string
  isBackbone: boolean
  outcome: OutcomeView
  ground: string
}

export type PagesView = { first?: string; previous?: string; next?: string }

export type DueListView = {
  day: string
  rows: readonly DueRowView[]
  total: string
  /** One a outcome, and all of them first. */
  outcomes: readonly { href: string; label: string; count: string; current: boolean }[]
  filter: {
    values: Readonly<Record<'year' | 'county' | 'place' | 'stage' | 'subject' | 'backbone', string>>
    /** The outcome chosen; it stays when the filter changes. */
    outcome: string
    years: readonly Option[]
    counties: readonly Option[]
    stages: readonly Option[]
    subjects: readonly Option[]
    isPlaceUnknown: boolean
  }
  pages: PagesView
  exportHref: string
}

export type WhyView = { outcome: OutcomeView; reasons: readonly WhyReason[] }

export type DecisionView = {
  personId: string
  name: string
  day: string
  school: string
  year: string
  /** Other school years of the same person. */
  years: readonly { href: string; label: string; current: boolean }[]
  /** Null: not in service by then. */
  decided: {
    why: WhyView
    facts: readonly { term: string; value: string }[]
  } | null
  exemptions: readonly { href: string | null; label: string; period: string; state: OutcomeView }[]
  recordHref: string | null
  staffHref: string | null
}
