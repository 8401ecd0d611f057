/** Tells everybody concerned of what becomes of an activity. */
import { roleAllows, roleNames } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'
import { clockOf } from './activity.ts'

type Told = {
  id: string
  studioId: string
  title: string
  hostId: string
  startsAt: Date
  sequence: number
}

const hostRoles = () => roleNames.filter((role) => roleAllows(role, 'studios:host'))

/** Accounts that answer for schools. */
export async function answering(tx: Db, schoolIds: readonly string[]): Promise<string[]> {
  if (schoolIds.length === 0) return []
  const found = await tx.grant.findMany({
    where: {
      organisationId: { in: [...schoolIds] },
      role: { in: hostRoles() },
      account: { disabledAt: null },
    },
    select: { accountId: true },
  })
  return [...new Set(found.map(({ accountId }) => accountId))]
}

/** Accounts that people hold and use. */
export async function accountsOf(tx: Db, personIds: readonly string[]): Promise<string[]> {
  const found = await tx.account.findMany({
    where: { personId: { in: [...personIds] }, disabledAt: null },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}

/** Those of the studio whose time an activity takes, the leader among them. */
export async function bookedPeople(tx: Db, activityId: string): Promise<string[]> {
  const found = await tx.studioBooking.findMany({
    where: { activityId, key: { startsWith: 'person:' } },
    select: { key: true },
  })
  return found.map(({ key }) => key.slice('person:'.length))
}

const valuesOf = ({ title, startsAt }: Told, studio: string) => {
  const { day, clock } = clockOf(startsAt)
  return { title, day, clock, studio }
}

/** The host is asked, where it is another school than the studio's; the members are told. */
export async function tellScheduled(
  tx: Db,
  {
    studio,
    activity,
    people,
    schools,
  }: {
    studio: { id: string; name: string }
    activity: Omit<Told, 'studioId' | 'sequence'> & { state: string }
    people: readonly string[]
    /** That it is for, beside the host. */
    schools: readonly string[]
  },
): Promise<void> {
  const told = { ...activity, studioId: studio.id, sequence: 0 }
  const values = valuesOf(told, studio.name)
  const of = (accountId: string, topic: ServerKey, href: string) => ({
    ...{ accountId, topic, values, href, key: `${topic}:${activity.id}:0` },
  })
  const hosts = activity.state === 'asked' ? await answering(tx, [activity.hostId]) : []
  const members = await accountsOf(tx, people)
  const others = await answering(tx, schools)
  await notify(tx, [
    ...others.map((one) => of(one, 'notice.studio_for_you', visitHref(activity))),
    ...hosts.map((one) => of(one, 'notice.studio_asked', visitHref(activity))),
    ...members.map((one) => of(one, 'notice.studio_invited', ownHref(told))),
  ])
}

const visitHref = ({ id }: Pick<Told, 'id'>) => `/studios/visits/${id}`
const ownHref = ({ studioId, id }: Told) => `/me/studios/${studioId}/activities/${id}`

/** Host, schools it is for and members alike: moved, cancelled, a date taken or not. `activity` is as it is now. */
export async function tellOfChange(tx: Db, topic: ServerKey, activity: Told): Promise<void> {
  const studio = await tx.studio.findUniqueOrThrow({
    where: { id: activity.studioId },
    select: { name: true, schoolId: true },
  })
  const values = valuesOf(activity, studio.name)
  const key = `${topic}:${activity.id}:${activity.sequence}`
  const targets = await tx.studioTarget.findMany({ where: { activityId: activity.id } })
  const schools = [activity.hostId, ...targets.map(({ schoolId }) => schoolId)]
  const hosts = await answering(
    tx,
    schools.filter((id) => id !== studio.schoolId),
  )
  const members = await accountsOf(tx, await bookedPeople(tx, activity.id))
  await notify(tx, [
    ...hosts.map((accountId) => ({ accountId, topic, values, key, href: visitHref(activity) })),
    ...members.map((accountId) => ({ accountId, topic, values, key, href: ownHref(activity) })),
  ])
}

/** What the host school said. */
export async function tellLeader(
  tx: Db,
  topic: ServerKey,
  { activity, school, note }: { activity: Told; school: string; note: string },
): Promise<void> {
  const { studioId, id, sequence } = activity
  const leader = await tx.studioMember.findFirst({
    where: { studioId, role: 'leader' },
    orderBy: { validTo: 'desc' },
    select: { personId: true },
  })
  const accounts = await accountsOf(tx, leader ? [leader.personId] : [])
  const values = { ...valuesOf(activity, ''), school, note }
  await notify(
    tx,
    accounts.map((accountId) => ({
      ...{ accountId, topic, values, href: ownHref(activity), key: `${topic}:${id}:${sequence}` },
    })),
  )
}

/** The host is asked to say that it was so. */
export async function tellHeld(tx: Db, activity: Told): Promise<void> {
  const studio = await tx.studio.findUniqueOrThrow({
    where: { id: activity.studioId },
    select: { name: true },
  })
  await tellHost(tx, 'notice.studio_held', activity, studio.name)
}

/** The host is asked once more. */
export function tellUnanswered(tx: Db, activity: Told, studio: string): Promise<void> {
  return tellHost(tx, 'notice.studio_reminded', activity, studio)
}

async function tellHost(tx: Db, topic: ServerKey, activity: Told, studio: string): Promise<void> {
  const accounts = await answering(tx, [activity.hostId])
  const key = `${topic}:${activity.id}:${activity.sequence}`
  await notify(
    tx,
    accounts.map((accountId) => ({
      ...{ accountId, topic, key, values: valuesOf(activity, studio), href: visitHref(activity) },
    })),
  )
}

/** Teachers who were there are asked whether they use it; each by an address of their own. */
export async function tellListeners(
  tx: Db,
  activity: Told,
  listeners: readonly { personId: string; secret: string }[],
): Promise<void> {
  const held = await tx.account.findMany({
    where: { personId: { in: listeners.map(({ personId }) => personId) }, disabledAt: null },
    select: { id: true, personId: true },
  })
  const topic = 'notice.studio_use'
  await notify(
    tx,
    held.flatMap(({ id: accountId, personId }) => {
      const listener = listeners.find((one) => one.personId === personId)
      if (!listener) return []
      const key = `${topic}:${activity.id}`
      return [{ accountId, topic, key, values: valuesOf(activity, ''), href: `/uses/${listener.secret}` }]
    }),
  )
}
