/** Activities as events of calendars: of a studio, of a school, of a person. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { DatedEvent } from '#app/platform/manifest/manifest.ts'
import { type ActivityKind, type ActivityState, midnightOf } from '../activities/activity.ts'

const { sql } = Prisma

export type FeedOf = { kind: 'studio' | 'school' | 'person'; id: string }

type Row = {
  id: string
  studioId: string
  studio: string
  kind: ActivityKind
  title: string
  about: string
  startsAt: Date
  endsAt: Date
  host: string
  room: string | null
  state: ActivityState
  sequence: number
}

/** Calendars look so far back; of what is older the studio's own pages tell. */
const DAYS_BACK = 400
const MOST_EVENTS = 10_000

const scopes: Record<FeedOf['kind'], (id: string) => Prisma.Sql> = {
  studio: (id) => sql`a.studio_id = ${id}::uuid`,
  // A bureau's is of all its schools.
  school: (id) => sql`(h.lineage @> array[${id}::uuid] or a.id in (select x.activity_id from studio_target x
    join organisation o on o.id = x.school_id where o.lineage @> array[${id}::uuid]))`,
  person: (id) => sql`a.id in (select b.activity_id from studio_booking b where b.key = ${`person:${id}`}
    union select x.activity_id from studio_attendance x where x.person_id = ${id}::uuid)`,
}

/** What has ended otherwise than by being held stays in calendars as cancelled. */
export async function eventsOf(db: Db, of: FeedOf, day: PlainDate, words: Words): Promise<DatedEvent[]> {
  const since = midnightOf(addDays(day, -DAYS_BACK))
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.studio_id as "studioId", t.name as studio, a.kind, a.title, a.about, a.starts_at as "startsAt", a.ends_at as "endsAt",
      h.name as host, a.room, a.state, a.sequence
    from studio_activity a join studio t on t.id = a.studio_id join organisation h on h.id = a.host_id
    where ${scopes[of.kind](of.id)} and a.starts_at >= ${since} order by a.starts_at, a.id limit ${MOST_EVENTS}`
  return rows.map((row) => eventOf(row, of, words))
}

const states: Partial<Record<ActivityState, DatedEvent['state']>> = {
  asked: 'tentative',
  planned: 'confirmed',
  held: 'confirmed',
  confirmed: 'confirmed',
}

function eventOf(row: Row, { kind }: FeedOf, { t }: Words): DatedEvent {
  const { id, startsAt: from, endsAt: to, sequence, title } = row
  const head = `${t(`activity.kind_${row.kind}`)} · ${row.studio} · ${t(`activity.state_${row.state}`)}`
  return {
    ...{ uid: id, from, to, title, sequence, state: states[row.state] ?? 'cancelled' },
    note: [head, row.about].filter(Boolean).join('\n'),
    place: [row.host, row.room].filter(Boolean).join(' '),
    href: kind === 'school' ? `/studios/visits/${id}` : `/me/studios/${row.studioId}/activities/${id}`,
  }
}
