/** Everything that stands against a date: what the database would refuse, and what is better minded. */

import { engagementsOf } from '#app/platform/calendar/engagements.server.ts'
import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { schoolTerms } from '#app/platform/calendar/school-terms.server.ts'
import { holidayOf } from '#app/platform/calendar/school-terms.ts'
import { isWorkingDay } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { keysOf, momentsOf } from './activity.ts'
import { type Booking, clashesOf } from './clash.ts'

export type AskedDates = {
  days: readonly PlainDate[]
  from: string
  to: string
  people: readonly string[]
  hostId: string | null
  room: string | null
  /** The activity that is moved. */
  except: string | null
}

/** `isHard`: nobody and nothing is booked twice; the rest is told only. */
export type FoundClash = {
  day: PlainDate
  isHard: boolean
  key:
    | 'clash.person'
    | 'clash.room'
    | 'clash.day_off'
    | 'clash.holidays'
    | 'clash.make_up_day'
    | 'clash.host_busy'
    | 'clash.engaged'
  values: Record<string, string>
  /** Of who is engaged: with what, in another room's words. */
  what?: ServerKey
}

/** In the order of the days; what cannot be first on each. */
export async function findClashes(db: Db, asked: AskedDates): Promise<FoundClash[]> {
  const { days } = asked
  const [first] = days
  const last = days[days.length - 1]
  if (!first || !last) return []
  const found = [
    ...(await bookedTwice(db, asked)),
    ...(await daysOff(db, days)),
    ...(await hostBusy(db, asked)),
    ...(await engaged(db, asked)),
  ]
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(b.isHard) - Number(a.isHard)))
}

type BookedRow = { id: string; key: string; title: string; name: string | null; from: Date; to: Date }

async function bookedTwice(db: Db, asked: AskedDates): Promise<FoundClash[]> {
  const { days, people, hostId, room } = asked
  const keys = keysOf({ people, hostId: hostId ?? '', room: hostId ? room : null })
  const wishes = days.map((day): Booking => ({ id: day, keys, ...rangeOf({ ...asked, day }) }))
  const { from, to } = spanOf(wishes)
  const rows = await db.$queryRaw<BookedRow[]>`
    select b.activity_id as id, b.key, a.title, p.name, b.starts_at as "from", b.ends_at as "to"
    from studio_booking b join studio_activity a on a.id = b.activity_id
    left join person p on b.key = 'person:' || p.id
    where b.key = any(${keys}) and not b.is_released and tstzrange(b.starts_at, b.ends_at) && tstzrange(${new Date(from)}, ${new Date(to)})
      and b.activity_id::text <> ${asked.except ?? ''}`
  const bookings = rows.map(
    (row): Booking => ({ id: row.id, keys: [row.key], from: row.from.getTime(), to: row.to.getTime() }),
  )
  return clashesOf(wishes, bookings).map(({ wished, booked, key }): FoundClash => {
    const row = rows.find((one) => one.id === booked && one.key === key)
    const values = { title: row?.title ?? '', name: row?.name ?? room ?? '' }
    return {
      ...{ day: wished, isHard: true, values },
      key: key.startsWith('person:') ? 'clash.person' : 'clash.room',
    }
  })
}

/** The whole of what is wished, for the database to look between. */
function spanOf(wishes: readonly Booking[]): { from: number; to: number } {
  return {
    from: Math.min(...wishes.map(({ from }) => from)),
    to: Math.max(...wishes.map(({ to }) => to)),
  }
}

function rangeOf(time: { day: PlainDate; from: string; to: string }): { from: number; to: number } {
  const { startsAt, endsAt } = momentsOf(time)
  return { from: startsAt.getTime(), to: endsAt.getTime() }
}

const SUNDAY = 0
const SATURDAY = 6

/** Days on which schools are closed, in the holidays by the school calendar; and weekend days that are worked 调休, whose timetable the school says. */
async function daysOff(db: Db, days: readonly PlainDate[]): Promise<FoundClash[]> {
  const overrides = await overridesFrom(db, days[0] ?? '')
  const terms = await schoolTerms(db)
  return days.flatMap((day): FoundClash[] => {
    const term = holidayOf(day, terms)
    if (term) {
      const values = { first: term.firstDay, last: term.lastDay }
      return [{ day, isHard: false, key: 'clash.holidays', values }]
    }
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const isWeekend = weekday === SUNDAY || weekday === SATURDAY
    const isWorked = isWorkingDay(day, overrides)
    if (!isWorked) return [{ day, isHard: false, key: 'clash.day_off', values: {} }]
    return isWeekend ? [{ day, isHard: false, key: 'clash.make_up_day', values: {} }] : []
  })
}

/** Other activities at the host school at that time. */
async function hostBusy(db: Db, asked: AskedDates): Promise<FoundClash[]> {
  const { hostId, days } = asked
  if (!hostId) return []
  const wishes = days.map((day) => ({ day, ...rangeOf({ ...asked, day }) }))
  const rows = await db.$queryRaw<{ title: string; studio: string; from: Date; to: Date }[]>`
    select a.title, t.name as studio, a.starts_at as "from", a.ends_at as "to"
    from studio_activity a join studio t on t.id = a.studio_id
    where a.host_id = ${hostId}::uuid and a.state in ('asked', 'planned') and a.id::text <> ${asked.except ?? ''}
      and a.starts_at < ${new Date(Math.max(...wishes.map(({ to }) => to)))}
      and a.ends_at > ${new Date(Math.min(...wishes.map(({ from }) => from)))}`
  return wishes.flatMap(({ day, from, to }) =>
    rows
      .filter((row) => row.from.getTime() < to && row.to.getTime() > from)
      .map(
        ({ title, studio }): FoundClash => ({
          ...{ day, isHard: false, key: 'clash.host_busy', values: { title, studio } },
        }),
      ),
  )
}

/** What other rooms know of the people. */
async function engaged(db: Db, asked: AskedDates): Promise<FoundClash[]> {
  const wishes = asked.days.map((day) => ({ day, ...momentsOf({ ...asked, day }) }))
  const [first] = wishes
  const last = wishes[wishes.length - 1]
  if (!first || !last) return []
  const found = await engagementsOf(db, { personIds: asked.people, from: first.startsAt, to: last.endsAt })
  if (found.length === 0) return []
  const people = await db.person.findMany({
    where: { id: { in: found.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  return wishes.flatMap(({ day, startsAt, endsAt }) =>
    found
      .filter((one) => one.from < endsAt && one.to > startsAt)
      .map(({ personId, key, title }): FoundClash => {
        const name = people.find(({ id }) => id === personId)?.name ?? ''
        return { day, isHard: false, key: 'clash.engaged', what: key, values: { title, name } }
      }),
  )
}
