/** That an activity was held: the studio's word, the host school's, and what its teachers make of it. All on `platform/acts`. */
import { randomBytes } from 'node:crypto'
import { giveHours } from '#app/modules/training/index.server.ts'
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { hashOf } from '#app/platform/notifications/choices.commands.server.ts'
import { lockActivity, lockStudio } from './activities.commands.server.ts'
import { clockOf } from './activity.ts'
import { tellHeld, tellLeader, tellListeners } from './tell.server.ts'

export type ConfirmRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'dissolved'
  | 'stale'
  | 'wrong_state'
  | 'not_over'
  | 'nobody_there'
  | 'not_a_member'
  | 'not_of_school'
  | 'why_missing'
type ConfirmOutcome = Outcome<{ id: string }, ConfirmRefusal>

const refuse: Refuse<ConfirmRefusal> = refuseAct

type Versioned = { id: string; version: number }

/** The leader says who of the studio was there; the host school is asked to confirm it. */
export function markHeld(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { people: readonly string[] } & Keyed,
  today: PlainDate,
  now: Date,
): Promise<ConfirmOutcome> {
  const { id, version } = wish
  return perform(db, actor, {
    name: 'markHeld',
    input: wish,
    async lock(tx) {
      const activity = await lockActivity(tx, id, version)
      return { activity, ...(await lockStudio(tx, actor, activity.studioId, today)) }
    },
    async write(tx, { activity, studio }) {
      if (activity.state !== 'planned') refuse('wrong_state')
      if (activity.endsAt > now) refuse('not_over')
      if (wish.people.length === 0) refuse('nobody_there')
      const unknown = wish.people.find((one) => studio.members.every(({ personId }) => personId !== one))
      if (unknown) refuse('not_a_member')
      await addAttendances(tx, activity, wish.people, 'giver')
      await tx.studioActivity.update({ where: { id }, data: { state: 'held', version: { increment: 1 } } })
      await tellHeld(tx, activity)
      const about = { organisationId: studio.orgId, subject: `studio_activity:${id}` }
      const after = { people: wish.people.length }
      return { done: { id }, events: [{ action: 'studio_activity.held', ...about, after }] }
    },
  })
}

export type ConfirmWish = Versioned & {
  happened: boolean
  /** Teachers of the school who were there. */
  listeners: readonly string[]
  /** Why not, where it was not so. */
  note: string
}

/** The host school's word: everybody who was there gets the hours, and its teachers are asked what they make of it. */
export function confirmActivity(
  db: PrismaClient,
  actor: Actor,
  wish: ConfirmWish & Keyed,
  today: PlainDate,
): Promise<ConfirmOutcome> {
  const { id, version, happened, note } = wish
  return perform(db, actor, {
    name: 'confirmActivity',
    input: wish,
    async lock(tx) {
      const activity = await lockActivity(tx, id, version)
      const host = await tx.organisation.findUniqueOrThrow({ where: { id: activity.hostId } })
      if (!can(actor, 'studios:host', host)) return refuse('not_found')
      if (activity.state !== 'held') refuse('wrong_state')
      return { activity, host }
    },
    async write(tx, { activity, host }) {
      const about = { organisationId: host.id, subject: `studio_activity:${id}` }
      if (!happened) {
        if (note.trim() === '') refuse('why_missing')
        await tx.studioAttendance.deleteMany({ where: { activityId: id } })
        await tx.studioActivity.update({
          where: { id },
          data: { state: 'not_held', version: { increment: 1 }, sequence: { increment: 1 } },
        })
        await tellLeader(tx, 'notice.studio_not_held', { activity, school: host.name, note })
        return {
          done: { id },
          events: [{ action: 'studio_activity.not_confirmed', ...about, after: { note } }],
        }
      }
      const listeners = await listenersOf(tx, activity, wish.listeners)
      const secrets = await addAttendances(tx, activity, listeners, 'listener')
      await tx.studioActivity.update({
        where: { id },
        data: {
          ...{ state: 'confirmed', confirmedAt: new Date(), confirmedByName: actor.displayName },
          version: { increment: 1 },
        },
      })
      const given = await giveToAll(tx, actor, activity, today)
      await tellListeners(tx, activity, secrets)
      await tellLeader(tx, 'notice.studio_confirmed', { activity, school: host.name, note: '' })
      const event = {
        ...{ action: 'studio_activity.confirmed', ...about },
        after: { listeners: listeners.length },
      }
      return { done: { id }, events: [event, ...given] }
    },
  })
}

