/** What time alone does to cases: a step long overdue is opened to the same post above, and a notice whose days are over ends. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { addWorkingDays } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { lockCases } from './case-facts.server.ts'
import { writeMoves } from './case-writes.server.ts'
import { movedTo } from './move.ts'
import { endNotices } from './notices.server.ts'

const AT_ONCE = 500
/** Comes before every id. */
const noCase = '00000000-0000-0000-0000-000000000000'

/** Nobody: holds nothing and is no party. What time does is signed by the house. */
const house: Actor = {
  accountId: '00000000-0000-7000-8000-000000000000',
  displayName: 'Shizi',
  ...{ personId: null, organisationId: '', grants: [] },
}
const author = { accountId: null, displayName: house.displayName }

/** Both, as often as one likes and in any number of processes: what one has locked the others leave out. */
export async function advanceCases(db: PrismaClient, today: PlainDate): Promise<void> {
  // What is overdue, but not long enough, must not keep the rest from being looked at.
  let round: Round = { after: noCase, isLast: false }
  while (!round.isLast) {
    const { after }: Round = round
    round = await db.$transaction((tx) => escalate(tx, after, today))
  }
  await db.$transaction((tx) => concludeNotices(tx, today))
}

/** Up to which case all have been looked at. */
type Round = { after: string; isLast: boolean }

type OverdueWait = {
  caseId: string
  organisationId: string
  forOrgId: string
  action: string
  dueOn: Date
  /** The county's bureau above a school, the prefecture's above that. */
  aboveId: string | null
  caseOrgId: string
}

/** A round of the cases after that id. */
async function escalate(tx: Db, after: string, today: PlainDate): Promise<Round> {
  const overdue = await tx.$queryRaw<OverdueWait[]>`
    select w.case_id as "caseId", w.organisation_id as "organisationId", w.for_org_id as "forOrgId", w.action, w.due_on as "dueOn",
      c.organisation_id as "caseOrgId", case when o.county_id <> o.id then o.county_id
        when o.prefecture_id <> o.id then o.prefecture_id end as "aboveId"
    from approval_wait w join approval_case c on c.id = w.case_id join organisation o on o.id = w.organisation_id
    where w.due_on < ${today}::date and not w.is_escalated and c.id > ${after}::uuid
    order by c.id limit ${AT_ONCE} for update of c skip locked`
  const policies = await policiesAtEach(
    tx,
    overdue.map(({ organisationId }) => ({ organisationId, day: today })),
  )
  const last = overdue.at(-1)
  if (!last) return { after, isLast: true }
  const overrides = await overridesFrom(
    tx,
    fromDbDate(new Date(Math.min(...overdue.map((one) => +one.dueOn)))),
  )
  const late = overdue.filter((wait, at) => {
    const days = policies[at]?.use('approvals.escalate_days').value ?? 0
    return addWorkingDays(fromDbDate(wait.dueOn), days, overrides) < today
  })
  const above = late.flatMap(({ aboveId, ...wait }) =>
    aboveId ? [{ ...wait, organisationId: aboveId }] : [],
  )
  await tx.$executeRaw`
    update approval_wait w set is_escalated = true
    from unnest(${late.map(({ caseId }) => caseId)}::uuid[],
      ${late.map(({ organisationId }) => organisationId)}::uuid[]) as late (case_id, organisation_id)
    where w.case_id = late.case_id and w.organisation_id = late.organisation_id`
  await tx.approvalWait.createMany({
    data: above.map(({ caseId, organisationId, forOrgId, action, dueOn }) => ({
      ...{ caseId, organisationId, forOrgId, action, dueOn, isEscalated: true },
    })),
    skipDuplicates: true,
  })
  await tx.$executeRaw`
    insert into approval_entry (case_id, number, kind, by_name)
    select id, (select count(*) from approval_entry e where e.case_id = c.id) + 1, 'escalated', ${author.displayName}
    from approval_case c where id = any(${above.map(({ caseId }) => caseId)}::uuid[])`
  const events = above.map(({ caseId, caseOrgId, organisationId }) => ({
    ...{ action: 'case.escalated', organisationId: caseOrgId, subject: `case:${caseId}` },
    after: { organisationId },
  }))
  await appendAudit(tx, author, events)
  return { after: last.caseId, isLast: overdue.length < AT_ONCE }
}

/** A notice ends when its last day is over and every objection has its answer: the case is then approved. */
async function concludeNotices(tx: Db, today: PlainDate): Promise<void> {
  const over = await tx.$queryRaw<{ id: string }[]>`
    select c.id from public_notice n join approval_case c on c.id = n.case_id
    where n.state = 'running' and n.last_day < ${today}::date
      and not exists (select from notice_objection o where o.notice_id = n.id and o.answer is null)
    order by c.id limit ${AT_ONCE} for update of c skip locked`
  const cases = await lockCases(
    tx,
    house,
    over.map(({ id }) => id),
    today,
  )
  const moved = cases.flatMap((one) => {
    const to = movedTo(one, 'conclude')
    return to ? [{ case: one, to, by: author, comment: '' }] : []
  })
  if (moved.length === 0) return
  await appendAudit(tx, author, await writeMoves(tx, 'conclude', moved, today))
  await endNotices(
    tx,
    moved.map((one) => one.case.id),
    'ended',
  )
}
