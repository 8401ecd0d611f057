// What the reader has opened, and where each stands.
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { OwnCaseRow, ownCasesView } from '../mine.view.server.ts'
import { ApprovalTabs } from './approval-tabs.tsx'
import { ownCasesList } from './own-list-spec.ts'
import { useT } from './words.tsx'

const cells: Cells<keyof typeof ownCasesList.columns, OwnCaseRow> = {
  title: (row) => row.title,
  process: (row) => row.process,
  state: (row) => (
    <span className="flex flex-wrap items-center gap-2">
      <Tag tone={row.state.tone}>{row.state.label}</Tag>
      {row.step}
    </span>
  ),
  school: (row) => row.school,
  opened: (row) => <span className="tabular-nums">{row.opened}</span>,
  decided: (row) => <span className="tabular-nums">{row.decided}</span>,
}

export function OwnCases({ view }: { view: RowsOnce<Awaited<ReturnType<typeof ownCasesView>>> }) {
  const t = useT()
  return (
    <ListPage
      list={ownCasesList}
      about={t('approval.mine_about')}
      exports="/approvals/mine/export.xlsx"
      count={view.total}
      pages={view.pages}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => `/approvals/${row.id}`}
      empty={<EmptyState title={t('approval.mine_none')}>{t('approval.mine_none_about')}</EmptyState>}
    >
      <ApprovalTabs />
    </ListPage>
  )
}
