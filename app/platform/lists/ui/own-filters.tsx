/** The page of one's own filters. */
import { Form } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useT } from './words.tsx'

export type OwnFilter = { id: string; name: string; href: string; listName: string; isShared: boolean }

export function OwnFilters({ filters }: { filters: readonly OwnFilter[] }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('filter.title')} description={t('filter.about')} />
      {filters.length === 0 ? (
        <EmptyState title={t('filter.empty')}>{t('filter.empty_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('filter.title')}
          columns={[
            { key: 'name', header: t('filter.name'), primary: true, cell: (row) => row.name },
            { key: 'list', header: t('filter.list'), cell: (row) => row.listName },
            {
              key: 'shared',
              header: t('filter.shared'),
              cell: (row) => t(row.isShared ? 'filter.is_shared' : 'filter.is_own'),
            },
            { key: 'delete', header: t('filter.delete'), cell: (row) => <DeleteFilter id={row.id} /> },
          ]}
          rows={filters}
          rowKey={(row) => row.id}
          rowHref={(row) => row.href}
        />
      )}
    </>
  )
}

/** At once, without asking: it is made again as easily. */
function DeleteFilter({ id }: { id: string }) {
  const t = useT()
  return (
    <Form method="post">
      <FormKey />
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet">{t('filter.delete')}</Button>
    </Form>
  )
}
