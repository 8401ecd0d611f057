/** A host that never answers: it is reminded once, and when the date has come without its word the people and the room are free again. */
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { addWorkingDays } from '#app/platform/calendar/working-days.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { clockOf } from './activity.ts'
import { tellLeader, tellUnanswered } from './tell.server.ts'

const house = { accountId: null, displayName: 'Shizi' }

export async function sweepUnanswered(): Promise<void> {
  const { db } = await database()
  await lapse(db, new Date())
  await remind(db, today())
}

/** What was asked for a time that has begun is asked no more. */
export async function lapse(db: PrismaClient, now: Date): Promise<void> {
  const late = await db.studioActivity.findMany({
    where: { state: 'asked', startsAt: { lte: now } },
    select: { id: true },
  })
  for (const { id } of late)
    await db.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ state: string }[]>`
        select state from studio_activity where id = ${id}::uuid for update`
      if (row?.state !== 'asked') return
      const activity = await tx.studioActivity.update({
        where: { id },
        data: { state: 'lapsed', version: { increment: 1 }, sequence: { increment: 1 } },
        include: { host: { select: { name: true } } },
      })
      await tellLeader(tx, 'notice.studio_lapsed', { activity, school: activity.host.name, note: '' })
      await tx.studioBooking.updateMany({ where: { activityId: id }, data: { isReleased: true } })
      await appendAudit(tx, house, [
        {
          ...{ action: 'studio_activity.lapsed', organisationId: activity.hostId },
          subject: `studio_activity:${id}`,
        },
      ])
    })
}

/** Host and leader are reminded of what was asked so many working days ago; once a date. */
export async function remind(db: PrismaClient, day: PlainDate): Promise<void> {
  const waiting = await db.studioActivity.findMany({
    where: { state: 'asked', isReminded: false },
    include: {
      studio: { select: { orgId: true, name: true } },
      host: { select: { name: true } },
      answers: true,
    },
  })
  const open = waiting.filter(({ answers, sequence }) => answers.every((one) => one.sequence !== sequence))
  if (open.length === 0) return
  const policies = await policiesAtEach(
    db,
    open.map(({ studio }) => ({ organisationId: studio.orgId, day })),
  )
  const asked = open.map(({ askedAt }) => clockOf(askedAt).day)
  const overrides = await overridesFrom(db, [...asked].sort()[0] ?? day)
  for (const [at, activity] of open.entries()) {
    const days = policies[at]?.use('studios.days_to_answer').value ?? 0
    if (addWorkingDays(asked[at] ?? day, days, overrides) > day) continue
    await db.$transaction(async (tx) => {
      await tx.studioActivity.update({ where: { id: activity.id }, data: { isReminded: true } })
      await tellUnanswered(tx, activity, activity.studio.name)
      await tellLeader(tx, 'notice.studio_unanswered', { activity, school: activity.host.name, note: '' })
    })
  }
}
