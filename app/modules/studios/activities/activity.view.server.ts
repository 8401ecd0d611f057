/** One activity as its studio, and as the host school, sees it. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { formatDay, formatList, formatMoment } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { materialEntry } from '../materials/materials.form.server.ts'
import { materialsOf } from '../materials/materials.queries.server.ts'
import { teachingText } from '../words.server.ts'
import {
  type ActivityRow,
  type AnswerRow,
  type AttendanceRow,
  answersOf,
  attendancesOf,
  peopleOf,
  targetsOf,
} from './activities.queries.server.ts'
import { answerView, counterView } from './activity.form.server.ts'
import { type ActivityState, isAhead, timeOf } from './activity.ts'
import { stateTones } from './calendar.view.server.ts'
import { visitDecision } from './visit-counts.ts'

export const ACTIVITY_ACTS = ['move', 'cancel', 'held'] as const
export type ActivityAct = (typeof ACTIVITY_ACTS)[number]

export const stateView = (state: ActivityState, { t }: Words) => ({
  label: t(`activity.state_${state}`),
  tone: stateTones[state],
})

export function timeText(moments: { startsAt: Date; endsAt: Date }, { locale }: Words): string {
  const { day, from, to } = timeOf(moments)
  return `${formatDay(day, locale)} ${from}–${to}`
}

/** What the leader can do next. */
export function actsOf({ state, endsAt }: ActivityRow, now: Date): ActivityAct[] {
  if (state === 'planned' && endsAt <= now) return ['held', 'cancel']
  return isAhead(state) ? ['move', 'cancel'] : []
}

type Asked = {
  activity: ActivityRow
  leads: boolean
  /** Belongs to the studio today. */
  isMember: boolean
  orgId: string
  today: PlainDate
  now: Date
}

export async function activityView(
  db: Db,
  { activity, leads, isMember, orgId, today, now }: Asked,
  words: Words,
) {
  const { t } = words
  const { id, studioId } = activity
  const path = `/me/studios/${studioId}/activities/${id}`
  const answers = await answersOf(db, id)
  const [latest] = answers
  const waits = latest?.answer === 'countered' && latest.outcome === null && activity.state === 'asked'
  return {
    title: activity.title,
    state: stateView(activity.state, words),
    facts: await factsOf(db, activity, words),
    about: activity.about,
    acts: leads
      ? actsOf(activity, now).map((act) => ({ href: `${path}/${act}`, label: t(`activity.act_${act}`), act }))
      : [],
    counter:
      leads && waits && latest
        ? {
            text: counterText(latest, words),
            note: latest.note,
            takes: counterView(activity, 'yes', words),
            refuses: counterView(activity, 'no', words),
          }
        : null,
    answers: answers.map((one) => answerEntry(one, words)),
    materials: (await materialsOf(db, id)).map((one) => materialEntry(one, leads, words)),
    addMaterial: isMember ? `${path}/materials` : null,
    ...(await heardView(db, activity, { orgId, today }, words)),
  }
}
export type ActivityView = Awaited<ReturnType<typeof activityView>>

export const counterText = ({ startsAt, endsAt }: AnswerRow, words: Words) =>
  startsAt && endsAt ? timeText({ startsAt, endsAt }, words) : ''

