/** A report of a county's year: kept as it was, published by two leaders, never changed. */
import { describe, expect } from 'vitest'
import { setBasis } from '#app/modules/pay/basis.commands.server.ts'
import { sweepPayMonths } from '#app/modules/pay/months.job.server.ts'
import { everyCounty } from '#app/modules/pay/parity.queries.server.ts'
import { reportView } from '#app/modules/pay/reports/report.view.server.ts'
import { drawUpReport, removeReport, sendReport } from '#app/modules/pay/reports/reports.commands.server.ts'
import { findReport, reportsOf } from '#app/modules/pay/reports/reports.queries.server.ts'
import { refreshRosterOf } from '#app/modules/registry/roster.sql.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { newId } from '#app/platform/ids.ts'
import { buildBenchmark, buildSlip } from '#test/factories/pay.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const TODAY = '2026-11-23'
const words = { t: translator('en'), locale: 'en' } as const

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const school = await buildSchool(db, { parentId: county.id })
  const { id: personId } = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const pay = (month: number, yuan: number, item = 1) =>
    buildSlip(db, { personId, orgId: school.id, month, yuan, item })
  for (let month = 1; month <= 12; month++) await pay(month, 6_000)
  await buildBenchmark(db, { countyId: county.id, yuan: 70_000 })
  return {
    ...{ county, pay },
    bureau: await actorWith(db, 'registrar', county.id),
    countyLeader: await actorWith(db, 'leader', county.id),
    cityLeader: await actorWith(db, 'leader', prefecture.id),
  }
}
type World = Awaited<ReturnType<typeof world>>

async function drawn(db: PrismaClient, { county, bureau }: World): Promise<string> {
  const done = await drawUpReport(db, bureau, { countyId: county.id, year: 2025 }, TODAY)
  if (!done.ok) throw new Error(done.reason)
  return done.id
}

async function sent(db: PrismaClient, { bureau }: World, id: string): Promise<string> {
  const { version } = await db.payReport.findUniqueOrThrow({ where: { id } })
  const done = await sendReport(db, bureau, { id, version }, TODAY)
  return done.ok ? 'done' : done.reason
}

async function decide(db: PrismaClient, by: Actor, decision: 'approve' | 'reject'): Promise<void> {
  const { id, version } = await db.approvalCase.findFirstOrThrow({ where: { decidedAt: null } })
  const done = await decideCase(db, by, { id, version, comment: '同意', decision }, TODAY)
  if (!done.ok) throw new Error(done.reason)
}

async function publish(db: PrismaClient, at: World, id: string): Promise<void> {
  expect(await sent(db, at, id)).toBe('done')
  await decide(db, at.countyLeader, 'approve')
  await decide(db, at.cityLeader, 'approve')
}

async function shown(db: PrismaClient, { bureau }: World, id: string) {
  const found = await findReport(db, bureau, id)
  if (!found) throw new Error('no report')
  const { figures } = await reportView(db, found, TODAY, true, words)
  return Object.fromEntries(figures.map(({ key, before, now }) => [key, [before, now]]))
}

