// A judge's candidates: blind on the papers, by name on the defence; and the form for one of them.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { JudgingView } from './own.view.server.ts'

type Row = JudgingView['rows'][number]

export function JudgingPage({ view, reply }: { view: JudgingView; reply: ActReply | undefined }) {
  const t = useT()
  const { rows, chosen } = view
  const columns: Column<Row>[] = [
    { key: 'title', header: t('judging.candidate'), cell: (row) => row.title, primary: true },
    { key: 'phase', header: t('judging.phase'), cell: (row) => row.phase },
    { key: 'cohort', header: t('cohort.name'), cell: (row) => row.cohort, wrap: true, hideOnPhone: true },
    {
      key: 'state',
      header: t('cohort.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  return (
    <>
      <PageHeader title={t('judging.title')} description={t('judging.about')} />
      {chosen && (
        <Section id="candidate" title={chosen.title} description={chosen.about}>
          <p className="mb-6 max-w-prose whitespace-pre-wrap">{chosen.plan}</p>
          <FormBody key={chosen.form.hidden?.candidateId} view={chosen.form} reply={reply} />
        </Section>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t('judging.none')}>{t('judging.none_about')}</EmptyState>
      ) : (
        <Section id="candidates" title={t('cohort.candidates')} description={view.count}>
          <DataTable
            caption={t('cohort.candidates')}
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
