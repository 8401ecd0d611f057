/** What the pages of exemptions show, made on the server. */
import type { Option, OptionGroup } from '#app/ui/field.tsx'
import type { OutcomeView, PagesView } from './due-views.ts'

export type ExemptionRowView = {
  id: string
  href: string
  name: string
  staffNumber: string
  school: string
  kind: string
  validFrom: string
  lastDay: string
  documentNo: string
  hasProof: boolean
  state: OutcomeView
}

export type ExemptionListView = {
  rows: readonly ExemptionRowView[]
  total: string
  filter: {
    values: Readonly<Record<'kind' | 'state' | 'place', string>>
    kinds: readonly OptionGroup[]
    states: readonly Option[]
    isPlaceUnknown: boolean
  }
  pages: PagesView
  exportHref: string
  canRecord: boolean
}

export type ExemptionRecordView = {
  id: string
  name: string
  kind: string
  state: OutcomeView
  personHref: string
  facts: readonly { term: string; value: string }[]
  proof: { href: string; name: string; size: string } | null
}
