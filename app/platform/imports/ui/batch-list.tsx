// The list of imports: what was brought in, by whom, and what became of it.
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { BatchView, Counts } from '../batch.ts'
import { paths } from './paths.ts'
import { StateTag } from './state-tag.tsx'
import { checkedStates } from './states.ts'
import { useT } from './words.tsx'

/** A batch with what it is about, in words. */
export type ListedBatch = BatchView & { about: string }

export function BatchList({ batches }: { batches: readonly ListedBatch[] }) {
  const t = useT()
  const locale = useLocale()
  const count = (name: keyof Counts, header: string): Column<ListedBatch> => ({
    key: name,
    header,
    align: 'end',
    // Before the check the figures are not zero but unknown.
    cell: (row) => (checkedStates.includes(row.state) ? formatNumber(row.counts[name], locale) : ''),
  })
  const columns: Column<ListedBatch>[] = [
    {
      key: 'file',
      header: t('imports.file'),
      primary: true,
      wrap: true,
      cell: (row) => <bdi>{row.fileName}</bdi>,
    },
    { key: 'about', header: t('imports.subject'), cell: (row) => row.about },
    { key: 'state', header: t('imports.state'), cell: (row) => <StateTag batch={row} /> },
    {
      key: 'organisation',
      header: t('imports.organisation_short'),
      cell: (row) => row.organisationName,
      wrap: true,
    },
    {
      key: 'asOf',
      header: t('imports.as_of_short'),
      cell: (row) => <time dateTime={row.asOf}>{row.asOf}</time>,
    },
    count('rows', t('imports.rows')),
    count('new', t('imports.fate_new')),
    count('changed', t('imports.fate_changed')),
    count('rejected', t('imports.fate_rejected')),
    { key: 'who', header: t('imports.uploaded_by'), cell: (row) => row.createdByName },
    {
      key: 'when',
      header: t('imports.uploaded_at'),
      cell: (row) => <time dateTime={row.createdAt}>{formatMoment(row.createdAt)}</time>,
    },
  ]
  return (
    <DataTable
      caption={t('imports.title')}
      columns={columns}
      rows={batches}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.batch(row.id)}
      empty={<NoBatches />}
    />
  )
}

function NoBatches() {
  const t = useT()
  return (
    <EmptyState
      title={t('imports.empty_title')}
      action={
        <LinkButton href={paths.start} variant="primary">
          {t('imports.start')}
        </LinkButton>
      }
    >
      <ol className="list-decimal ps-5">
        <li>{t('imports.empty_1')}</li>
        <li>{t('imports.empty_2')}</li>
        <li>{t('imports.empty_3')}</li>
      </ol>
    </EmptyState>
  )
}