describe('a report', () => {
  test('is drawn up only of sums that are what the payments add up to', async ({ db }) => {
    const at = await world(db)
    const { personId } = await db.paySlip.findFirstOrThrow({ select: { personId: true } })
    // From September on the post does not count any more; until it is worked in, the kept sums are behind.
    const from = new Date(Date.UTC(2025, 8, 1))
    const post = await db.appointment.findFirstOrThrow({ where: { personId } })
    await db.appointment.update({ where: { id: post.id }, data: { validTo: from } })
    const next = { ...post, id: newId(), stage: 'senior', validFrom: from, validTo: null }
    await db.appointment.create({ data: next })
    await refreshRosterOf(db, [personId])
    const draw = () => drawUpReport(db, at.bureau, { countyId: at.county.id, year: 2025 }, TODAY)
    expect(await draw()).toEqual({ ok: false, reason: 'not_the_ledger' })
    await sweepPayMonths()
    const { figures } = await db.payReport.findUniqueOrThrow({ where: { id: await drawn(db, at) } })
    expect(figures).toMatchObject({ parity: { months: 8 }, quality: { recounted: true, waiting: 0 } })
  })

  test('is published by the county and the city, and shows what it was beside what it would be now', async ({
    db,
  }) => {
    const at = await world(db)
    const id = await drawn(db, at)
    await publish(db, at, id)
    expect((await db.payReport.findUniqueOrThrow({ where: { id } })).state).toBe('published')
    expect(await reportsOf(db, await everyCounty(db), false)).toMatchObject([
      { id, state: 'published', answer: { average: 7_200_000n } },
    ])
    expect(await shown(db, at, id)).toMatchObject({
      average: ['72,000.00', '72,000.00'],
      state: ['Met', 'Met'],
    })
    // Another item is paid and counts, an item is left out, the benchmark is said anew: the report stays.
    await at.pay(12, 2_400, 3)
    await buildBenchmark(db, { countyId: at.county.id, yuan: 75_000, version: 2 })
    const basis = { orgId: at.county.id, fromYear: 2025, reason: '试', documentNo: null }
    expect((await setBasis(db, at.bureau, { ...basis, itemId: 1, counts: false }, TODAY)).ok).toBe(true)
    expect(await shown(db, at, id)).toMatchObject({
      ...{ average: ['72,000.00', '2,400.00'], benchmark: ['70,000.00', '75,000.00'] },
      state: ['Met', 'Less than civil servants'],
    })
  })

  test('is not changed nor removed by anybody once it is published, its figures not even before', async ({
    db,
  }) => {
    const at = await world(db)
    const id = await drawn(db, at)
    const refusal = /figures of a report never change/
    await expect(db.payReport.update({ where: { id }, data: { figures: {} } })).rejects.toThrow(refusal)
    await publish(db, at, id)
    await expect(db.payReport.update({ where: { id }, data: { state: 'draft' } })).rejects.toThrow(refusal)
    await expect(db.payReport.delete({ where: { id } })).rejects.toThrow(/only a draft is removed/)
    const { version } = await db.payReport.findUniqueOrThrow({ where: { id } })
    expect(await removeReport(db, at.bureau, { id, version })).toMatchObject({ reason: 'wrong_state' })
  })

  test('of a county and year is on its way once; refused, another can be', async ({ db }) => {
    const at = await world(db)
    const [one, two] = [await drawn(db, at), await drawn(db, at)]
    expect(await sent(db, at, one)).toBe('done')
    expect(await sent(db, at, two)).toBe('already_sent')
    await decide(db, at.countyLeader, 'reject')
    expect((await db.payReport.findUniqueOrThrow({ where: { id: one } })).state).toBe('refused')
    expect(await sent(db, at, two)).toBe('done')
  })

  test('is none of a year ahead, of one without pay, or of another county', async ({ db }) => {
    const at = await world(db)
    const ask = (by: Actor, year: number) => drawUpReport(db, by, { countyId: at.county.id, year }, TODAY)
    expect(await ask(at.bureau, 2027)).toMatchObject({ reason: 'year_ahead' })
    expect(await ask(at.bureau, 2019)).toMatchObject({ reason: 'nobody_paid' })
    const stranger = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    expect(await ask(stranger, 2025)).toMatchObject({ reason: 'not_allowed' })
    expect(await findReport(db, stranger, await drawn(db, at))).toBeNull()
  })

  testOnServer('two that are sent at the same moment: one goes', async ({ db }) => {
    const at = await world(db)
    const ids = [await drawn(db, at), await drawn(db, at), await drawn(db, at)]
    const answers = await Promise.all(ids.map((id) => sent(db, at, id)))
    expect(answers.sort()).toEqual(['already_sent', 'already_sent', 'done'])
  })
})
