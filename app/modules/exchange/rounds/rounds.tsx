// The rounds within reach.
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ExchangeTabs } from '../ui/exchange-tabs.tsx'
import type { RoundListView } from './round.view.server.ts'
import { roundList } from './round-list.ts'
import { useT } from './words.tsx'

type Row = RoundListView['rows'][number]

const cells: Cells<keyof typeof roundList.columns, Row> = {
  county: (row) => row.county,
  year: (row) => row.year,
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
  until: (row) => row.until,
  needs: (row) => row.needs,
  places: (row) => row.places,
  volunteers: (row) => row.volunteers,
}

export function Rounds({ view }: { view: RowsOnce<RoundListView> }) {
  const t = useT()
  return (
    <ListPage
      list={roundList}
      about={t('round.about')}
      actions={
        view.canOpen && (
          <LinkButton href="/exchange/rounds/new" variant="primary" icon="plus">
            {t('round.open')}
          </LinkButton>
        )
      }
      exports="/exchange/rounds/export.xlsx"
      count={view.total}
      pages={{}}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('round.none')}>{t('round.none_about')}</EmptyState>}
    >
      <ExchangeTabs />
    </ListPage>
  )
}
