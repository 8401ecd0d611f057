/** Invites to a studio, applies to one, answers, leaves. The database refuses a seat or a turn taken twice. All on `platform/acts`. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION, UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { midnightOf } from '../activities/activity.ts'
import { candidate, teachersNamed } from './members.queries.server.ts'
import { type JoinedRole, seatFor, turnFor } from './members.ts'
import { tellMember, tellStudioLeader } from './tell-members.server.ts'

export type MemberRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'dissolved'
  | 'stale'
  | 'wrong_state'
  | 'person_unknown'
  | 'person_several'
  | 'not_teaching'
  | 'not_of_area'
  | 'is_member'
  | 'is_asked'
  | 'full'
  | 'kept_for_rural'
  | 'no_turn'
  | 'taken'
  | 'leads'
type MemberOutcome = Outcome<{ id: string }, MemberRefusal>

const refuse: Refuse<MemberRefusal> = refuseAct

export type InviteWish = {
  studioId: string
  schoolId: string
  name: string
  /** Where a school has two of a name. */
  staffNumber: string | null
  role: JoinedRole
  note: string
}

/** The leader asks a teacher of any school of the studio's area, who says yes or no. */
export function inviteMember(
  db: PrismaClient,
  actor: Actor,
  wish: InviteWish & Keyed,
  today: PlainDate,
): Promise<MemberOutcome> {
  const { studioId, role, note } = wish
  return perform(db, actor, {
    name: 'inviteMember',
    input: wish,
    lock: (tx) => lockStanding(tx, studioId, today),
    async write(tx, studio) {
      if (studio.leaderId !== actor.personId) refuse('not_allowed')
      const [personId, another] = await teachersNamed(tx, wish, today)
      if (!personId) return refuse('person_unknown')
      if (another) refuse('person_several')
      await seatIn(tx, studio, { personId, role }, today)
      const id = newId()
      await tx.studioWish.create({
        data: { id, studioId, personId, kind: 'invited', role, note, madeByName: actor.displayName },
      })
      await tellMember(tx, 'notice.studio_wish_invited', { studio, personId, key: id })
      return done(id, studio, personId, 'studio_wish.invited', { role })
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'is_asked' : null),
  })
}

/** A teacher of the studio's area asks to join; the leader says yes or no. */
export function applyToJoin(
  db: PrismaClient,
  actor: Actor,
  wish: { studioId: string; role: JoinedRole; note: string } & Keyed,
  today: PlainDate,
): Promise<MemberOutcome> {
  const { studioId, role, note } = wish
  return perform(db, actor, {
    name: 'applyToJoin',
    input: wish,
    lock: (tx) => lockStanding(tx, studioId, today),
    async write(tx, studio) {
      const { personId } = actor
      if (!personId) return refuse('not_found')
      await seatIn(tx, studio, { personId, role }, today)
      const id = newId()
      await tx.studioWish.create({
        data: { id, studioId, personId, kind: 'applied', role, note, madeByName: actor.displayName },
      })
      await tellStudioLeader(tx, 'notice.studio_wish_applied', { studio, name: actor.displayName, key: id })
      return done(id, studio, personId, 'studio_wish.applied', { role })
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'is_asked' : null),
  })
}

export type WishAnswer = 'accepted' | 'declined' | 'withdrawn'

/**
 * The other side's yes or no, or the own side's withdrawal. A yes takes the seat and the turn, from today or the studio's first day to the end
 * of its term.
 */
export function answerWish(
  db: PrismaClient,
  actor: Actor,
  { id, version, answer, formKey }: { id: string; version: number; answer: WishAnswer } & Keyed,
  today: PlainDate,
): Promise<MemberOutcome> {
  return perform(db, actor, {
    name: 'answerWish',
    input: { id, version, answer, formKey },
    async lock(tx) {
      const { studioId } = (await tx.studioWish.findUnique({ where: { id } })) ?? refuse('not_found')
      const studio = await lockStanding(tx, studioId, today)
      const wish = await tx.studioWish.findUniqueOrThrow({ where: { id } })
      const sides = { studio: studio.leaderId === actor.personId, person: wish.personId === actor.personId }
      const asks = wish.kind === 'invited' ? 'studio' : 'person'
      const answers = asks === 'studio' ? 'person' : 'studio'
      if (!sides.studio && !sides.person) refuse('not_found')
      if (!sides[answer === 'withdrawn' ? asks : answers]) refuse('not_allowed')
      if (wish.state !== 'open') refuse('wrong_state')
      if (wish.version !== version) refuse('stale')
      return { wish, studio }
    },
    async write(tx, { wish, studio }) {
      const { personId, kind } = wish
      const role = wish.role as JoinedRole
      if (answer === 'accepted') await takeSeat(tx, studio, { personId, role }, today)
      await tx.studioWish.update({
        where: { id },
        data: { state: answer, decidedAt: new Date(), version: { increment: 1 } },
      })
      if (answer !== 'withdrawn') {
        const topic = `notice.studio_wish_${answer}` as const
        if (kind === 'applied') await tellMember(tx, topic, { studio, personId, key: id })
        else await tellStudioLeader(tx, topic, { studio, name: actor.displayName, key: id })
      }
      return done(id, studio, personId, `studio_wish.${answer}`, { role })
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'taken' : null),
  })
}

