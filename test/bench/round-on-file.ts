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
import { addDays } from '#app/platform/dates.ts'
import { actorWith } from '#test/factories/registry.ts'
import { type County, largestCounty, madeRound, POSTS } from './made-round.ts'
import { type Finding, say } from './report.ts'

/** Days after which a step is long overdue, and a notice over. */
const LONG = 60

export async function roundOnFile(opened: Database, schoolYear: number): Promise<Finding> {
  const { db } = opened
  const county = await largestCounty(opened)
  const roundId = await madeRound(opened, county, schoolYear)
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
