/** What the page of yearly targets shows, made on the server: numbers are already formatted. */
import type { Option } from '#app/ui/field.tsx'
import type { OutcomeView } from './due-views.ts'

export type TargetRowView = {
  key: string
  name: string
  /** The due list of the county; null for the sum of all. */
  href: string | null
  due: string
  exempt: string
  deferred: string
  targetShare: string
  target: string
  gone: string
  share: string
  backbone: string
  backboneShare: string
  states: readonly OutcomeView[]
}

export type ForecastRowView = {
  key: string
  place: string
  year: string
  href: string
  due: string
  newlyDue: string
  retiring: string
  target: string
}

export type TargetsView = {
  year: string
  yearValue: string
  years: readonly Option[]
  rows: readonly TargetRowView[]
  /** All counties together, a row a year. */
  forecast: readonly ForecastRowView[]
  /** One county's own, where there are several. */
  forecastByCounty: readonly { id: string; name: string; rows: readonly ForecastRowView[] }[]
  exportHref: string
}
