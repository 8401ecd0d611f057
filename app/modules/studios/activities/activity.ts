/** An activity 活动 of a studio: what it has to be, and whom and what it takes. Pure; moments are ISO instants, days and clocks Asia/Shanghai. */
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import type { BookedKey } from './clash.ts'

export const ACTIVITY_KINDS = [
  { code: 'outreach', zh: '送教', en: 'Outreach teaching' },
  { code: 'forum', zh: '讲坛', en: 'Forum' },
  { code: 'open_lesson', zh: '公开课', en: 'Open lesson' },
  { code: 'demonstration', zh: '示范课', en: 'Demonstration lesson' },
  { code: 'seminar', zh: '研讨', en: 'Seminar' },
  { code: 'preparation', zh: '集体备课', en: 'Collective preparation' },
  { code: 'research', zh: '课题研究', en: 'Research' },
  { code: 'online', zh: '线上活动', en: 'Online session' },
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]['code']

export type ActivityTime = { day: PlainDate; from: string; to: string }
export type ActivityProblem = 'not_a_day' | 'ends_before' | 'outside_term'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
/** China has one zone and no summer time. */
const ZONE = '+08:00'

/** When it begins and ends, half open. */
export function momentsOf({ day, from, to }: ActivityTime): { startsAt: Date; endsAt: Date } {
  return { startsAt: new Date(`${day}T${from}:00${ZONE}`), endsAt: new Date(`${day}T${to}:00${ZONE}`) }
}

/** The moment at which a day begins. */
export const midnightOf = (day: PlainDate): Date => new Date(`${day}T00:00:00${ZONE}`)

export function activityProblem(
  { day, from, to }: ActivityTime,
  term: { validFrom: PlainDate; validTo: PlainDate },
): ActivityProblem | null {
  if (!isPlainDate(day) || !CLOCK.test(from) || !CLOCK.test(to)) return 'not_a_day'
  if (to <= from) return 'ends_before'
  return day < term.validFrom || day >= term.validTo ? 'outside_term' : null
}

/** Rooms are a school's own names; however they are typed, one room is one key. */
export function keysOf(wish: {
  people: readonly string[]
  hostId: string
  room: string | null
}): BookedKey[] {
  const own = [...new Set(wish.people)].map((id) => `person:${id}`)
  const name = wish.room?.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  return name ? [...own, `room:${wish.hostId}:${name}`] : own
}

export const ACTIVITY_STATES = [
  'asked',
  'planned',
  'held',
  'confirmed',
  'not_held',
  'declined',
  'lapsed',
  'cancelled',
] as const
export type ActivityState = (typeof ACTIVITY_STATES)[number]

/** Whether it takes people's and rooms' time, and can still be moved or cancelled. */
export const isAhead = (state: ActivityState) => state === 'asked' || state === 'planned'

const ZONE_MS = 8 * 3_600_000

/** A moment as the day and clock of Asia/Shanghai. */
export function clockOf(moment: Date): { day: PlainDate; clock: string } {
  const local = new Date(moment.getTime() + ZONE_MS).toISOString()
  return { day: local.slice(0, 10), clock: local.slice(11, 16) }
}

export function timeOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): ActivityTime {
  return { day: clockOf(startsAt).day, from: clockOf(startsAt).clock, to: clockOf(endsAt).clock }
}