type Activity = Awaited<ReturnType<typeof lockActivity>>

/** Teachers whose work is at the host school on the day; those of the studio were there already. */
async function listenersOf(tx: Db, activity: Activity, asked: readonly string[]): Promise<string[]> {
  const { day } = clockOf(activity.startsAt)
  const here = await tx.$queryRaw<{ id: string }[]>`
    select person_id as id from roster_entry where person_id = any(${[...asked]}::uuid[]) and org_id = ${activity.hostId}::uuid
      and valid_from <= ${day}::date and ${day}::date < valid_to`
  if (asked.some((id) => here.every((one) => one.id !== id))) refuse('not_of_school')
  const givers = await tx.studioAttendance.findMany({
    where: { activityId: activity.id },
    select: { personId: true },
  })
  return [...new Set(asked)].filter((id) => givers.every(({ personId }) => personId !== id))
}

const SECRET_BYTES = 18

/** Answers with the secret of each, which is kept as its hash only. */
async function addAttendances(
  tx: Db,
  activity: Activity,
  personIds: readonly string[],
  part: 'giver' | 'listener',
): Promise<{ personId: string; secret: string }[]> {
  const { day } = clockOf(activity.startsAt)
  const people = [...new Set(personIds)].map((personId) => ({
    personId,
    secret: randomBytes(SECRET_BYTES).toString('base64url'),
  }))
  const places = await tx.$queryRaw<{ personId: string; orgId: string }[]>`
    select person_id as "personId", org_id as "orgId" from roster_entry
    where person_id = any(${personIds as string[]}::uuid[]) and valid_from <= ${day}::date and ${day}::date < valid_to`
  const placeOf = new Map(places.map(({ personId, orgId }) => [personId, orgId]))
  await tx.studioAttendance.createMany({
    data: people.map(({ personId, secret }) => ({
      ...{ activityId: activity.id, personId, part, orgId: placeOf.get(personId) ?? activity.hostId },
      secretHash: part === 'listener' ? hashOf(secret) : null,
    })),
  })
  return people
}

const GAVE = { kind: 'lesson', evidence: 'confirmed' } as const
const LISTENED = { kind: 'course', evidence: 'attended' } as const

/** Into the ledger of everybody who was there, as the training rules judge it. */
async function giveToAll(tx: Db, actor: Actor, activity: Activity, today: PlainDate): Promise<AuditEvent[]> {
  const { id, title, tenths, startsAt, studioId } = activity
  if (tenths === 0) return []
  const { day } = clockOf(startsAt)
  const studio = await tx.studio.findUniqueOrThrow({ where: { id: studioId } })
  const there = await tx.studioAttendance.findMany({
    where: { activityId: id },
    orderBy: { personId: 'asc' },
  })
  const events: AuditEvent[] = []
  for (const { personId, orgId, part } of there) {
    const did = part === 'giver' ? GAVE : LISTENED
    const given = await giveHours(tx, actor, {
      ...{ personId, orgId, source: `studios:${id}`, day: today, title, tenths, ...did, note: null },
      ...{ level: studio.tier === 'city' ? 'city' : 'county', category: 'pedagogy' },
      ...{ provider: studio.name, startsOn: day, lastDay: day, part: 'spread' },
    })
    events.push(...given)
  }
  return events
}

export const USES = ['used', 'will', 'adapted', 'not'] as const
export type Use = (typeof USES)[number]

/** Whether somebody who was there uses it, by their own address; it can be said anew. Nobody is signed in. */
export async function sayUse(
  db: PrismaClient,
  wish: { secret: string; use: Use; note: string },
): Promise<Outcome<{ id: string }, 'not_found'>> {
  const { secret, ...said } = wish
  const found = await db.studioAttendance.findUnique({
    where: { secretHash: hashOf(secret) },
    include: { person: { select: { name: true } } },
  })
  if (!found) return { ok: false, reason: 'not_found' }
  const { activityId, personId, orgId, person } = found
  return perform(
    db,
    { accountId: null, displayName: person.name },
    {
      name: 'sayUse',
      input: said,
      lock: async () => found,
      async write(tx) {
        await tx.studioAttendance.update({
          where: { activityId_personId: { activityId, personId } },
          data: { use: said.use, useNote: said.note, useAt: new Date() },
        })
        const about = { organisationId: orgId, personId, subject: `studio_activity:${activityId}` }
        const event = { action: 'studio_activity.use_said', ...about, after: { use: said.use } }
        return { done: { id: activityId }, events: [event] }
      },
    },
  )
}
