// The trail: filter, entries, pages, and its proof.

import { useSearchParams } from '@remix-run/react'
import { FileSpreadsheet } from 'lucide-react'
import { addressWith } from '#app/platform/http/address.ts'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { SavedFiltersMenu } from '#app/platform/lists/ui/saved-filters-menu.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { OptionGroup } from '#app/ui/field.tsx'
import { FilterBar, FilterSelect, FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { entryPath, pointText, type TrailPoint, type TrailRowView } from '../trail.ts'
import { ProofPanel, type ProofView } from './proof-panel.tsx'
import { useT } from './words.tsx'

interface TrailListProps {
  rows: readonly TrailRowView[]
  previous: TrailPoint | null
  next: TrailPoint | null
  isPlaceUnknown: boolean
  organisations: OrganisationSuggestions
  /** Choices of the filter. */
  actions: readonly OptionGroup[]
  mayVerify: boolean
  proof: ProofView | undefined
}

const path = '/audit'

export function TrailList(props: TrailListProps) {
  const { isPlaceUnknown, organisations, actions, mayVerify, proof, ...page } = props
  const t = useT()
  const [params] = useSearchParams()
  return (
    <>
      <PageHeader
        title={t('audit.title')}
        description={t('audit.about')}
        actions={
          <>
            <SavedFiltersMenu />
            <LinkButton href={addressWith('/audit/export.xlsx', params, {})} icon={FileSpreadsheet} download>
              {t('audit.export')}
            </LinkButton>
          </>
        }
      />
      <TrailFilter organisations={organisations} actions={actions} />
      {isPlaceUnknown && (
        <Notice tone="warning" word={t('audit.place_unknown_title', { text: params.get('place') ?? '' })}>
          {t('audit.place_unknown_about')}
        </Notice>
      )}
      <TrailTable rows={page.rows} />
      {page.rows.length > 0 && <TrailPages {...page} />}
      {mayVerify && <ProofPanel proof={proof} />}
    </>
  )
}

function TrailFilter({ organisations, actions }: Pick<TrailListProps, 'organisations' | 'actions'>) {
  const t = useT()
  const [params] = useSearchParams()
  const field = (name: string) => ({ name, defaultValue: params.get(name) ?? '' })
  return (
    <FilterBar
      key={params.toString()}
      label={t('audit.filter')}
      applyLabel={t('audit.filter_apply')}
      clearLabel={t('audit.filter_clear')}
      clearHref={path}
    >
      <FilterText {...field('from')} type="date" label={t('audit.filter_from')} />
      <FilterText {...field('to')} type="date" label={t('audit.filter_to')} />
      <FilterText
        {...field('place')}
        label={t('audit.filter_place')}
        placeholder={t('audit.filter_place_hint')}
        {...organisations}
        wide
      />
      <FilterText {...field('who')} label={t('audit.filter_who')} placeholder={t('audit.filter_who_hint')} />
      <FilterSelect
        {...field('action')}
        label={t('audit.filter_action')}
        anyLabel={t('audit.filter_any')}
        groups={actions}
      />
      <FilterText
        {...field('person')}
        label={t('audit.filter_person')}
        placeholder={t('audit.filter_person_hint')}
      />
    </FilterBar>
  )
}

function TrailTable({ rows }: { rows: readonly TrailRowView[] }) {
  const t = useT()
  const columns: Column<TrailRowView>[] = [
    { key: 'what', header: t('audit.what'), primary: true, cell: (row) => row.what },
    {
      key: 'about',
      header: t('audit.subject'),
      wrap: true,
      cell: (row) => {
        const words = <bdi>{row.about}</bdi>
        return row.person?.href ? <TextLink href={row.person.href}>{words}</TextLink> : words
      },
    },
    { key: 'organisation', header: t('audit.organisation'), wrap: true, cell: (row) => row.organisationName },
    { key: 'who', header: t('audit.who'), wrap: true, cell: (row) => row.actorName },
    {
      key: 'at',
      header: t('audit.at'),
      cell: (row) => (
        <time dateTime={row.at} className="whitespace-nowrap tabular-nums">
          {formatMoment(row.at)}
        </time>
      ),
    },
    { key: 'reason', header: t('audit.reason'), wrap: true, cell: (row) => row.reason ?? '' },
  ]
  return (
    <DataTable
      caption={t('audit.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.chainId} ${row.seq}`}
      rowHref={entryPath}
      empty={<EmptyState title={t('audit.empty_title')}>{t('audit.empty_about')}</EmptyState>}
    />
  )
}

function TrailPages({ rows, previous, next }: Pick<TrailListProps, 'rows' | 'previous' | 'next'>) {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  const to = (name: 'after' | 'before', point: TrailPoint | null) =>
    point ? addressWith(path, params, { [name]: pointText(point) }) : undefined
  return (
    <Pagination
      label={t('audit.pages')}
      countText={t('audit.count', { count: formatNumber(rows.length, locale) })}
      first={previous ? addressWith(path, params, {}) : undefined}
      previous={to('before', previous)}
      next={to('after', next)}
      words={{ first: t('audit.first'), previous: t('audit.previous'), next: t('audit.next') }}
    />
  )
}
