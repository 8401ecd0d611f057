/** Steps that are nearly due are told of 催办; those long overdue are opened to the same post above 超期上报. */
import { type AuditAuthor, appendAudit } from '#app/platform/audit/append.server.ts'
import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { addWorkingDays, type CalendarOverrides } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma, type PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { Policies } from '#app/platform/policy/known-policies.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'

const { sql } = Prisma
const AT_ONCE = 500
/** Comes before every id. */
const noCase = '00000000-0000-0000-0000-000000000000'
/** The longest that ten working days take, the spring holiday in the middle. */
const FURTHEST_DAYS = 30

type Wait = {
  caseId: string
  organisationId: string
  forOrgId: string
  action: string
  dueOn: Date
  /** The county's bureau above a school, the prefecture's above that. */
  aboveId: string | null
  caseOrgId: string
}

/** Tells those whom a case waits for, once, so many working days before it is due. */
export async function remind(db: PrismaClient, by: AuditAuthor, today: PlainDate): Promise<void> {
  const soon = sql`w.due_on <= ${addDays(today, FURTHEST_DAYS)}::date and not w.is_reminded`
  await inRounds(db, soon, today, async (tx, waits, overrides) => {
    const near = waits.filter(({ dueOn, policies }) => {
      const days = policies.use('approvals.remind_days').value
      return fromDbDate(dueOn) <= addWorkingDays(today, days, overrides)
    })
    await mark(tx, near, sql`is_reminded = true`)
    await tell(tx, by, near, 'reminded')
  })
}

/** Opens what is overdue for so many working days to the same post above as well. */
export async function escalate(db: PrismaClient, by: AuditAuthor, today: PlainDate): Promise<void> {
  const overdue = sql`w.due_on < ${today}::date and not w.is_escalated`
  await inRounds(db, overdue, today, async (tx, waits, overrides) => {
    const late = waits.filter(({ dueOn, policies }) => {
      const days = policies.use('approvals.escalate_days').value
      return addWorkingDays(fromDbDate(dueOn), days, overrides) < today
    })
    const above = late.flatMap((wait) => (wait.aboveId ? [{ ...wait, organisationId: wait.aboveId }] : []))
    await mark(tx, late, sql`is_escalated = true`)
    await tx.approvalWait.createMany({
      data: above.map(({ caseId, organisationId, forOrgId, action, dueOn }) => ({
        ...{ caseId, organisationId, forOrgId, action, dueOn, isReminded: true, isEscalated: true },
      })),
      skipDuplicates: true,
    })
    await tell(tx, by, above, 'escalated')
  })
}

type Look = (
  tx: Db,
  waits: readonly (Wait & { policies: Policies })[],
  overrides: CalendarOverrides,
) => Promise<void>

/** Looks at all such waits, case by case: what it is not the time for yet must not keep the rest from being looked at. */
async function inRounds(db: PrismaClient, such: Prisma.Sql, today: PlainDate, look: Look): Promise<void> {
  let after: string | undefined = noCase
  while (after) {
    const from: string = after
    after = await db.$transaction((tx) => round(tx, from, such, today, look))
  }
}

/** Up to which case all have been looked at; undefined at the end. */
async function round(
  tx: Db,
  after: string,
  such: Prisma.Sql,
  today: PlainDate,
  look: Look,
): Promise<string | undefined> {
  const waits = await tx.$queryRaw<Wait[]>`
    select w.case_id as "caseId", w.organisation_id as "organisationId", w.for_org_id as "forOrgId", w.action, w.due_on as "dueOn",
      c.organisation_id as "caseOrgId", case when o.county_id <> o.id then o.county_id
        when o.prefecture_id <> o.id then o.prefecture_id end as "aboveId"
    from approval_wait w join approval_case c on c.id = w.case_id join organisation o on o.id = w.organisation_id
    where ${such} and c.id > ${after}::uuid
    order by c.id limit ${AT_ONCE} for update of c skip locked`
  const last = waits.at(-1)
  if (!last) return
  const asked = waits.map(({ organisationId }) => ({ organisationId, day: today }))
  const policies = await policiesAtEach(tx, asked)
  const first = fromDbDate(new Date(Math.min(...waits.map(({ dueOn }) => +dueOn))))
  const overrides = await overridesFrom(tx, first < today ? first : today)
  const known = waits.flatMap((wait, at) => (policies[at] ? [{ ...wait, policies: policies[at] }] : []))
  await look(tx, known, overrides)
  // A case that stands on the edge of a round is looked at again: its other waits may not have had room.
  if (waits.length < AT_ONCE) return
  const before = waits.findLast(({ caseId }) => caseId !== last.caseId)
  return before?.caseId ?? last.caseId
}

async function mark(tx: Db, waits: readonly Wait[], marked: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    update approval_wait w set ${marked}
    from unnest(${waits.map(({ caseId }) => caseId)}::uuid[],
      ${waits.map(({ organisationId }) => organisationId)}::uuid[]) as such (case_id, organisation_id)
    where w.case_id = such.case_id and w.organisation_id = such.organisation_id`
}

/** An entry a case, and in the trail whom it now waits for. */
async function tell(
  tx: Db,
  by: AuditAuthor,
  waits: readonly Wait[],
  kind: 'reminded' | 'escalated',
): Promise<void> {
  await tx.$executeRaw`
    insert into approval_entry (case_id, number, kind, by_name)
    select id, (select count(*) from approval_entry e where e.case_id = c.id) + 1, ${kind}, ${by.displayName}
    from approval_case c where id = any(${waits.map(({ caseId }) => caseId)}::uuid[])`
  const events = waits.map(({ caseId, caseOrgId, organisationId }) => ({
    ...{ action: `case.${kind}`, organisationId: caseOrgId, subject: `case:${caseId}` },
    after: { organisationId },
  }))
  await appendAudit(tx, by, events)
}
