// Researchers of the bureaus in sight, and who met the duty of a term.
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../researcher-words.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import type { ResearcherEntry, ResearchersView } from './researchers.view.server.ts'

export function Researchers({ view }: { view: ResearchersView }) {
  const t = useT()
  const { filter } = view
  return (
    <>
      <PageHeader
        title={t('researcher.title')}
        description={t('researcher.about')}
        actions={
          <>
            {view.nameHref && (
              <LinkButton href={view.nameHref} variant="primary" icon="plus">
                {t('researcher.name_one')}
              </LinkButton>
            )}
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('studios.export')}
            </LinkButton>
          </>
        }
      />
      <StudioTabs />
      <ListFilter key={filter.values.term} clearHref="/studios/researchers" action="/studios/researchers">
        <ListSelect
          label={t('researcher.term')}
          name="term"
          defaultValue={filter.values.term}
          options={filter.terms}
          anyLabel={filter.now}
        />
        <ListSelect
          label={t('researcher.outcome')}
          name="outcome"
          defaultValue={filter.values.outcome}
          options={filter.outcomes}
        />
      </ListFilter>
      <p>{view.summary}</p>
      <DataTable
        caption={t('researcher.title')}
        captionHidden
        columns={useColumns()}
        rows={view.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        empty={<EmptyState title={t('researcher.none')}>{t('researcher.none_about')}</EmptyState>}
      />
    </>
  )
}

function useColumns(): Column<ResearcherEntry>[] {
  const t = useT()
  return [
    { key: 'name', header: t('researcher.name'), cell: (row) => row.name, primary: true },
    { key: 'bureau', header: t('researcher.bureau'), cell: (row) => row.bureau, wrap: true },
    { key: 'teaching', header: t('researcher.teaching'), cell: (row) => row.teaching },
    { key: 'lessons', header: t('researcher.lessons'), cell: (row) => row.lessons, align: 'end' },
    { key: 'contacts', header: t('researcher.contacts'), cell: (row) => row.contacts },
    { key: 'days', header: t('researcher.days'), cell: (row) => row.days, align: 'end' },
    {
      key: 'waiting',
      header: t('researcher.waiting'),
      cell: (row) => row.waiting,
      align: 'end',
      hideOnPhone: true,
    },
    {
      key: 'state',
      header: t('researcher.outcome'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
}
