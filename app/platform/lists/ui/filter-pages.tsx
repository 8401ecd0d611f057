/** Saving a filter under a name, and the page of one's own filters. */
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { errorOf, type FormReply, summaryOf, typedValue } from '#app/platform/http/form-reply.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CheckboxField, TextField } from '#app/ui/field.tsx'

import { PageHeader } from '#app/ui/page-header.tsx'
import { FILTER_NAME_LONGEST } from '../saved-filter.ts'
import { useT } from './words.tsx'

export type NewFilterView = { list: string; query: string; listName: string; backHref: string }

export function NewFilter({ view, reply }: { view: NewFilterView; reply: FormReply | undefined }) {
  const t = useT()
  const { list, query, listName, backHref } = view
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('filter.list')} crumbs={[{ href: backHref, label: listName }]} />}
        title={t('filter.new')}
        description={t('filter.new_about')}
      />
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" id="form" className="flex max-w-form flex-col gap-6">
        <FormKey />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <TextField
          name="name"
          label={t('filter.name')}
          error={errorOf(reply, 'name', t)}
          defaultValue={typedValue(reply, 'name')}
          requiredWord={t('app.required')}
          maxLength={FILTER_NAME_LONGEST}
          required
        />
        <CheckboxField
          name="isShared"
          value="yes"
          label={t('filter.share')}
          hint={t('filter.share_hint')}
          defaultChecked={typedValue(reply, 'isShared') === 'yes'}
        />
        <ButtonRow>
          <Button variant="primary" pending={isSending}>
            {t('filter.save')}
          </Button>
          <LinkButton href={backHref}>{t('app.cancel')}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}

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

export type ColumnsView = {
  list: string
  query: string
  listName: string
  backHref: string
  columns: { key: string; label: string; isShown: boolean }[]
}

export function ChooseColumns({ view }: { view: ColumnsView }) {
  const t = useT()
  const { list, query, listName, backHref, columns } = view
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('filter.list')} crumbs={[{ href: backHref, label: listName }]} />}
        title={t('filter.columns_title')}
        description={t('filter.columns_about')}
      />
      <Form method="post" className="flex max-w-form flex-col gap-6">
        <FormKey />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <fieldset className="flex flex-col">
          <legend className="pb-2 font-semibold">{t('filter.columns_shown')}</legend>
          {columns.map(({ key, label, isShown }) => (
            <CheckboxField
              key={key}
              id={`column-${key}`}
              name="shown"
              value={key}
              label={label}
              defaultChecked={isShown}
            />
          ))}
        </fieldset>
        <ButtonRow>
          <Button variant="primary" pending={isSending}>
            {t('filter.save')}
          </Button>
          <LinkButton href={backHref}>{t('app.cancel')}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}
