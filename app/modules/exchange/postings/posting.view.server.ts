/** Postings as their pages show them, in the reader's words. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf } from '#app/platform/lists/pages.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { schoolYearsAround } from '../due-filter.ts'
import { formText } from '../rounds/round.view.server.ts'
import { schoolYearText, teachingText, type Words } from '../ui/due-words.server.ts'
import { allowanceMonthsOf } from './allowance.sql.server.ts'
import { countyActsOf, hostActsOf, ownLogView, postingsCrumb, postingTitle } from './posting.form.server.ts'
import { dayProblem, OTHER_ENDS, PHASES, type Phase, phaseOf } from './posting.ts'
import {
  type Assessment,
  type LogEntry,
  listPostings,
  type PostingFilter,
  type PostingRow,
  postingsOf,
  writtenOf,
} from './postings.queries.server.ts'
import { type SlotRow, slotsOf } from './timetable.server.ts'
import { timeText, type WEEKDAYS } from './timetable.ts'
import { canHost } from './while-away.commands.server.ts'

const tones: Record<Phase, Tone> = { ahead: 'amber', in_force: 'accent', over: 'green', cancelled: 'neutral' }

export function phaseView(posting: PostingRow, today: PlainDate, { t }: Words) {
  const phase = phaseOf(posting, today)
  return { label: t(`posting.phase_${phase}`), tone: tones[phase] }
}

/** The filter an address asks for, its organisation already found. */
export function postingFilterOf(
  params: URLSearchParams,
  orgId: string | null,
  today: PlainDate,
): PostingFilter {
  const year = Number(params.get('year'))
  return {
    phase: PHASES.find((one) => one === params.get('state')) ?? null,
    schoolYear: schoolYearsAround(today).includes(year) ? year : null,
    orgId,
  }
}

export type AskedPostings = {
  filter: PostingFilter
  params: URLSearchParams
  place: string
  isPlaceUnknown: boolean
}

export async function postingListView(
  db: Db,
  actor: Actor,
  { filter, params, place, isPlaceUnknown }: AskedPostings,
  today: PlainDate,
  words: Words,
) {
  const { t, locale } = words
  const cursor = decodeKeyset(params.get('cursor'), ['name'])
  const page = await listPostings(db, actor, filter, cursor, today)
  return {
    rows: page.rows.map((row) => rowView(row, today, words)),
    total: t('posting.total', { total: formatNumber(page.total, locale) }),
    filter: {
      values: { state: filter.phase ?? '', year: filter.schoolYear?.toString() ?? '', place },
      states: PHASES.map((value) => ({ value, label: t(`posting.phase_${value}`) })),
      years: schoolYearsAround(today).map((year) => ({
        value: String(year),
        label: schoolYearText(year, words),
      })),
      isPlaceUnknown,
    },
    pages: pagesOf('/exchange/postings', params, page),
    exportHref: addressWith('/exchange/postings/export.xlsx', params, { cursor: null }),
  }
}

export type PostingListView = Awaited<ReturnType<typeof postingListView>>

function rowView(row: PostingRow, today: PlainDate, words: Words) {
  return {
    id: row.id,
    href: `/exchange/postings/${row.id}`,
    name: row.name,
    number: row.staffNumber,
    home: row.homeName,
    host: row.hostName,
    teaching: teachingText(row, words),
    form: formText(row.form, words),
    from: row.validFrom,
    until: addDays(row.validTo, -1),
    state: phaseView(row, today, words),
    arrived: row.arrivedOn ?? '',
    grade: row.finalGrade ? words.t(`posting.grade_${row.finalGrade}`) : '',
  }
}

export async function postingView(db: Db, actor: Actor, posting: PostingRow, today: PlainDate, words: Words) {
  const path = `/exchange/postings/${posting.id}`
  const hosts = canHost(actor, posting) && actor.personId !== posting.personId
  const runs = can(actor, 'exchange:round', { lineage: posting.homeLineage })
  const link = (kind: 'host' | 'act') => (act: Parameters<typeof actLabel>[0]) => ({
    href: `${path}/${kind}/${act}`,
    label: actLabel(act, words),
  })
  return {
    trail: [postingsCrumb(words)],
    title: postingTitle(posting, words),
    acts: [
      ...(hosts ? hostActsOf(posting, today).map(link('host')) : []),
      ...(hosts && posting.form === 'rounds'
        ? [{ href: `${path}/timetable`, label: words.t('posting.to_timetable') }]
        : []),
      ...(runs ? countyActsOf(posting, today).map(link('act')) : []),
    ],
    personHref: can(actor, 'staff:read', { lineage: posting.homeLineage })
      ? `/staff/${posting.personId}`
      : null,
    ...(await awayView(db, posting, today, words)),
  }
}

