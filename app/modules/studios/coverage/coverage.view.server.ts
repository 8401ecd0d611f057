/** Coverage of needy schools as a heat table and a distance-ordered list, and as a sheet. */
import { CODE_LISTS, codeLabel } from '#app/modules/registry/index.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { isId } from '#app/platform/ids.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf } from '#app/platform/lists/pages.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import {
  allCoverage,
  type CoverageAsked,
  type CoverageRow,
  countiesOf,
  listCoverage,
  sortIn,
  startingPoints,
  subjectsTaught,
} from './coverage.queries.server.ts'
import { heatOf, missingOf, NEEDY_KINDS, type NeedyKind, type TermSpan, termsUntil } from './coverage.ts'

const STAGES = ['kindergarten', 'primary', 'junior', 'senior'] as const
type Grouping = 'subject' | 'term'

type Reading = { db: Db; actor: Actor; params: URLSearchParams; today: PlainDate; words: Words }

/** What an address asks for; what it says wrong counts as not said. */
async function askedOf({ db, actor, params, today }: Reading) {
  const policies = await policiesAt(db, actor.organisationId, today)
  const terms = termsUntil(today, policies.use('studios.coverage_terms').value)
  const aTerm = policies.use('studios.visits_a_term').value
  const points = await startingPoints(db, actor, today)
  const near = points.find(({ id }) => id === params.get('near')) ?? null
  const countyId = params.get('county')
  const asked: CoverageAsked = {
    ...{
      day: today,
      terms,
      need: terms.length * aTerm,
      share: policies.use('studios.use_share_least').value,
    },
    countyId: isId(countyId ?? '') ? countyId : null,
    stage: STAGES.find((one) => one === params.get('stage')) ?? null,
    near,
  }
  const grouping: Grouping = params.get('by') === 'term' ? 'term' : 'subject'
  return { asked, aTerm, points, near, grouping }
}

export async function coverageView(reading: Reading) {
  const { db, actor, params, today, words } = reading
  const { t, locale } = words
  const { asked, aTerm, points, near, grouping } = await askedOf(reading)
  const page = await listCoverage(db, actor, asked, decodeKeyset(params.get('cursor'), [sortIn(asked)]))
  const { totals } = page
  const taught = await subjectsTaught(
    db,
    page.rows.map(({ id }) => id),
    today,
  )
  const columns =
    grouping === 'term'
      ? asked.terms.map((term, at) => ({ key: `${at}`, header: termText(term, words) }))
      : subjectColumns(page.rows, taught, words)
  const drawn = { asked, aTerm, grouping, columns }
  return {
    columns,
    rows: page.rows.map((row) => rowView(row, taught.get(row.id) ?? new Set(), drawn, words)),
    hasKm: near !== null,
    total: t('coverage.total', {
      ...{ schools: formatNumber(totals.schools, locale), missing: formatNumber(totals.missing, locale) },
      ...{ unvisited: formatNumber(totals.unvisited, locale), visits: formatNumber(totals.visits, locale) },
    }),
    need: t('coverage.need', { terms: asked.terms.length, aTerm, need: asked.need }),
    filter: {
      values: {
        ...{
          county: asked.countyId ?? '',
          stage: asked.stage ?? '',
          near: near?.id ?? '',
          by: grouping === 'term' ? 'term' : '',
        },
      },
      counties: (await countiesOf(db, actor)).map(({ id, name }) => ({ value: id, label: name })),
      stages: STAGES.map((value) => ({ value, label: codeLabel(CODE_LISTS.stage, value, locale) })),
      points: points.map(({ id, name }) => ({ value: id, label: name })),
      groupings: [{ value: 'term', label: t('coverage.by_term') }],
    },
    pages: pagesOf('/studios/coverage', params, page),
    exportHref: addressWith('/studios/coverage/export.xlsx', params, { cursor: null }),
  }
}
export type CoverageView = Awaited<ReturnType<typeof coverageView>>

export const termText = ({ schoolYear, season }: Pick<TermSpan, 'schoolYear' | 'season'>, { t }: Words) =>
  t(`coverage.term_${season}`, { from: schoolYear, to: schoolYear + 1 })

