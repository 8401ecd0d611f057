// Which items of pay count at a place in a year, and why.
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { ListFilter } from '#app/platform/lists/ui/list-filter.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { BasisView } from '../basis.view.server.ts'
import { useT } from './parity-words.tsx'
import { PayTabs } from './pay-tabs.tsx'

interface BasisProps {
  view: BasisView | null
  place: string
  organisations: OrganisationSuggestions
  mayLook: boolean
}

export function BasisPage({ view, place, organisations, mayLook }: BasisProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={view ? t('pay.basis_of', { place: view.name, year: view.year }) : t('pay.basis')}
        description={t('pay.basis_about')}
        actions={
          view && (
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('pay.export')}
            </LinkButton>
          )
        }
      />
      <PayTabs mayLook={mayLook} />
      <ListFilter key={place} clearHref="/pay/basis">
        <FilterText name="place" label={t('pay.col_county')} defaultValue={place} {...organisations} wide />
      </ListFilter>
      {view ? (
        <>
          <Tabs label={t('pay.col_year')} tabs={view.years} />
          <BasisTable view={view} />
        </>
      ) : (
        <Notice tone="warning" word={t('pay.place_unknown')} />
      )}
    </>
  )
}

type Line = BasisView['lines'][number]

function BasisTable({ view }: { view: BasisView }) {
  const t = useT()
  const columns: Column<Line>[] = [
    {
      ...{ key: 'name', header: t('pay.col_item'), primary: true },
      cell: (row) => (row.href ? <TextLink href={row.href}>{row.name}</TextLink> : row.name),
    },
    { key: 'part', header: t('pay.col_part'), cell: (row) => row.part },
    {
      ...{ key: 'counts', header: t('pay.col_counts') },
      cell: (row) => (
        <Tag tone={row.counts ? 'green' : 'neutral'}>
          {row.counts ? t('pay.counts') : t('pay.counts_not')}
        </Tag>
      ),
    },
    {
      key: 'from',
      header: t('pay.col_from'),
      cell: (row) => [row.from, row.since].filter(Boolean).join(' · '),
    },
    { key: 'reason', header: t('pay.col_reason'), cell: (row) => row.reason, wrap: true },
    { key: 'document', header: t('pay.col_document'), cell: (row) => row.document, wrap: true },
  ]
  return (
    <DataTable
      caption={t('pay.basis')}
      captionHidden
      columns={columns}
      rows={view.lines}
      rowKey={(row) => row.key}
    />
  )
}
