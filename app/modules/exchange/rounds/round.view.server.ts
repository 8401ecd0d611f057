/** A round, its posts and its subjects as their pages show them. */

import { codeLabel } from '#app/modules/registry/index.ts'
import { type Actor, can, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf } from '#app/platform/lists/pages.ts'
import type { Step } from '#app/ui/steps.tsx'
import type { Tone } from '#app/ui/tag.tsx'
import { canOfferPosts, canRunRound } from '../access.ts'
import { schoolYearText, type Words, word } from '../ui/due-words.server.ts'
import { EXCHANGE_FORMS } from './exchange-form.ts'
import { listNeeds, type NeedRow } from './needs.queries.server.ts'
import { type RoundAct, roundTitle } from './round.form.server.ts'
import { needsClosed, ROUND_STATES, type RoundState, windowOf } from './round.ts'
import { listRounds, type RoundRow } from './rounds.queries.server.ts'
import type { SubjectTable } from './subjects.queries.server.ts'

const tones: Record<RoundState, Tone> = {
  needs: 'amber',
  volunteering: 'accent',
  contest: 'accent',
  matching: 'amber',
  decided: 'green',
}

export const stateView = (state: RoundState, { t }: Words) => ({
  label: t(`round.state_${state}`),
  tone: tones[state],
})

export async function roundListView(db: Db, actor: Actor, words: Words) {
  const rounds = await listRounds(db, actor)
  return {
    rows: rounds.map((one) => ({
      id: one.id,
      href: `/exchange/rounds/${one.id}`,
      county: one.orgName,
      year: schoolYearText(one.schoolYear, words),
      state: stateView(one.state, words),
      until: windowText(one, words),
      needs: formatNumber(one.needs, words.locale),
      places: formatNumber(one.places, words.locale),
      volunteers: formatNumber(one.volunteers, words.locale),
    })),
    total: words.t('round.count', { count: rounds.length }),
    canOpen: canSomewhere(actor, 'exchange:round'),
  }
}

export type RoundListView = Awaited<ReturnType<typeof roundListView>>

function windowText(round: RoundRow, { t, locale }: Words): string {
  const window = windowOf(round)
  return window ? t('round.until', { day: formatDay(window.until, locale) }) : ''
}

const PLANNED_FROM = ROUND_STATES.indexOf('matching')

export async function roundView(
  db: Db,
  actor: Actor,
  round: RoundRow,
  params: URLSearchParams,
  today: PlainDate,
  words: Words,
) {
  const { t, locale } = words
  const path = `/exchange/rounds/${round.id}`
  const cursor = decodeKeyset(params.get('cursor'), ['school'])
  const page = await listNeeds(db, actor, round, cursor)
  const runs = canRunRound(actor, round)
  const isOpen = needsClosed(round, runs, today) === null
  const at = ROUND_STATES.indexOf(round.state)
  return {
    title: roundTitle(round, words),
    state: stateView(round.state, words),
    steps: stepsOf(round, words),
    late: lateNotice(round, today, words),
    facts: factsOf(round, words),
    posts: page.rows.map((row) => needView(row, words)),
    pages: pagesOf(path, params, page),
    count: t('round.counts', {
      needs: formatNumber(round.needs, locale),
      places: formatNumber(round.places, locale),
    }),
    links: {
      subjects: `${path}/subjects`,
      plans: at >= PLANNED_FROM && can(actor, 'exchange:read', round) ? `${path}/plans` : null,
      volunteers: round.state === 'needs' ? null : `${path}/volunteers`,
      export: `${path}/needs/export.xlsx`,
      offer: isOpen && canSomewhere(actor, 'exchange:offer') ? `${path}/needs/new` : null,
      windows: runs && round.state !== 'decided' ? `${path}/windows` : null,
    },
    acts: runs
      ? actsOf(round, today).map((act) => ({ href: `${path}/act/${act}`, label: t(`round.act_${act}`) }))
      : [],
  }
}

export type RoundView = Awaited<ReturnType<typeof roundView>>

/** What the county can do next. */
export function actsOf(round: RoundRow, today: PlainDate): RoundAct[] {
  const { state, places, volunteers, needs } = round
  if (state === 'needs') return places > 0 ? ['sign_off'] : needs === 0 ? ['remove'] : []
  if (state === 'volunteering') {
    const ends: RoundAct[] = today >= round.volunteersUntil ? ['close_volunteering'] : []
    return volunteers === 0 ? ['reopen', ...ends] : ends
  }
  return state === 'contest' && today >= round.contestUntil ? ['close_contests'] : []
}

