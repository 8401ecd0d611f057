/** The State Council announces the holidays of a year in the autumn before it: whoever sets the prefecture's numbers tells its days. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'

export type CalendarRefusal = 'not_allowed' | 'ends_before_start' | 'too_many' | 'not_found'

const refuse: Refuse<CalendarRefusal> = refuseAct
/** No holiday lasts longer. */
const MOST_DAYS = 31

export type DaysTold = {
  firstDay: PlainDate
  /** The last day of them; one day where it is left out. */
  lastDay: PlainDate | null
  isWorking: boolean
  source: string
}

/** The prefecture whose settings the actor keeps, for whom the calendar holds; null for everybody else. */
export async function calendarKeeper(db: Db, actor: Actor): Promise<string | null> {
  const prefectures = await db.organisation.findMany({
    where: { kind: 'prefecture' },
    select: { id: true, lineage: true },
    orderBy: { code: 'asc' },
  })
  return prefectures.find((one) => can(actor, 'policy:manage', one))?.id ?? null
}

/** Tells that days are worked, or free; what was told of them before is replaced. Due dates that stand are not moved. */
export function tellDays(
  db: PrismaClient,
  actor: Actor,
  told: DaysTold & Keyed,
): Promise<Outcome<object, CalendarRefusal>> {
  const { firstDay, isWorking, source } = told
  const lastDay = told.lastDay ?? firstDay
  return perform(db, actor, {
    name: 'tellDays',
    input: told,
    async lock(tx) {
      if (lastDay < firstDay) refuse('ends_before_start')
      if (lastDay >= addDays(firstDay, MOST_DAYS)) refuse('too_many')
      return (await calendarKeeper(tx, actor)) ?? refuse('not_allowed')
    },
    async write(tx, organisationId) {
      await tx.$executeRaw`
        insert into calendar_day (day, is_working, source)
        select day::date, ${isWorking}, ${source} from generate_series(${firstDay}::date, ${lastDay}::date, interval '1 day') day
        on conflict (day) do update set is_working = excluded.is_working, source = excluded.source`
      const event = { action: 'calendar.told', organisationId, subject: `calendar:${firstDay}` }
      return {
        done: {},
        events: [{ ...event, after: { validFrom: firstDay, lastDay, isWorking, source } }],
      }
    },
  })
}

/** Goes back to what the known calendar says of a day. */
export function dropDay(
  db: PrismaClient,
  actor: Actor,
  input: { day: PlainDate } & Keyed,
): Promise<Outcome<object, CalendarRefusal>> {
  const day = toDbDate(input.day)
  return perform(db, actor, {
    name: 'dropDay',
    input,
    async lock(tx) {
      const organisationId = (await calendarKeeper(tx, actor)) ?? refuse('not_allowed')
      await tx.$queryRaw`select day from calendar_day where day = ${input.day}::date for update`
      const told = (await tx.calendarDay.findUnique({ where: { day } })) ?? refuse('not_found')
      return { organisationId, told }
    },
    async write(tx, { organisationId, told: { isWorking, source } }) {
      await tx.calendarDay.delete({ where: { day } })
      const event = { action: 'calendar.dropped', organisationId, subject: `calendar:${input.day}` }
      return { done: {}, events: [{ ...event, before: { validFrom: fromDbDate(day), isWorking, source } }] }
    },
  })
}
