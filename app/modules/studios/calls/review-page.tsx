// An expert's applications, blind, and the form for one of them.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../own-words.tsx'
import type { ReviewsView } from './review.view.server.ts'

type Row = ReviewsView['rows'][number]

export function Reviews({ view, reply }: { view: ReviewsView; reply: ActReply | undefined }) {
  const t = useT()
  const { rows, chosen } = view
  const columns: Column<Row>[] = [
    { key: 'number', header: t('review.application'), cell: (row) => row.title, primary: true },
    { key: 'teaching', header: t('application.teaching'), cell: (row) => row.teaching },
    { key: 'call', header: t('review.call'), cell: (row) => row.call, wrap: true, hideOnPhone: true },
    {
      key: 'state',
      header: t('review.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  return (
    <>
      <PageHeader title={t('review.title')} description={t('review.about')} />
      {chosen && (
        <Section id="application" title={chosen.title} description={chosen.teaching}>
          <p className="mb-6 max-w-prose whitespace-pre-wrap">{chosen.plan}</p>
          <FormBody view={chosen.form} reply={reply} />
        </Section>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t('review.none')}>{t('review.none_about')}</EmptyState>
      ) : (
        <Section id="applications" title={t('review.applications')} description={view.count}>
          <DataTable
            caption={t('review.applications')}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowHref={(row) => row.href ?? undefined}
          />
        </Section>
      )}
    </>
  )
}
