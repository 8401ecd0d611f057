// What civil servants got, as it was said: every word of every county, the one that holds first.
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { BenchmarkLine } from '../benchmarks.view.server.ts'
import { useT } from './parity-words.tsx'
import { PayTabs } from './pay-tabs.tsx'

interface BenchmarksProps {
  lines: readonly BenchmarkLine[]
  maySet: boolean
  mayLook: boolean
}

export function BenchmarksPage({ lines, maySet, mayLook }: BenchmarksProps) {
  const t = useT()
  const columns: Column<BenchmarkLine>[] = [
    { key: 'county', header: t('pay.col_county'), cell: (row) => row.county, primary: true },
    { key: 'year', header: t('pay.col_year'), cell: (row) => row.year, align: 'end' },
    { key: 'amount', header: t('pay.col_benchmark'), cell: (row) => row.amount, align: 'end' },
    { key: 'state', header: t('pay.col_benchmark_state'), cell: (row) => row.state },
    {
      ...{ key: 'version', header: t('pay.col_version') },
      cell: (row) => <Tag tone={row.isLatest ? 'accent' : 'neutral'}>{row.version}</Tag>,
    },
    { key: 'source', header: t('pay.col_source'), cell: (row) => row.source, hideOnPhone: true },
    {
      key: 'document',
      header: t('pay.col_document'),
      cell: (row) =>
        row.paperHref ? <TextLink href={row.paperHref}>{row.document}</TextLink> : row.document,
      wrap: true,
    },
    { key: 'note', header: t('pay.field_note'), cell: (row) => row.note, wrap: true, hideOnPhone: true },
    { key: 'by', header: t('pay.col_by'), cell: (row) => row.by, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader
        title={t('pay.benchmarks')}
        description={t('pay.benchmarks_about')}
        actions={
          <>
            {maySet && (
              <LinkButton href="/pay/benchmarks/new" variant="primary" icon="plus">
                {t('pay.benchmark_new')}
              </LinkButton>
            )}
            {maySet && <LinkButton href="/pay/benchmarks/people">{t('pay.benchmark_people')}</LinkButton>}
            {maySet && <LinkButton href="/pay/benchmarks/feed">{t('pay.feed')}</LinkButton>}
            {lines.length > 0 && (
              <LinkButton href="/pay/benchmarks/export.xlsx" icon="file-spreadsheet" download>
                {t('pay.export')}
              </LinkButton>
            )}
          </>
        }
      />
      <PayTabs mayLook={mayLook} />
      {lines.length === 0 ? (
        <EmptyState title={t('pay.benchmarks_none')}>{t('pay.benchmarks_none_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('pay.benchmarks')}
          captionHidden
          columns={columns}
          rows={lines}
          rowKey={(row) => row.key}
        />
      )}
    </>
  )
}
