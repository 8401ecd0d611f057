/**
 * A round of the largest county of the imported roster, the whole way: 300 posts made from its schools, its teachers volunteer, matched,
 * approved by everybody who has a word, past the public notice, and in force in the registry.
 */

import { requestPlan } from '#app/modules/exchange/plans/plans.commands.server.ts'
import { solvePlan } from '#app/modules/exchange/plans/plans.job.server.ts'
import { submitPlan } from '#app/modules/exchange/plans/submission.commands.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { advanceCases } from '#app/platform/approvals/advance.job.server.ts'
import { decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { addDays, addYears } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { actorWith } from '#test/factories/registry.ts'
import { type Finding, say } from './report.ts'

const POSTS = 300
const VOLUNTEERS = 2_000
/** Days after which a step is long overdue, and a notice over. */
const LONG = 60

export async function roundOnFile(opened: Database, schoolYear: number): Promise<Finding> {
  const { db } = opened
  const county = await largestCounty(opened)
  const roundId = await openedRound(opened, county, schoolYear)
  const bureau = await actorWith(db, 'registrar', county.id)
  const began = performance.now()
  const asked = await requestPlan(db, bureau, { roundId })
  if (!asked.ok) throw new Error(`no plan: ${asked.reason}`)
  await solvePlan(db, asked.id)
  const plan = await db.exchangePlan.findUniqueOrThrow({ where: { id: asked.id } })
  const placed = await db.exchangePlacement.count({ where: { planId: asked.id } })
  const seconds = (performance.now() - began) / 1000
  say(`round of ${county.name}: ${plan.state}, ${placed} placed in ${seconds.toFixed(1)} s`)
  const sent = await submitPlan(db, bureau, { roundId, planId: asked.id }, today())
  if (!sent.ok) throw new Error(`not sent: ${sent.reason}`)
  await approveAll(opened, county)
  const postings = await db.exchangePosting.count({ where: { planId: asked.id } })
  const standing = await db.appointment.count({
    where: { isMain: false, startReason: 'posted', exchangePosting: { planId: asked.id } },
  })
  return {
    case: `round of one county of it, ${POSTS} posts: matched, approved, in force`,
    figure: `${placed} placed in ${seconds.toFixed(1)} s`,
    beside: `${postings} postings, ${standing} in the registry`,
    value: Math.abs(placed - postings) + Math.abs(postings - standing),
    shown: `${Math.abs(placed - postings) + Math.abs(postings - standing)} differ`,
    bound: { atMost: 0 },
    details: { county: county.name, result: plan.result },
  }
}

type County = { id: string; name: string; prefectureId: string }

async function largestCounty({ db }: Database): Promise<County> {
  const [found] = await db.$queryRaw<County[]>`
    select o.id, o.name, o.prefecture_id as "prefectureId" from roster_entry e join organisation o on o.id = e.county_id
    group by o.id, o.name, o.prefecture_id order by count(*) desc limit 1`
  if (!found) throw new Error('the file has no county')
  return found
}

/** The file knows no subjects: everybody is given one by their number. Posts stand at schools of that stage, in turn. */
async function openedRound(
  { db, executeSql }: Database,
  county: County,
  schoolYear: number,
): Promise<string> {
  const id = newId()
  const day = (month: number) => new Date(`${schoolYear}-0${month}-01`)
  const windows = { needsUntil: day(3), volunteersUntil: day(4), contestUntil: day(5) }
  await db.exchangeRound.create({ data: { id, orgId: county.id, schoolYear, ...windows } })
  // The file is of years ago, and what is approved today begins today: the posts run on.
  const dates = `'${schoolYear}-09-01'::date, '${addYears(today(), 1)}'::date`
  const there = `e.county_id = '${county.id}' and e.valid_from <= '${schoolYear}-09-01' and e.valid_to > '${schoolYear}-09-01'`
  await executeSql(`
    update roster_entry e set subject = (array['chinese', 'mathematics', 'english', 'music'])[1 + abs(hashtext(e.staff_number)) % 4]
    where e.county_id = '${county.id}'`)
  await executeSql(`
    insert into exchange_need (id, round_id, org_id, form, stage, subject, places, valid_from, valid_to)
    select gen_random_uuid(), '${id}', org_id, 'fixed_term', stage, subject, 1, ${dates}
    from (select distinct e.org_id, e.stage, e.subject from roster_entry e
      where ${there} and e.stage is not null and e.subject is not null order by 1, 2, 3 limit ${POSTS}) post`)
  await db.exchangeRound.update({
    where: { id },
    data: { state: 'volunteering', needsLockedAt: new Date(), needsLockedByName: 'bench' },
  })
  await executeSql(`
    insert into exchange_application (id, round_id, person_id, state, submitted_at, points, accepts_other)
    select gen_random_uuid(), '${id}', person_id, 'submitted', now(), 1000 + abs(hashtext(staff_number)) % 1000, true
    from (select e.* from roster_entry e where ${there} and e.stage is not null and e.status = 'in_post'
      order by hashtext(e.staff_number) limit ${VOLUNTEERS}) e`)
  for (const state of ['contest', 'matching'])
    await db.exchangeRound.update({ where: { id }, data: { state } })
  return id
}

/** Nobody sits at the schools: once they are long late, the county's leader gives their word as well as the county's. */
async function approveAll({ db }: Database, county: County): Promise<void> {
  const leader = await actorWith(db, 'leader', county.id)
  const city = await actorWith(db, 'leader', county.prefectureId)
  await advanceCases(db, addDays(today(), LONG))
  for (const by of [leader, leader, city]) await approve(db, by)
  await advanceCases(db, addDays(today(), LONG))
}

async function approve(db: Database['db'], by: Actor): Promise<void> {
  const { id, version } = await db.approvalCase.findFirstOrThrow({ where: { decidedAt: null } })
  const done = await decideCase(db, by, { id, version, comment: '', decision: 'approve' }, today())
  if (!done.ok) throw new Error(`not approved: ${done.reason}`)
}
