// What studios ask of the reader's school, plan there, and held there.
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { FeedSection } from '../feeds/feed-section.tsx'
import { useT } from '../own-words.tsx'
import { HostTabs } from './host-tabs.tsx'
import { visitList } from './visit-list.ts'
import type { VisitListView } from './visits.view.server.ts'

type Feed = { address: string | null; makes: boolean }
type Row = VisitListView['rows'][number]

const cells: Cells<keyof typeof visitList.columns, Row> = {
  title: (row) => row.title,
  when: (row) => <span className="tabular-nums">{row.when}</span>,
  studio: (row) => row.studio,
  kind: (row) => row.kind,
  host: (row) => row.host,
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
}

export function Visits({ view }: { view: RowsOnce<VisitListView & { feed: Feed }> }) {
  const t = useT()
  return (
    <>
      <ListPage
        list={visitList}
        about={t('visit.about')}
        exports="/studios/visits/export.xlsx"
        count={view.total}
        pages={{}}
        rows={view.rows}
        cells={cells}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        empty={<EmptyState title={t('visit.none')}>{t('visit.none_about')}</EmptyState>}
      >
        <HostTabs />
      </ListPage>
      <FeedSection {...view.feed} />
    </>
  )
}