function stepsOf({ state }: RoundRow, { t }: Words): Step[] {
  const at = ROUND_STATES.indexOf(state)
  return ROUND_STATES.map((one, index) => ({
    label: t(`round.state_${one}`),
    state: index < at || state === 'decided' ? 'done' : index === at ? 'current' : 'ahead',
  }))
}

/** A window that is over while the round still stands in it. */
function lateNotice(round: RoundRow, today: PlainDate, { t, locale }: Words): string | null {
  const window = windowOf(round)
  if (!window || window.until >= today) return null
  return t(`round.late_${window.state === 'needs' ? 'needs' : 'window'}`, {
    day: formatDay(window.until, locale),
  })
}

function factsOf(round: RoundRow, { t, locale }: Words) {
  const { lockedAt, lockedBy } = round
  const until = (day: PlainDate) => t('round.until', { day: formatDay(day, locale) })
  const facts = [
    { term: t('round.window_needs'), value: until(round.needsUntil) },
    { term: t('round.window_volunteers'), value: until(round.volunteersUntil) },
    { term: t('round.window_contest'), value: until(round.contestUntil) },
    { term: t('round.volunteers'), value: formatNumber(round.volunteers, locale) },
  ]
  if (!lockedAt) return facts
  const value = t('round.locked_by', { name: lockedBy ?? '', day: formatDay(lockedAt, locale) })
  return [...facts, { term: t('round.locked'), value }]
}

export function formText(form: string, { locale }: Words): string {
  return codeLabel(EXCHANGE_FORMS, form, locale)
}

/** Where a host school lies, and what it is marked as. */
export function placeMarks(row: Pick<NeedRow, 'placeType' | 'isWeak' | 'isSmall'>, words: Words): string[] {
  const marks = [word('placeType', row.placeType, words)]
  if (row.isWeak) marks.push(words.t('need.weak'))
  if (row.isSmall) marks.push(words.t('need.small'))
  return marks.filter(Boolean)
}

export function needView(row: NeedRow, words: Words) {
  const { locale } = words
  return {
    id: row.id,
    href: `/exchange/rounds/${row.roundId}/needs/${row.id}`,
    school: row.orgName,
    marks: placeMarks(row, words),
    form: formText(row.form, words),
    teaching: [word('stage', row.stage, words), word('subject', row.subject, words)]
      .filter(Boolean)
      .join(' '),
    places: formatNumber(row.places, locale),
    from: row.validFrom,
    until: addDays(row.validTo, -1),
    note: row.note,
  }
}

export type NeedView = ReturnType<typeof needView>

/** One entry as its page shows it; what can be done with it is the page's to add. */
export function needPageView(actor: Actor, round: RoundRow, need: NeedRow, today: PlainDate, words: Words) {
  const { t, locale } = words
  const view = needView(need, words)
  const isOpen = needsClosed(round, canRunRound(actor, round), today) === null
  return {
    title: t('need.of', { school: view.school, teaching: view.teaching }),
    marks: view.marks,
    canChange: isOpen && canOfferPosts(actor, need),
    facts: [
      { term: t('need.host'), value: view.school },
      { term: t('need.form'), value: view.form },
      { term: t('need.teaching'), value: view.teaching },
      { term: t('need.places'), value: view.places },
      { term: t('need.from'), value: formatDay(view.from, locale) },
      { term: t('need.until'), value: formatDay(view.until, locale) },
      ...(view.note ? [{ term: t('need.note'), value: view.note }] : []),
    ],
  }
}

export type NeedPageView = ReturnType<typeof needPageView>

export function subjectsView(
  round: RoundRow,
  table: SubjectTable,
  asked: { place: string; isPlaceUnknown: boolean },
  words: Words,
) {
  const { t, locale } = words
  const figure = (value: number) => formatNumber(value, locale)
  const query = asked.place ? `?place=${encodeURIComponent(asked.place)}` : ''
  return {
    title: t('subjects.title'),
    crumb: { href: `/exchange/rounds/${round.id}`, label: roundTitle(round, words) },
    about: t('subjects.about', { share: `${Math.round(table.shareLost * 100)}%`, minimum: table.minimum }),
    ...asked,
    path: `/exchange/rounds/${round.id}/subjects`,
    exportHref: `/exchange/rounds/${round.id}/subjects/export.xlsx${query}`,
    rows: table.rows.map((one) => ({
      key: `${one.stage} ${one.subject}`,
      teaching: [word('stage', one.stage, words), word('subject', one.subject, words)].join(' '),
      teachers: figure(one.teachers),
      due: figure(one.due),
      mayLeave: figure(one.mayLeave),
      volunteers: figure(one.volunteers),
      offered: figure(one.offered),
      isOver: one.volunteers > one.mayLeave,
    })),
  }
}

export type SubjectsView = ReturnType<typeof subjectsView>
