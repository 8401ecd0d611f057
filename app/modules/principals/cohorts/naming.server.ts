/** What the list of a cohort asks of the engine: what the public notice shows, and what follows from the decision. */
import type { ApprovalProcess, DecidedCase, NoticeRow } from '#app/platform/approvals/process.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { cohortEvent } from './cohorts.commands.server.ts'
import { cohortIdOf } from './naming.ts'
import { tellCandidates } from './tell.server.ts'

const { sql } = Prisma

/** Those for whom there is a place. */
const proposed = (subject: string) => sql`
  principal_candidate c join principal_cohort h on h.id = c.cohort_id join person p on p.id = c.person_id
  join organisation s on s.id = c.school_id
  where c.cohort_id = ${cohortIdOf(subject)}::uuid and c.position <= h.places`

export function noticeRows(tx: Db, subject: string): Promise<NoticeRow[]> {
  return tx.$queryRaw<NoticeRow[]>`
    select p.name, s.name as organisation, '' as note from ${proposed(subject)} order by s.sort_key, p.id`
}

/** Who is proposed, in the order of the list. */
export const factsFor: NonNullable<ApprovalProcess['facts']> = async ({ db, t }, subject) => {
  const rows = await db.$queryRaw<{ name: string; school: string; position: number }[]>`
    select p.name, s.name as school, c.position from ${proposed(subject)} order by c.position`
  return rows.map(({ name, school, position }) => ({
    term: t('principals.fact_position', { position }),
    value: t('principals.fact_proposed', { name, school }),
  }))
}

/** Approved, everybody on the list can say yes to a place; refused or taken back, the list is undone. */
export async function followList(tx: Db, cases: readonly DecidedCase[]): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  for (const { subject, outcome } of cases) {
    const cohort = await tx.principalCohort.findFirst({
      where: { id: cohortIdOf(subject), state: 'proposed' },
    })
    if (!cohort) continue
    const { id } = cohort
    const state = outcome === 'approved' ? 'cultivating' : 'defence'
    await tx.principalCohort.update({ where: { id }, data: { state, version: { increment: 1 } } })
    const onList = { cohortId: id, position: { not: null }, state: 'recommended' }
    if (outcome !== 'approved') {
      await tx.principalCandidate.updateMany({ where: onList, data: { position: null } })
      events.push(cohortEvent('principal_cohort.list_refused', cohort, { outcome }))
      continue
    }
    const listed = await tx.principalCandidate.findMany({ where: onList, orderBy: { position: 'asc' } })
    await tx.principalCandidate.updateMany({
      where: onList,
      data: { state: 'listed', version: { increment: 1 } },
    })
    await tellCandidates(
      tx,
      'notice.principal_listed',
      listed.map((one) => ({ ...one, cohort, values: { position: one.position ?? 0 } })),
    )
    events.push(cohortEvent('principal_cohort.listed', cohort, { count: listed.length }))
  }
  return events
}
