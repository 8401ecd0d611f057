// Visits that the bureau proposes to a studio: its leader takes, moves or refuses them.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../coverage-words.tsx'
import { OwnStudioTabs } from '../studios/own-studio-tabs.tsx'
import type { ProposedView } from './proposed.view.server.ts'

type Row = ProposedView['rows'][number]

export function ProposedPage({ view: { studio, rows } }: { view: ProposedView }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'school', header: t('coverage.school'), cell: (row) => row.school, primary: true, wrap: true },
    { key: 'county', header: t('coverage.county'), cell: (row) => row.county },
    { key: 'km', header: t('coverage.km'), cell: (row) => row.km, align: 'end' },
    { key: 'why', header: t('proposal.why'), cell: (row) => row.why, wrap: true },
    {
      key: 'state',
      header: t('proposal.answer'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
    { key: 'note', header: t('proposal.note'), cell: (row) => row.note, wrap: true },
    {
      key: 'acts',
      header: t('proposal.act'),
      cell: ({ acts, school }) =>
        acts && (
          <span className="inline-flex flex-wrap gap-3">
            <TextLink href={acts.take}>
              {t('proposal.take')}
              <span className="sr-only"> {school}</span>
            </TextLink>
            <TextLink href={acts.answer}>
              {t('proposal.other')}
              <span className="sr-only"> {school}</span>
            </TextLink>
          </span>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[
              { href: '/me/studios', label: t('studios.mine') },
              { href: `/me/studios/${studio.id}`, label: studio.name },
            ]}
          />
        }
        title={t('proposal.proposed')}
        description={t('proposal.proposed_about')}
      />
      <OwnStudioTabs studioId={studio.id} />
      <DataTable
        caption={t('proposal.proposed')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('proposal.proposed_none')}>{t('proposal.proposed_none_about')}</EmptyState>
        }
      />
    </>
  )
}
