// Exemptions and deferrals: filter, rows, pages.

import { FilePlus, FileSpreadsheet } from 'lucide-react'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { SavedFiltersMenu } from '#app/platform/lists/ui/saved-filters-menu.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ExchangeTabs } from './exchange-tabs.tsx'
import type { ExemptionListView, ExemptionRowView } from './exemption-views.ts'
import { useT } from './words.tsx'

interface ExemptionListProps {
  view: ExemptionListView
  organisations: OrganisationSuggestions
}

export function ExemptionList({ view, organisations }: ExemptionListProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('exemption.title')}
        description={t('exemption.about')}
        actions={
          <>
            {view.canRecord && (
              <LinkButton href="/exchange/exemptions/new" variant="primary" icon={FilePlus}>
                {t('exemption.new')}
              </LinkButton>
            )}
            <SavedFiltersMenu />
            <LinkButton href={view.exportHref} icon={FileSpreadsheet} download>
              {t('exchange.export')}
            </LinkButton>
          </>
        }
      />
      <ExchangeTabs />
      <ExemptionFilterBar filter={view.filter} organisations={organisations} />
      {view.filter.isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
      {view.rows.length === 0 ? (
        <EmptyState title={t('exemption.none')}>{t('exemption.none_about')}</EmptyState>
      ) : (
        <>
          <ExemptionTable rows={view.rows} />
          <Pagination
            label={t('exchange.pages')}
            countText={view.total}
            {...view.pages}
            words={{ first: t('exchange.first'), previous: t('exchange.previous'), next: t('exchange.next') }}
          />
        </>
      )}
    </>
  )
}

interface FilterProps {
  filter: ExemptionListView['filter']
  organisations: OrganisationSuggestions
}

function ExemptionFilterBar({ filter: { values, kinds, states }, organisations }: FilterProps) {
  const t = useT()
  return (
    <FilterBar
      key={JSON.stringify(values)}
      label={t('exchange.filter')}
      applyLabel={t('exchange.filter_apply')}
      clearLabel={t('exchange.filter_clear')}
      clearHref="/exchange/exemptions"
    >
      <FilterSelect
        name="kind"
        label={t('exemption.kind')}
        anyLabel={t('exchange.any')}
        groups={kinds}
        defaultValue={values.kind}
      />
      <FilterSelect
        name="state"
        label={t('exemption.state')}
        anyLabel={t('exchange.any')}
        options={states}
        defaultValue={values.state}
      />
      <FilterText
        name="place"
        label={t('due.filter_place')}
        placeholder={t('due.filter_place_hint')}
        defaultValue={values.place}
        {...organisations}
        wide
      />
    </FilterBar>
  )
}

function ExemptionTable({ rows }: { rows: readonly ExemptionRowView[] }) {
  const t = useT()
  const day = (text: string) => <span className="tabular-nums">{text}</span>
  const columns: Column<ExemptionRowView>[] = [
    { key: 'name', header: t('due.name'), cell: (row) => row.name, primary: true },
    { key: 'number', header: t('due.number'), cell: (row) => day(row.staffNumber), hideOnPhone: true },
    { key: 'school', header: t('due.school'), cell: (row) => row.school, wrap: true },
    { key: 'kind', header: t('exemption.kind'), cell: (row) => row.kind, wrap: true },
    { key: 'from', header: t('exemption.from'), cell: (row) => day(row.validFrom) },
    { key: 'until', header: t('exemption.until'), cell: (row) => day(row.lastDay) },
    { key: 'document', header: t('exemption.document'), cell: (row) => row.documentNo, wrap: true },
    {
      key: 'proof',
      header: t('exemption.proof'),
      cell: (row) => t(row.hasProof ? 'exchange.yes' : 'exchange.no'),
    },
    {
      key: 'state',
      header: t('exemption.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  return (
    <DataTable
      caption={t('exemption.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
    />
  )
}