/** A member leaves, or the leader lets them go: they belong to it to the end of today. The leader stays as long as the studio. */
export function endMembership(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string; why: string } & Keyed,
  today: PlainDate,
): Promise<MemberOutcome> {
  const { id, why } = wish
  return perform(db, actor, {
    name: 'endMembership',
    input: wish,
    async lock(tx) {
      const { studioId } = (await tx.studioMember.findUnique({ where: { id } })) ?? refuse('not_found')
      const studio = await lockStanding(tx, studioId, today)
      const member = await tx.studioMember.findUniqueOrThrow({ where: { id } })
      if (![studio.leaderId, member.personId].includes(actor.personId ?? '')) refuse('not_found')
      if (member.role === 'leader') refuse('leads')
      if (member.leftWhy !== null || fromDbDate(member.validTo) <= today) refuse('wrong_state')
      return { member, studio }
    },
    async write(tx, { member, studio }) {
      const { personId, validFrom } = member
      const first = fromDbDate(validFrom)
      const after = addDays(first > today ? first : today, 1)
      const validTo = toDbDate(after)
      await tx.studioMember.update({ where: { id }, data: { validTo, leftWhy: why } })
      const running = { studioId: studio.id, validTo: { gt: validTo } }
      const inPair = { OR: [{ mentorId: personId }, { traineeId: personId }] }
      await tx.studioPair.updateMany({
        where: { ...running, ...inPair, validFrom: { lt: validTo } },
        data: { validTo },
      })
      await freeDates(tx, studio.id, personId, after)
      const isOwn = personId === actor.personId
      if (isOwn)
        await tellStudioLeader(tx, 'notice.studio_left', { studio, name: actor.displayName, key: id })
      else await tellMember(tx, 'notice.studio_ended', { studio, personId, key: id })
      return done(id, studio, personId, isOwn ? 'studio_member.left' : 'studio_member.ended', { why })
    },
  })
}

/** Nobody is booked for what comes after they have left. */
async function freeDates(tx: Db, studioId: string, personId: string, from: PlainDate): Promise<void> {
  await tx.studioBooking.deleteMany({
    where: { key: `person:${personId}`, startsAt: { gte: midnightOf(from) }, activity: { studioId } },
  })
}

type Standing = Awaited<ReturnType<typeof lockStanding>>

/** The studio as long as it stands or is to, with its leader. */
export async function lockStanding(tx: Db, studioId: string, today: PlainDate) {
  await tx.$queryRaw`select id from studio where id = ${studioId}::uuid for no key update`
  const studio = await tx.studio.findUnique({ where: { id: studioId } })
  if (!studio) return refuse('not_found')
  if (studio.dissolvedOn || fromDbDate(studio.validTo) <= today) refuse('dissolved')
  const leader = await tx.studioMember.findFirst({
    where: { studioId, role: 'leader', validTo: { gt: toDbDate(today) } },
    select: { personId: true },
  })
  const { id, name, orgId, validFrom, validTo } = studio
  return { id, name, orgId, validFrom, validTo, leaderId: leader?.personId ?? null }
}

type Joining = { personId: string; role: JoinedRole }

/** The seat and the turn that somebody would take; refuses where there is none. */
async function seatIn(tx: Db, studio: Standing, { personId, role }: Joining, today: PlainDate) {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid for no key update`
  const found = await candidate(tx, personId, today)
  if (!found) return refuse('not_teaching')
  if (!found.lineage.includes(studio.orgId)) refuse('not_of_area')
  const validFrom = fromDbDate(studio.validFrom) > today ? studio.validFrom : toDbDate(today)
  const overlapping = { validTo: { gt: validFrom }, validFrom: { lt: studio.validTo } }
  const members = await tx.studioMember.findMany({ where: { studioId: studio.id, ...overlapping } })
  if (members.some((one) => one.personId === personId)) refuse('is_member')
  const policies = await policiesAt(tx, studio.orgId, today)
  const seats = members.filter((one) => one.role === role).map(({ seat }) => seat)
  const free = seatFor({ role, isRural: found.isRural }, seats, policies)
  if ('refusal' in free) return refuse(free.refusal)
  const roles = role === 'trainee' ? ['trainee'] : ['leader', 'core']
  const turns = await tx.studioMember.findMany({ where: { personId, role: { in: roles }, ...overlapping } })
  const turn = turnFor(
    role,
    turns.map((one) => one.turn),
    policies,
  )
  if (turn === null) return refuse('no_turn')
  return { seat: free.seat, turn, validFrom, validTo: studio.validTo }
}

async function takeSeat(tx: Db, studio: Standing, { personId, role }: Joining, today: PlainDate) {
  const place = await seatIn(tx, studio, { personId, role }, today)
  await tx.studioMember.create({ data: { id: newId(), studioId: studio.id, personId, role, ...place } })
}

function done(
  id: string,
  { orgId, id: studioId }: Standing,
  personId: string,
  action: string,
  after: Readonly<Record<string, string>>,
) {
  const subject = `${action.split('.')[0]}:${id}`
  const events: AuditEvent[] = [
    { action, organisationId: orgId, personId, subject, after: { studioId, ...after } },
  ]
  return { done: { id }, events }
}
