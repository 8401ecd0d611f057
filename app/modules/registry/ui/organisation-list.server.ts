/** The list of organisations as its page shows it. */
import { type Actor, canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatList } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { paths as importPaths } from '#app/platform/imports/ui/paths.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf, totalText } from '#app/platform/lists/pages.ts'
import type { ActiveFilter } from '#app/ui/active-filters.tsx'
import { CODE_LISTS, codeLabel } from '../codes/index.ts'
import { optionsOf } from '../form-fields.ts'
import { DESIGNATIONS, type OrganisationFilter, organisationFilterForm } from '../organisation-forms.ts'
import { type OrganisationRow as Found, listOrganisations } from '../organisations.queries.server.ts'
import { codeText } from './code-text.ts'
import type { OrganisationListView, OrganisationRow } from './organisation-views.ts'
import type { StateView } from './staff-views.ts'

const PATH = '/organisations'

export function readOrganisationFilter(params: URLSearchParams): OrganisationFilter {
  const values = Object.fromEntries([...params].map(([name, value]) => [name, value.replaceAll('\0', '')]))
  return organisationFilterForm.parse({ designation: null, ...values })
}

export async function organisationListView(
  db: Db,
  actor: Actor,
  params: URLSearchParams,
  words: Words,
): Promise<OrganisationListView> {
  const filter = readOrganisationFilter(params)
  const page = await listOrganisations(db, actor, filter, decodeKeyset(params.get('cursor'), ['name']))
  const active = await activeFilters(db, filter, params, words)
  const [only, ...others] = scopeOf(actor, 'organisation:manage')
  return {
    query: filter.q ?? '',
    total: totalText(page.total, words.locale),
    isFiltered: active.length > 0 || filter.q !== null,
    rows: page.rows.map((row) => organisationRowView(row, words)),
    filter: { values: valuesOf(filter), options: filterOptions(words), active },
    pages: pagesOf(PATH, params, page),
    exportHref: addressWith(`${PATH}/export.xlsx`, params, {}),
    newHref: only && others.length === 0 ? `${PATH}/new?below=${only}` : undefined,
    importHref: canSomewhere(actor, 'organisation:manage') ? importPaths.startOf('organisations') : undefined,
  }
}

function valuesOf({ below, kind, stage, placeType, designation }: OrganisationFilter) {
  const values = { below, kind, stage, placeType, designation }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']))
}

function filterOptions({ t, locale }: Words) {
  return {
    kind: optionsOf('orgKind', locale),
    stage: optionsOf('stage', locale),
    placeType: optionsOf('placeType', locale),
    designation: DESIGNATIONS.map((kind) => ({ value: kind, label: t(`orgs.${kind}`) })),
  }
}

async function activeFilters(
  db: Db,
  filter: OrganisationFilter,
  params: URLSearchParams,
  words: Words,
): Promise<ActiveFilter[]> {
  const { t } = words
  const above = filter.below && (await db.organisation.findUnique({ where: { id: filter.below } }))
  const chips: [name: string, label: string, value: string | null][] = [
    ['q', t('orgs.filter_q'), filter.q],
    ['below', t('orgs.above'), above ? above.name : null],
    ['kind', t('orgs.filter_kind'), filter.kind && codeText('orgKind', filter.kind, words)],
    ['stage', t('orgs.filter_stage'), filter.stage && codeText('stage', filter.stage, words)],
    [
      'placeType',
      t('orgs.filter_placeType'),
      filter.placeType && codeText('placeType', filter.placeType, words),
    ],
    ['designation', t('orgs.filter_designation'), filter.designation && t(`orgs.${filter.designation}`)],
  ]
  return chips.flatMap(([name, label, value]) =>
    value
      ? [
          {
            label: t('staff.chip', { label, value }),
            removeHref: addressWith(PATH, params, { [name]: null }),
          },
        ]
      : [],
  )
}

export function organisationRowView(row: Found, words: Words): OrganisationRow {
  const { locale } = words
  const stages = row.stages.map((stage) => codeLabel(CODE_LISTS.stage, stage, locale))
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    kind: codeText('orgKind', row.kind, words),
    above: row.aboveName ?? '',
    stages: formatList(stages, locale),
    place: row.placeType ? codeText('placeType', row.placeType, words) : '',
    marks: marksOf(row, words),
    staff: totalText(row.staff, locale),
  }
}

/** Weak by designation; small by designation, or by the pupils last reported; closed; private. */
export function marksOf(
  row: Pick<Found, 'designations' | 'isSmall' | 'closedOn' | 'isPublic'>,
  { t }: Words,
): StateView[] {
  const marks: StateView[] = []
  if (row.closedOn) marks.push({ label: t('orgs.closed'), tone: 'neutral' })
  if (row.designations.includes('weak')) marks.push({ label: t('orgs.weak'), tone: 'amber' })
  if (row.designations.includes('small') || row.isSmall) marks.push({ label: t('orgs.small'), tone: 'amber' })
  if (!row.isPublic) marks.push({ label: t('orgs.private'), tone: 'neutral' })
  return marks
}
