/** Hours are put into a timetable and taken out of it; the database lets nobody be at two schools at one hour. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { phaseOf } from './posting.ts'
import { postingEvent } from './postings.commands.server.ts'
import { lockPosting, type PostingRow } from './postings.queries.server.ts'
import { type Hours, type TimetableRefusal, timeText } from './timetable.ts'
import { canHost } from './while-away.commands.server.ts'

export type TimetableOutcome = Outcome<{ id: string }, TimetableRefusal>
const refuse: Refuse<TimetableRefusal> = refuseAct

export type SlotRow = Hours & { id: string; orgName: string }

/** The hours of a posting through the week. */
export function slotsOf(db: Db, postingId: string): Promise<SlotRow[]> {
  return db.$queryRaw<SlotRow[]>`
    select s.id, o.name as "orgName", s.weekday, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from exchange_slot s join organisation o on o.id = s.org_id
    where s.posting_id = ${postingId}::uuid order by s.weekday, s.starts_at`
}

/** The schools among which hours can be given: those of the host's county, those of its own township first. */
export function schoolsAround(db: Db, hostId: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    select o.id, o.name from organisation host
    join organisation o on coalesce(o.county_id, o.prefecture_id) = coalesce(host.county_id, host.prefecture_id)
    where host.id = ${hostId}::uuid and o.kind in ('school', 'teaching_point') and o.closed_on is null
    order by o.parent_id is distinct from host.parent_id, o.sort_key, o.id`
}

/** Puts hours at a school of the host's county into the timetable. */
export function addSlot(
  db: PrismaClient,
  actor: Actor,
  asked: { postingId: string; orgId: string } & Hours & Keyed,
  today: PlainDate,
): Promise<TimetableOutcome> {
  const { postingId, orgId, weekday, startsAt, endsAt } = asked
  return perform(db, actor, {
    name: 'addSlot',
    input: asked,
    async lock(tx) {
      const posting = await ownTimetable(tx, actor, postingId, today)
      if (startsAt >= endsAt) refuse('hours_order')
      const school = await tx.organisation.findUnique({ where: { id: orgId } })
      const isNear = school && posting.hostLineage.includes(school.countyId ?? school.prefectureId ?? '')
      if (!isNear || (school.kind !== 'school' && school.kind !== 'teaching_point'))
        refuse('school_elsewhere')
      return posting
    },
    async write(tx, posting) {
      const id = newId()
      const dates = { validFrom: toDbDate(posting.validFrom), validTo: toDbDate(posting.validTo) }
      const hours = { weekday, startsAt, endsAt }
      await tx.exchangeSlot.create({
        data: { id, postingId, personId: posting.personId, orgId, ...hours, ...dates },
      })
      return { done: { id }, events: [postingEvent('posting.scheduled', posting, told(asked))] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'clash' : null),
  })
}

/** Takes hours out again. */
export function removeSlot(
  db: PrismaClient,
  actor: Actor,
  asked: { postingId: string; slotId: string } & Keyed,
  today: PlainDate,
): Promise<TimetableOutcome> {
  const { postingId, slotId } = asked
  return perform(db, actor, {
    name: 'removeSlot',
    input: asked,
    async lock(tx) {
      const posting = await ownTimetable(tx, actor, postingId, today)
      const slot = await tx.exchangeSlot.findFirst({ where: { id: slotId, postingId } })
      if (!slot) refuse('not_found')
      return { posting, slot }
    },
    async write(tx, { posting, slot }) {
      await tx.exchangeSlot.delete({ where: { id: slotId } })
      const { after: _, ...event } = postingEvent('posting.unscheduled', posting, {})
      return { done: { id: slotId }, events: [{ ...event, before: told(slot) }] }
    },
  })
}

function told({ orgId, weekday, startsAt, endsAt }: Hours & { orgId: string }) {
  return { orgId, weekday, from: timeText(startsAt), until: timeText(endsAt) }
}

async function ownTimetable(tx: Db, actor: Actor, id: string, today: PlainDate): Promise<PostingRow> {
  const posting = await lockPosting(tx, actor, id)
  if (!posting) refuse('not_found')
  if (!canHost(actor, posting) || actor.personId === posting.personId) refuse('not_allowed')
  if (posting.form !== 'rounds') refuse('not_rounds')
  const phase = phaseOf(posting, today)
  if (phase === 'over' || phase === 'cancelled') refuse('over')
  return posting
}
