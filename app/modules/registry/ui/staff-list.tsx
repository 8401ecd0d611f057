// 花名册: search, filter, rows, pages.

import { formatDay } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { paths as importPaths } from '#app/platform/imports/ui/paths.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { ActiveFilters } from '#app/ui/active-filters.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PrintOnly } from '#app/ui/print-only.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { AsOfNotice } from './as-of-notice.tsx'
import { staffList } from './lists.ts'
import { StaffFilter } from './staff-filter.tsx'
import type { SearchAnswer, StaffListView, StaffRow } from './staff-views.ts'
import { useT } from './words.tsx'

interface StaffListProps {
  view: RowsOnce<StaffListView>
  answer: SearchAnswer | undefined
}

const cells: Cells<keyof typeof staffList.columns, StaffRow> = {
  name: (row) => row.name,
  number: (row) => row.staffNumber,
  organisation: (row) => row.organisation,
  post: (row) => row.post,
  teaching: (row) => row.teaching,
  title: (row) => row.title,
  honours: (row) => row.honours,
  birth: (row) => row.age,
  since: (row) => row.yearsHere,
  state: ({ state }) => (state.tone === 'green' ? state.label : <Tag tone={state.tone}>{state.label}</Tag>),
}

export function StaffList({ view, answer }: StaffListProps) {
  const t = useT()
  const locale = useLocale()
  // A person's page opens on the day of the list.
  const suffix = view.asOf ? `?asOf=${view.asOf}` : ''
  return (
    <ListPage
      list={staffList}
      about={t('staff.list_about')}
      actions={view.can.hire && <HireButton />}
      exports={<Exports view={view} />}
      count={t('staff.total', { total: view.total })}
      pages={view.pages}
      rows={answer ? [] : view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => `/staff/${row.id}${suffix}`}
      sort={{ ...view.sort, hrefFor: (key) => view.sort.hrefs[key] }}
      empty={answer ? <SearchAnswered answer={answer} /> : <NobodyFound view={view} />}
    >
      <PrintOnly>
        <p>{t('staff.printed', { day: formatDay(view.day, locale), total: view.total })}</p>
      </PrintOnly>
      {view.problems.length > 0 && <ProblemNotice problems={view.problems} />}
      {view.asOf && <AsOfNotice day={view.asOf} href={view.todayHref} />}
      <div className="flex flex-col gap-3">
        <div className="md:max-w-xl print:hidden">
          <SearchBox
            key={answer?.typed ?? view.query}
            action={view.searchAction}
            method="post"
            name="q"
            label={t('nav.search')}
            placeholder={t('nav.search_hint')}
            submitLabel={t('nav.search')}
            defaultValue={answer?.typed ?? view.query}
          />
        </div>
        <StaffFilter filter={view.filter} query={view.query} />
        <ActiveFilters
          label={t('staff.filter_active')}
          removeWord={t('staff.filter_remove')}
          filters={view.filter.active}
        />
      </div>
    </ListPage>
  )
}

function HireButton() {
  const t = useT()
  return (
    <LinkButton href="/staff/new" variant="primary" icon="user-plus">
      {t('staff.hire')}
    </LinkButton>
  )
}

function Exports({ view }: { view: Pick<StaffListView, 'exports' | 'isEmpty'> }) {
  const t = useT()
  const { list, national, nationalInFull } = view.exports
  if (!list || !national || view.isEmpty) return null
  return (
    <Menu label={t('staff.export')} icon="file-spreadsheet">
      <MenuLink href={list} download>
        {t('staff.export_list')}
      </MenuLink>
      <MenuLink href={national} download>
        {t('staff.export_national')}
      </MenuLink>
      {nationalInFull && <MenuLink href={nationalInFull}>{t('staff.export_national_full')}</MenuLink>}
    </Menu>
  )
}

function ProblemNotice({ problems }: { problems: readonly string[] }) {
  const t = useT()
  return (
    <Notice tone="warning" word={t('staff.filter_problems')}>
      <ul>
        {problems.map((problem) => (
          <li key={problem} className="break-words">
            {problem}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** In place of the list: the search found nobody, or was no search. */
function SearchAnswered({ answer }: { answer: SearchAnswer }) {
  const t = useT()
  return (
    <div role="status">
      <EmptyState
        title={t(answer.isInvalid ? 'staff.search_invalid' : 'staff.none_found')}
        action={<LinkButton href="/staff">{t('staff.show_all')}</LinkButton>}
      >
        {answer.message}
      </EmptyState>
    </div>
  )
}

function NobodyFound({ view }: { view: Omit<StaffListView, 'rows'> }) {
  const t = useT()
  if (view.isFiltered) {
    return (
      <EmptyState
        title={t('staff.none_found')}
        action={<LinkButton href="/staff">{t('staff.show_all')}</LinkButton>}
      >
        {view.query ? t('staff.none_found_search') : t('staff.none_found_filter')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('staff.none_yet')}
      action={
        <>
          {view.can.import && (
            <LinkButton href={importPaths.startOf('staff')} variant="primary">
              {t('staff.none_import')}
            </LinkButton>
          )}
          {view.can.hire && <LinkButton href="/staff/new">{t('staff.hire')}</LinkButton>}
        </>
      }
    >
      {t('staff.none_yet_about')}
    </EmptyState>
  )
}