async function factsOf(db: Db, activity: ActivityRow, words: Words) {
  const { t } = words
  const people = await peopleOf(db, activity.id)
  const targets = await targetsOf(db, activity.id)
  const listed = (rows: readonly { name: string }[]) =>
    formatList(
      rows.map(({ name }) => name),
      words.locale,
    )
  const facts = [
    { term: t('activity.kind'), value: t(`activity.kind_${activity.kind}`) },
    { term: t('activity.when'), value: timeText(activity, words) },
    { term: t('activity.host'), value: [activity.hostName, activity.room].filter(Boolean).join(' ') },
    { term: t('activity.targets'), value: listed(targets) },
    { term: t('activity.teaching'), value: teachingText(activity, words) },
    { term: t('activity.hours'), value: t('activity.hours_text', { hours: activity.tenths / 10 }) },
    { term: t('activity.people'), value: listed(people) },
    { term: t('activity.link'), value: activity.onlineUrl ?? '' },
    { term: t('activity.why'), value: activity.cancelledWhy ?? '' },
    { term: t('activity.confirmed_by'), value: activity.confirmedByName ?? '' },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Who was there and what they make of it; and, of outreach, whether it counts. */
async function heardView(
  db: Db,
  activity: ActivityRow,
  { orgId, today }: { orgId: string; today: PlainDate },
  words: Words,
) {
  const { t } = words
  const rows = await attendancesOf(db, activity.id)
  const listeners = rows.filter(({ part }) => part === 'listener')
  const answered = listeners.filter(({ use }) => use !== null).length
  const facts = { state: activity.state, listeners: listeners.length, answered }
  const decision = visitDecision(facts, await policiesAt(db, orgId, today))
  const isVisit = activity.kind === 'outreach' && ['held', 'confirmed'].includes(activity.state)
  return {
    there: rows.map((row) => attendanceView(row, words)),
    counts: isVisit
      ? {
          outcome: t(`visit.${decision.outcome}`),
          reasons: reasonsView(decision, {
            ...words,
            rule: (code) => t(`visit.rule_${code as 'confirmed' | 'heard' | 'use_said'}`),
            fact: ({ rule }, values) =>
              rule === 'confirmed' ? undefined : t(`visit.fact_${rule as 'heard' | 'use_said'}`, values),
            choice: (_, value) => value,
          }),
        }
      : null,
  }
}

const useTones: Record<NonNullable<AttendanceRow['use']>, Tone> = {
  used: 'green',
  adapted: 'green',
  will: 'accent',
  not: 'neutral',
}

function attendanceView(row: AttendanceRow, { t }: Words) {
  return {
    personId: row.personId,
    name: row.name,
    school: row.schoolName,
    part: t(`visit.part_${row.part}`),
    use: row.use && { label: t(`use.${row.use}`), tone: useTones[row.use] },
    note: row.useNote,
  }
}
export type AttendanceView = ReturnType<typeof attendanceView>

const answerTones: Record<AnswerRow['answer'], Tone> = {
  accepted: 'green',
  countered: 'amber',
  declined: 'neutral',
}

function answerEntry(one: AnswerRow, words: Words) {
  const { t } = words
  const date = counterText(one, words)
  const outcome = one.outcome ? t(`visit.outcome_${one.outcome}`) : ''
  return {
    id: `${one.sequence}`,
    title: t(`visit.said_${one.answer}`, { date }),
    body: [one.note, outcome].filter(Boolean).join(' '),
    date: formatMoment(one.at),
    meta: one.byName,
    tone: answerTones[one.answer],
  }
}

type AskedVisit = {
  activity: ActivityRow
  /** Answers for the host school; others only read. */
  isHost: boolean
  orgId: string
  today: PlainDate
  confirm: FormView | null
}

/** The same for the host school, with the form that it is asked to fill in. */
export async function visitView(
  db: Db,
  { activity, isHost, orgId, today, confirm }: AskedVisit,
  words: Words,
) {
  const answers = await answersOf(db, activity.id)
  const isAsked =
    isHost && activity.state === 'asked' && answers.every(({ sequence }) => sequence !== activity.sequence)
  return {
    title: activity.title,
    studio: activity.studioName,
    state: stateView(activity.state, words),
    facts: await factsOf(db, activity, words),
    about: activity.about,
    answer: isAsked ? answerView(activity, words) : null,
    confirm,
    answers: answers.map((one) => answerEntry(one, words)),
    materials: (await materialsOf(db, activity.id)).map((one) => materialEntry(one, false, words)),
    ...(await heardView(db, activity, { orgId, today }, words)),
  }
}
export type VisitView = Awaited<ReturnType<typeof visitView>>
