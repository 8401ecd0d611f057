// Every county's reports, year by year.
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ReportLine } from '../reports/report.view.server.ts'
import { useT } from './parity-words.tsx'
import { PayTabs } from './pay-tabs.tsx'

interface ReportsProps {
  lines: readonly ReportLine[]
  maySet: boolean
  mayLook: boolean
}

export function ReportsPage({ lines, maySet, mayLook }: ReportsProps) {
  const t = useT()
  const columns: Column<ReportLine>[] = [
    {
      ...{ key: 'county', header: t('pay.col_county'), primary: true },
      cell: (row) => <TextLink href={row.href}>{row.county}</TextLink>,
    },
    { key: 'year', header: t('pay.col_year'), cell: (row) => row.year, align: 'end' },
    { key: 'number', header: t('pay.col_number'), cell: (row) => row.number },
    {
      ...{ key: 'state', header: t('pay.col_report_state') },
      cell: (row) => <Tag tone={row.state.tone}>{row.state.label}</Tag>,
    },
    {
      ...{ key: 'answer', header: t('pay.col_state') },
      cell: (row) => <Tag tone={row.answer.tone}>{row.answer.label}</Tag>,
    },
    { key: 'ratio', header: t('pay.col_ratio'), cell: (row) => row.ratio, align: 'end' },
    { key: 'drawn', header: t('pay.col_drawn'), cell: (row) => row.drawn, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader
        title={t('pay.reports')}
        description={t('pay.reports_about')}
        actions={
          <>
            {maySet && (
              <LinkButton href="/pay/reports/new" variant="primary" icon="plus">
                {t('pay.report_new')}
              </LinkButton>
            )}
            {lines.length > 0 && (
              <LinkButton href="/pay/reports/export.xlsx" icon="file-spreadsheet" download>
                {t('pay.export')}
              </LinkButton>
            )}
          </>
        }
      />
      <PayTabs mayLook={mayLook} />
      {lines.length === 0 ? (
        <EmptyState title={t('pay.reports_none')}>{t('pay.reports_none_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('pay.reports')}
          captionHidden
          columns={columns}
          rows={lines}
          rowKey={(row) => row.key}
        />
      )}
    </>
  )
}
