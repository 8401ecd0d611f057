// Which needy schools got how many outreach visits: a heat table, the least served first, or the nearest to a studio.
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { useT as useListT } from '#app/platform/lists/ui/words.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { classes } from '#app/ui/class-names.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../coverage-words.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import type { CoverageEntry, CoverageView } from './coverage.view.server.ts'

export function CoveragePage({ view }: { view: CoverageView }) {
  const [t, list] = [useT(), useListT()]
  return (
    <>
      <PageHeader
        title={t('coverage.title')}
        description={view.need}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('studios.export')}
          </LinkButton>
        }
      />
      <StudioTabs />
      <Filter {...view.filter} />
      <p role="status" className="-mb-3 text-ink-soft">
        {view.total}
      </p>
      <Coverage view={view} />
      <Pagination
        label={list('list.pages')}
        countText={view.total}
        {...view.pages}
        words={{ first: list('list.first'), previous: list('list.previous'), next: list('list.next') }}
      />
    </>
  )
}

function Filter({ values, counties, stages, points, groupings }: CoverageView['filter']) {
  const t = useT()
  return (
    <ListFilter clearHref="/studios/coverage" action="/studios/coverage">
      {counties.length > 0 && (
        <ListSelect
          label={t('coverage.county')}
          name="county"
          defaultValue={values.county}
          options={counties}
        />
      )}
      <ListSelect label={t('coverage.stage')} name="stage" defaultValue={values.stage} options={stages} />
      <ListSelect
        label={t('coverage.near')}
        name="near"
        defaultValue={values.near}
        options={points}
        anyLabel={t('coverage.least_first')}
      />
      <ListSelect
        label={t('coverage.by')}
        name="by"
        defaultValue={values.by}
        options={groupings}
        anyLabel={t('coverage.by_subject')}
      />
    </ListFilter>
  )
}

/** Colder to warmer; that nobody came is a warning. */
const looks = [
  'bg-amber-soft text-amber',
  'bg-accent-soft text-accent',
  'bg-accent-line text-ink',
  'bg-accent-fill text-on-fill',
]

function Coverage({ view }: { view: CoverageView }) {
  const t = useT()
  const heat = view.columns.map(
    ({ key, header }, at): Column<CoverageEntry> => ({
      ...{ key: `heat_${key}`, header, align: 'end', hideOnPhone: true },
      cell: ({ cells }) => <Heat {...(cells[at] ?? { visits: null, heat: 0 })} />,
    }),
  )
  const km: Column<CoverageEntry>[] = view.hasKm
    ? [{ key: 'km', header: t('coverage.km'), align: 'end', cell: (row) => row.km }]
    : []
  const columns: Column<CoverageEntry>[] = [
    { key: 'name', header: t('coverage.school'), cell: (row) => row.name, primary: true },
    {
      key: 'kinds',
      header: t('coverage.kind'),
      cell: ({ kinds }) => (
        <span className="inline-flex flex-wrap gap-1">
          {kinds.map((one) => (
            <Tag key={one}>{one}</Tag>
          ))}
        </span>
      ),
    },
    ...km,
    { key: 'got', header: t('coverage.got'), align: 'end', cell: (row) => row.got },
    { key: 'missing', header: t('coverage.missing'), align: 'end', cell: (row) => row.missing || '' },
    ...heat,
  ]
  return (
    <DataTable
      caption={t('coverage.title')}
      columns={columns}
      rows={view.rows}
      rowKey={(row) => row.id}
      wide
      empty={<EmptyState title={t('coverage.none')}>{t('coverage.none_about')}</EmptyState>}
    />
  )
}

function Heat({ visits, heat }: CoverageEntry['cells'][number]) {
  if (visits === null) return null
  return (
    <span className={classes('inline-block min-w-8 rounded-sm px-1.5 text-center tabular-nums', looks[heat])}>
      {visits}
    </span>
  )
}
