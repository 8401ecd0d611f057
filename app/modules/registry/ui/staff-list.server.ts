/** The staff list as its page shows it: a page of the roster, every code in the reader's words. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import { formatList } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { totalText } from '#app/platform/lists/pages.ts'
import { CODE_LISTS, type CodeListName, codeLabel } from '../codes/index.ts'
import { listRoster, type RosterPage } from '../roster.queries.server.ts'
import type { RosterFilter } from '../roster.ts'
import type { RosterRow } from '../roster-columns.ts'
import type { RosterCursor, RosterSort } from '../roster-sort.ts'
import { type StaffFilter, staffAddress, staffFilterView } from './staff-filter.server.ts'
import { stateOf } from './staff-state.ts'
import type { SortView, StaffListView, StaffRow } from './staff-views.ts'

export async function staffListView(
  db: Db,
  actor: Actor,
  read: StaffFilter,
  params: URLSearchParams,
  words: Words,
): Promise<StaffListView> {
  const { filter, problems } = read
  const page = await listRoster(db, actor, filter, read.places)
  const filterView = staffFilterView(read, params, words)
  return {
    query: filter.q,
    searchAction: searchAddress(filter),
    problems: problems.map(({ key, text }) => words.t(key, { value: text, text })),
    total: totalText(page.total, words.locale),
    isEmpty: page.rows.length === 0,
    isFiltered: filterView.isNarrowed,
    day: page.asOf,
    asOf: filter.asOf,
    todayHref: staffAddress({ ...filter, asOf: null, cursor: null }),
    rows: page.rows.map((row) => rowView(row, page.asOf, words)),
    filter: filterView,
    sort: sortView(filter),
    pages: pagesOf(filter, page),
    exports: exportsOf(actor, filter),
    can: { hire: canSomewhere(actor, 'staff:write'), import: canSomewhere(actor, 'staff:import') },
  }
}

/** `index`: the post is for the list, not for the layout around it. */
function searchAddress(filter: RosterFilter): string {
  const [, query] = staffAddress({ ...filter, q: '', cursor: null }).split('?')
  return query ? `/staff?index&${query}` : '/staff?index'
}

function rowView(row: RosterRow, day: PlainDate, { locale }: Words): StaffRow {
  const word = (list: CodeListName, code: string | null) =>
    code === null ? '' : codeLabel(CODE_LISTS[list], code, locale)
  const joined = (...texts: string[]) => texts.filter((text) => text !== '').join(' ')
  const post = row.postLevel ? word('postLevel', row.postLevel) : word('postCategory', row.postCategory)
  return {
    id: row.personId,
    name: row.name,
    staffNumber: row.staffNumber,
    organisation: row.orgName,
    post: joined(word('schoolPost', row.schoolPost), post || word('staffCategory', row.staffCategory)),
    teaching: joined(word('stage', row.stage), word('subject', row.subject)),
    title: word('titleLevel', row.titleLevel),
    honours: formatList(
      row.honours.map((honour) => word('honour', honour)),
      locale,
    ),
    age: row.birthDate ? String(fullYearsBetween(row.birthDate, day)) : '',
    yearsHere: String(Math.max(0, fullYearsBetween(row.orgSince, day))),
    state: stateOf(row.status, locale),
  }
}

/** The table's columns that sort. Ages and years run against the dates they are counted from. */
const sortedColumns: Record<string, { sort: RosterSort; isCounted: boolean }> = {
  number: { sort: 'staffNumber', isCounted: false },
  name: { sort: 'name', isCounted: false },
  birth: { sort: 'birthDate', isCounted: true },
  since: { sort: 'orgSince', isCounted: true },
}

function sortView(filter: RosterFilter): SortView {
  const entries = Object.entries(sortedColumns)
  const [key = '', current] = entries.find(([, { sort }]) => sort === filter.sort) ?? []
  const isFalling = filter.descending !== (current?.isCounted ?? false)
  const hrefs = entries.map(([column, { sort }]) => {
    const descending = sort === filter.sort ? !filter.descending : false
    return [column, staffAddress({ ...filter, sort, descending, cursor: null })]
  })
  return { key, direction: isFalling ? 'descending' : 'ascending', hrefs: Object.fromEntries(hrefs) }
}

function pagesOf(filter: RosterFilter, page: RosterPage): StaffListView['pages'] {
  const at = (cursor: RosterCursor | null) => (cursor ? staffAddress({ ...filter, cursor }) : undefined)
  return {
    first: page.previousCursor ? staffAddress({ ...filter, cursor: null }) : undefined,
    previous: at(page.previousCursor),
    next: at(page.nextCursor),
  }
}

/** Full identity numbers are asked for on a page of their own, with a reason. */
function exportsOf(actor: Actor, filter: RosterFilter): StaffListView['exports'] {
  if (!canSomewhere(actor, 'staff:export')) return {}
  const whole = { ...filter, cursor: null }
  return {
    list: staffAddress(whole, '/staff/export.xlsx'),
    national: staffAddress(whole, '/staff/national.xlsx'),
    nationalInFull: canSomewhere(actor, 'identity:reveal')
      ? staffAddress(whole, '/staff/national')
      : undefined,
  }
}
