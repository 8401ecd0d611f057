// Which county followed which raise of civil servants' pay, when, and by how much.
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { LinkageLine } from '../linkage.view.server.ts'
import { useT } from './parity-words.tsx'
import { PayTabs } from './pay-tabs.tsx'

interface LinkageProps {
  lines: readonly LinkageLine[]
  mayLook: boolean
}

export function LinkagePage({ lines, mayLook }: LinkageProps) {
  const t = useT()
  const columns: Column<LinkageLine>[] = [
    {
      ...{ key: 'county', header: t('pay.col_county'), primary: true },
      cell: (row) => <TextLink href={row.href}>{row.name}</TextLink>,
    },
    { key: 'year', header: t('pay.col_year'), cell: (row) => row.year, align: 'end' },
    {
      ...{ key: 'state', header: t('pay.col_followed') },
      cell: (row) => <Tag tone={row.state.tone}>{row.state.label}</Tag>,
    },
    { key: 'raise', header: t('pay.col_raise'), cell: (row) => row.raise, wrap: true },
    { key: 'since', header: t('pay.col_since'), cell: (row) => row.since },
    { key: 'until', header: t('pay.col_until'), cell: (row) => row.until },
    { key: 'when', header: t('pay.col_when'), cell: (row) => row.when },
    { key: 'more', header: t('pay.col_more'), cell: (row) => row.more, align: 'end' },
    { key: 'how', header: t('pay.col_how'), cell: (row) => row.how, wrap: true, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader
        title={t('pay.linkage')}
        description={t('pay.linkage_about')}
        actions={
          lines.length > 0 && (
            <LinkButton href="/pay/linkage/export.xlsx" icon="file-spreadsheet" download>
              {t('pay.export')}
            </LinkButton>
          )
        }
      />
      <PayTabs mayLook={mayLook} />
      {lines.length === 0 ? (
        <EmptyState title={t('pay.linkage_none')}>{t('pay.linkage_none_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('pay.linkage')}
          captionHidden
          columns={columns}
          rows={lines}
          rowKey={(row) => row.key}
        />
      )}
    </>
  )
}
