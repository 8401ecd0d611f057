// Calls within sight.
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import { useT } from '../words.tsx'
import type { CallListView } from './call.view.server.ts'
import { callList } from './call-list.ts'

type Row = CallListView['rows'][number]

const cells: Cells<keyof typeof callList.columns, Row> = {
  title: (row) => row.title,
  bureau: (row) => row.bureau,
  window: (row) => row.window,
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
  places: (row) => row.places,
  sent: (row) => row.sent,
}

export function Calls({ view }: { view: RowsOnce<CallListView> }) {
  const t = useT()
  return (
    <ListPage
      list={callList}
      about={t('call.about')}
      actions={
        view.canSay && (
          <LinkButton href="/studios/calls/new" variant="primary" icon="plus">
            {t('call.say')}
          </LinkButton>
        )
      }
      exports="/studios/calls/export.xlsx"
      count={view.total}
      pages={{}}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('call.none')}>{t('call.none_about')}</EmptyState>}
    >
      <StudioTabs />
    </ListPage>
  )
}