export type PostingView = Awaited<ReturnType<typeof postingView>>

function actLabel(
  act: ReturnType<typeof hostActsOf>[number] | ReturnType<typeof countyActsOf>[number],
  { t }: Words,
) {
  return t(`posting.act_${act}`)
}

/** What its page and the teacher's own have in common. */
async function awayView(db: Db, posting: PostingRow, today: PlainDate, words: Words) {
  const written = await writtenOf(db, posting.id)
  const months = await allowanceMonthsOf(db, posting, today)
  return {
    id: posting.id,
    state: phaseView(posting, today, words),
    facts: factsOf(posting, months, words),
    timetable: posting.form === 'rounds' ? timetableView(await slotsOf(db, posting.id), words) : null,
    logs: written.logs.map((one) => logView(one, words)),
    assessments: written.assessments.map((one) => assessmentView(one, words)),
  }
}

/** The week, day by day. */
export function timetableView(slots: readonly SlotRow[], { t }: Words) {
  return slots.map((slot) => ({
    id: slot.id,
    weekday: t(`posting.weekday_${slot.weekday as (typeof WEEKDAYS)[number]}`),
    time: `${timeText(slot.startsAt)}–${timeText(slot.endsAt)}`,
    school: slot.orgName,
  }))
}

export type AwayView = Awaited<ReturnType<typeof awayView>>

function factsOf(posting: PostingRow, months: number, words: Words) {
  const { t, locale } = words
  const day = (on: PlainDate) => formatDay(on, locale)
  const arrival = posting.arrivedOn
    ? t('posting.arrived_by', { day: day(posting.arrivedOn), name: posting.arrivalBy ?? '' })
    : t('posting.not_arrived')
  const why = OTHER_ENDS.find((one) => one === posting.endReason)
  const facts = [
    { term: t('posting.home'), value: posting.homeName },
    { term: t('posting.host'), value: posting.hostName },
    { term: t('posting.form'), value: formText(posting.form, words) },
    { term: t('posting.teaching'), value: teachingText(posting, words) },
    { term: t('posting.from'), value: day(posting.validFrom) },
    { term: t('posting.until'), value: day(addDays(posting.validTo, -1)) },
    {
      term: t('posting.planned_to'),
      value: posting.plannedTo === posting.validTo ? '' : day(addDays(posting.plannedTo, -1)),
    },
    {
      term: t('posting.why'),
      value: why ? [t(`posting.end_${why}`), posting.reason].filter(Boolean).join('：') : '',
    },
    { term: t('posting.arrived'), value: arrival },
    { term: t('posting.allowance'), value: months ? t('posting.allowance_value', { months }) : '' },
  ]
  return facts.filter(({ value }) => value !== '')
}

function logView({ id, kind, day, text, byName }: LogEntry, { t, locale }: Words) {
  return {
    ...{ id, dateTime: day, body: text, meta: byName },
    date: formatDay(day, locale),
    title: t(`posting.log_${kind}`),
    tone: kind === 'own' ? ('accent' as const) : ('neutral' as const),
  }
}

function assessmentView({ id, kind, grade, text, byName, on }: Assessment, { t, locale }: Words) {
  return {
    ...{ id, dateTime: on, body: text, meta: byName },
    date: formatDay(on, locale),
    title: `${t(`posting.kind_${kind}`)} · ${t(`posting.grade_${grade}`)}`,
    tone: grade === 'unqualified' ? ('red' as const) : ('green' as const),
  }
}

/** The teacher's own postings, and the log of the one that runs. */
export async function ownPostingsView(db: Db, personId: string, today: PlainDate, words: Words) {
  const held = await postingsOf(db, personId)
  const views = []
  for (const posting of held) {
    views.push({
      title: posting.hostName,
      log: dayProblem(posting, today, today) === null ? ownLogView(posting, today, words) : null,
      ...(await awayView(db, posting, today, words)),
    })
  }
  return { postings: views }
}

export type OwnPostingsView = Awaited<ReturnType<typeof ownPostingsView>>