/** Of what is taught or was visited at any of these schools. */
function subjectColumns(
  rows: readonly CoverageRow[],
  taught: ReadonlyMap<string, ReadonlySet<string>>,
  { locale }: Words,
) {
  const shown = new Set(rows.flatMap(({ cells }) => cells.map(([subject]) => subject)))
  for (const subjects of taught.values()) for (const subject of subjects) shown.add(subject)
  return CODE_LISTS.subject
    .filter(({ code }) => shown.has(code))
    .map(({ code }) => ({ key: code, header: codeLabel(CODE_LISTS.subject, code, locale) }))
}

type Drawn = {
  asked: CoverageAsked
  aTerm: number
  grouping: Grouping
  columns: readonly { key: string }[]
}

export const kindsOf = ({ isRural, isWeak, isSmall }: Pick<CoverageRow, 'isRural' | 'isWeak' | 'isSmall'>) =>
  NEEDY_KINDS.filter((kind: NeedyKind) => ({ rural: isRural, weak: isWeak, small: isSmall })[kind])

function rowView(
  row: CoverageRow,
  taught: ReadonlySet<string>,
  { asked, aTerm, grouping, columns }: Drawn,
  words: Words,
) {
  const { t, locale } = words
  const enough = grouping === 'term' ? aTerm : Math.max(1, Math.ceil(asked.need / Math.max(taught.size, 1)))
  return {
    id: row.id,
    name: row.name,
    county: row.countyName ?? '',
    kinds: kindsOf(row).map((kind) => t(`coverage.kind_${kind}`)),
    km: row.km === null ? '' : formatNumber(Math.round(row.km * 10) / 10, locale),
    got: formatNumber(row.got, locale),
    missing: missingOf({ got: row.got, terms: asked.terms.length, aTerm }),
    cells: columns.map(({ key }) => {
      const visits = row.cells
        .filter(([subject, term]) => (grouping === 'term' ? `${term}` : subject) === key)
        .reduce((sum, [, , count]) => sum + count, 0)
      const isNone = grouping === 'subject' && visits === 0 && !taught.has(key)
      return { visits: isNone ? null : visits, heat: heatOf(visits, enough) }
    }),
  }
}
export type CoverageEntry = ReturnType<typeof rowView>

/** All schools, by term and by subject. */
export async function coverageSheet(reading: Reading): Promise<SheetSpec> {
  const { db, actor, words } = reading
  const { t, locale } = words
  const { asked, aTerm, near } = await askedOf(reading)
  const { terms } = asked
  const found = await allCoverage(db, actor, asked)
  const subjects = CODE_LISTS.subject.filter(({ code }) =>
    found.some(({ cells }) => cells.some(([subject]) => subject === code)),
  )
  const sum = (row: CoverageRow, fits: (cell: CoverageRow['cells'][number]) => boolean) =>
    row.cells.filter(fits).reduce((total, [, , count]) => total + count, 0)
  async function* rows() {
    for (const row of found)
      yield [
        ...[
          row.name,
          row.countyName,
          kindsOf(row)
            .map((kind) => t(`coverage.kind_${kind}`))
            .join('、'),
        ],
        ...(near ? [row.km === null ? null : Math.round(row.km * 10) / 10] : []),
        ...[row.got, missingOf({ got: row.got, terms: terms.length, aTerm })],
        ...terms.map((_, at) => sum(row, ([, term]) => term === at)),
        ...subjects.map(({ code }) => sum(row, ([subject]) => subject === code)),
      ]
  }
  const number = (heading: string) => ({ heading, kind: 'number' as const })
  return {
    sheetName: t('coverage.sheet'),
    columns: [
      { heading: t('coverage.school'), width: 30 },
      { heading: t('coverage.county') },
      { heading: t('coverage.kind') },
      ...(near ? [number(t('coverage.km'))] : []),
      ...[number(t('coverage.got')), number(t('coverage.missing'))],
      ...terms.map((term) => number(termText(term, words))),
      ...subjects.map(({ code }) => number(codeLabel(CODE_LISTS.subject, code, locale))),
    ],
    rows: rows(),
  }
}
