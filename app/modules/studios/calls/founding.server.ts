/** What the founding of studios asks of the engine: whose word it needs, what the public notice shows, and what follows from the decision. */
import { scopeOf } from '#app/platform/access/actor.ts'
import type { ApprovalProcess, DecidedCase, NoticeRow } from '#app/platform/approvals/process.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addYears } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { accountOf, notify } from '#app/platform/notifications/notify.server.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { teachingText } from '../words.server.ts'
import { callIdOf } from './founding.ts'

const { sql } = Prisma

const proposed = (subject: string) => sql`
  studio_application a join person p on p.id = a.person_id join organisation s on s.id = a.school_id
  where a.call_id = ${callIdOf(subject)}::uuid and a.state = 'proposed'`

/** Every school at which a studio would stand. */
export async function homeSchools(tx: Db, subject: string): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`select distinct a.school_id as id from ${proposed(subject)}`
  return rows.map(({ id }) => id)
}

export function noticeRows(tx: Db, subject: string): Promise<NoticeRow[]> {
  return tx.$queryRaw<NoticeRow[]>`
    select p.name, s.name as organisation, a.name as note from ${proposed(subject)} order by s.sort_key, p.id`
}

/** Who is proposed, of the schools within the reader's reach. */
export const factsFor: NonNullable<ApprovalProcess['facts']> = async (reading, subject) => {
  const { db, actor, t, locale } = reading
  const rows = await db.$queryRaw<
    { name: string; school: string; studio: string; stage: string; subject: string }[]
  >`
    select p.name, s.name as school, a.name as studio, a.stage, a.subject from ${proposed(subject)}
      and s.lineage && ${scopeOf(actor, 'studios:read')}::uuid[]
    order by s.sort_key, p.id`
  return [
    { term: t('studios.fact_vouched'), value: t('studios.fact_vouched_about') },
    ...rows.map((one) => ({
      term: one.studio,
      value: t('studios.fact_proposed', {
        ...{ name: one.name, school: one.school },
        teaching: teachingText(one, { t, locale }),
      }),
    })),
  ]
}

/** Approved, the studios stand; refused or taken back, the call is where it was before. */
export async function followFounding(tx: Db, cases: readonly DecidedCase[]): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  for (const { subject, outcome } of cases) {
    const call = await tx.studioCall.findFirst({ where: { id: callIdOf(subject), state: 'proposed' } })
    if (!call) continue
    if (outcome === 'approved') events.push(...(await foundStudios(tx, call)))
    else {
      await tx.studioApplication.updateMany({
        where: { callId: call.id, state: 'proposed' },
        data: { state: 'sent' },
      })
      await tx.studioCall.update({
        where: { id: call.id },
        data: { state: 'scoring', version: { increment: 1 } },
      })
      const about = { organisationId: call.orgId, subject }
      events.push({ action: 'studio_call.proposal_refused', ...about, after: { outcome } })
    }
  }
  return events
}

type Call = NonNullable<Awaited<ReturnType<Db['studioCall']['findFirst']>>>

/** Who has meanwhile joined another studio as leader or core member is left out, and told. */
async function foundStudios(tx: Db, call: Call): Promise<AuditEvent[]> {
  const policies = await policiesAt(tx, call.orgId, today())
  const years = policies.use('studios.term_years').value
  const validFrom = call.termFrom
  const validTo = toDbDate(addYears(fromDbDate(validFrom), years))
  const applications = await tx.studioApplication.findMany({
    where: { callId: call.id, state: { in: ['sent', 'proposed'] } },
    orderBy: { personId: 'asc' },
  })
  const events: AuditEvent[] = []
  for (const one of applications) {
    const { id: applicationId, personId, schoolId, stage, subject, name } = one
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for no key update`
    const isFounded = one.state === 'proposed' && !(await isEngaged(tx, personId, { validFrom, validTo }))
    await tx.studioApplication.update({
      where: { id: applicationId },
      data: { state: isFounded ? 'founded' : 'refused', version: { increment: 1 } },
    })
    const id = newId()
    if (isFounded) {
      await tx.studio.create({
        data: {
          ...{ id, applicationId, name, tier: call.tier, orgId: call.orgId, schoolId, stage, subject },
          ...{ validFrom, validTo },
          members: { create: { id: newId(), personId, role: 'leader', validFrom, validTo } },
        },
      })
      const about = { organisationId: schoolId, personId, subject: `studio:${id}` }
      events.push({ action: 'studio.founded', ...about, after: { name, callId: call.id } })
    }
    const accountId = await accountOf(tx, personId)
    if (accountId)
      await notify(tx, [
        {
          ...{ accountId, key: `studios.decided:${applicationId}`, values: { name, title: call.title } },
          topic: isFounded ? 'notice.studio_founded' : 'notice.studio_refused',
          href: `/me/studios/calls/${call.id}`,
        },
      ])
  }
  await tx.studioCall.update({
    where: { id: call.id },
    data: { state: 'decided', version: { increment: 1 } },
  })
  return events
}

async function isEngaged(
  tx: Db,
  personId: string,
  { validFrom, validTo }: { validFrom: Date; validTo: Date },
) {
  const found = await tx.studioMember.findFirst({
    where: {
      personId,
      role: { in: ['leader', 'core'] },
      validFrom: { lt: validTo },
      validTo: { gt: validFrom },
    },
    select: { id: true },
  })
  return found !== null
}
