// 花名册: search, filter, rows, pages.

import { FileSpreadsheet, UserPlus } from 'lucide-react'
import { formatDay } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { SavedFiltersMenu } from '#app/platform/lists/ui/saved-filters-menu.tsx'
import { ActiveFilters } from '#app/ui/active-filters.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { PrintOnly, ScreenOnly } from '#app/ui/print-only.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { StaffFilter } from './staff-filter.tsx'
import { StaffTable } from './staff-table.tsx'
import type { SearchAnswer, StaffListView } from './staff-views.ts'
import { useT } from './words.tsx'

interface StaffListProps {
  view: StaffListView
  answer: SearchAnswer | undefined
}

export function StaffList({ view, answer }: StaffListProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <PageHeader
        title={t('staff.list_title')}
        description={t('staff.list_about')}
        actions={<ListActions view={view} />}
      />
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
      {answer ? (
        <SearchAnswered answer={answer} />
      ) : view.isEmpty ? (
        <NobodyFound view={view} />
      ) : (
        <>
          <p role="status" className="-mb-3 text-ink-soft">
            {t('staff.total', { total: view.total })}
          </p>
          <StaffTable rows={view.rows} sort={view.sort} asOf={view.asOf} />
          <Pagination
            label={t('staff.pages')}
            countText={t('staff.total', { total: view.total })}
            {...view.pages}
            words={{ first: t('staff.first'), previous: t('staff.previous'), next: t('staff.next') }}
          />
        </>
      )}
    </>
  )
}

function ListActions({ view }: { view: StaffListView }) {
  const t = useT()
  const { list, national, nationalInFull } = view.exports
  return (
    <>
      {view.can.hire && (
        <LinkButton href="/staff/new" variant="primary" icon={UserPlus}>
          {t('staff.hire')}
        </LinkButton>
      )}
      <SavedFiltersMenu />
      {list && national && !view.isEmpty && (
        <Menu label={t('staff.export')} icon={FileSpreadsheet}>
          <MenuLink href={list} download>
            {t('staff.export_list')}
          </MenuLink>
          <MenuLink href={national} download>
            {t('staff.export_national')}
          </MenuLink>
          {nationalInFull && <MenuLink href={nationalInFull}>{t('staff.export_national_full')}</MenuLink>}
        </Menu>
      )}
    </>
  )
}

/** Every page that is told of another day says so, and leads back to today. */
export function AsOfNotice({ day, href }: { day: string; href: string }) {
  const t = useT()
  return (
    <Notice
      tone="warning"
      word={t('staff.as_of_word', { day: formatDay(day, useLocale()) })}
      action={
        <ScreenOnly>
          <TextLink href={href}>{t('staff.as_of_today')}</TextLink>
        </ScreenOnly>
      }
    >
      {t('staff.as_of_about')}
    </Notice>
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

function NobodyFound({ view }: { view: StaffListView }) {
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
            <LinkButton href="/imports/new" variant="primary">
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
