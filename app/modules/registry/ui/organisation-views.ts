/** What the organisation pages show, made on the server. */
import type { ActiveFilter } from '#app/ui/active-filters.tsx'
import type { Crumb } from '#app/ui/breadcrumbs.tsx'
import type { Option } from '#app/ui/field.tsx'
import type { ActLink, FactView, StateView } from './staff-views.ts'

export interface OrganisationRow {
  id: string
  name: string
  code: string
  kind: string
  above: string
  stages: string
  place: string
  marks: readonly StateView[]
  staff: string
}

export interface OrganisationFilterView {
  values: Readonly<Record<string, string>>
  options: Readonly<Record<'kind' | 'stage' | 'placeType' | 'designation', readonly Option[]>>
  active: readonly ActiveFilter[]
}

export interface OrganisationListView {
  query: string
  total: string
  isFiltered: boolean
  rows: readonly OrganisationRow[]
  filter: OrganisationFilterView
  pages: { first?: string; previous?: string; next?: string }
  exportHref?: string
  newHref?: string
  importHref?: string
}

export interface FiguresRow {
  key: string
  schoolYear: string
  stage: string
  classes: string
  pupils: string
  boarders: string
  perClass: string
}

export interface DesignationRow {
  key: string
  label: string
  from: string
  to: string
  document: string
  isNow: boolean
}

export interface OrganisationView {
  id: string
  name: string
  code: string
  kind: string
  marks: readonly StateView[]
  trail: readonly Crumb[]
  facts: readonly FactView[]
  /** Null for readers who see no staff. */
  staff: { count: string; href: string; overviewHref: string } | null
  acts: readonly ActLink[]
  figures: readonly FiguresRow[]
  figuresHref?: string
  designations: readonly DesignationRow[]
  designateHref?: string
  /** Whether classes, pupils and designations are kept of it. */
  isTaught: boolean
  /** Null where nothing can stand below it. */
  below: { rows: readonly OrganisationRow[]; allHref: string; count: string } | null
}
