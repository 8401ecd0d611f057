// Proposals of the bureau: whom its studios could visit next term.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../coverage-words.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import type { ProposalsView } from './proposal.view.server.ts'

type Row = ProposalsView['rows'][number]

export function Proposals({ view, reply }: { view: ProposalsView; reply: ActReply | undefined }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'term', header: t('proposal.term'), cell: (row) => row.term, primary: true },
    { key: 'bureau', header: t('proposal.bureau'), cell: (row) => row.bureau },
    {
      key: 'state',
      header: t('studio.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
    { key: 'visits', header: t('proposal.visits'), cell: (row) => row.visits, align: 'end' },
    { key: 'answered', header: t('proposal.answers'), cell: (row) => row.answered },
    { key: 'made', header: t('proposal.made'), cell: (row) => row.made, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader title={t('proposal.title')} description={t('proposal.about')} />
      <StudioTabs />
      {view.request && <FormBody view={view.request} reply={reply} />}
      <DataTable
        caption={t('proposal.title')}
        columns={columns}
        rows={view.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        empty={<EmptyState title={t('proposal.none')}>{t('proposal.none_about')}</EmptyState>}
      />
    </>
  )
}
