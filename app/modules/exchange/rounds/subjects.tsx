// A round by subject: what a school, or the schools of a place, would lose and gain.
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { ListFilter } from '#app/platform/lists/ui/list-filter.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { SubjectsView } from './round.view.server.ts'
import { useT } from './words.tsx'

type Row = SubjectsView['rows'][number]

interface SubjectsProps {
  view: SubjectsView
  organisations: OrganisationSuggestions
}

export function Subjects({ view, organisations }: SubjectsProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={[view.crumb]} />}
        title={view.title}
        description={view.about}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('exchange.export')}
          </LinkButton>
        }
      />
      <ListFilter key={view.place} clearHref={view.path}>
        <FilterText
          name="place"
          label={t('due.filter_place')}
          placeholder={t('due.filter_place_hint')}
          defaultValue={view.place}
          {...organisations}
          wide
        />
      </ListFilter>
      {view.isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
      {view.rows.length === 0 ? (
        <EmptyState title={t('subjects.none')}>{t('subjects.none_about')}</EmptyState>
      ) : (
        <SubjectTable view={view} />
      )}
    </>
  )
}

function SubjectTable({ view }: Pick<SubjectsProps, 'view'>) {
  const t = useT()
  const figure = (key: 'teachers' | 'due' | 'mayLeave' | 'offered', header: string): Column<Row> => ({
    ...{ key, header, align: 'end' },
    cell: (row) => row[key],
  })
  const columns: Column<Row>[] = [
    { key: 'teaching', header: t('need.teaching'), cell: (row) => row.teaching, primary: true },
    figure('teachers', t('subjects.teachers')),
    figure('due', t('subjects.due')),
    figure('mayLeave', t('subjects.may_leave')),
    {
      ...{ key: 'volunteers', header: t('subjects.volunteers'), align: 'end' },
      cell: ({ volunteers, isOver }) => (isOver ? <Tag tone="amber">{volunteers}</Tag> : volunteers),
    },
    figure('offered', t('subjects.offered')),
  ]
  return (
    <DataTable
      caption={view.title}
      captionHidden
      columns={columns}
      rows={view.rows}
      rowKey={(row) => row.key}
    />
  )
}
