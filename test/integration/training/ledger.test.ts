/** The ledger: what other work gives, its proof, and cycles of one's own. */
import { describe, expect } from 'vitest'
import { setCycle } from '#app/modules/training/cycle.commands.server.ts'
import { reverseEntry } from '#app/modules/training/entries.commands.server.ts'
import { standingOf } from '#app/modules/training/hours.queries.server.ts'
import { giveHours, recount } from '#app/modules/training/index.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { actorOf, actorWith, buildAccount, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = '2026-11-23'
const author = { accountId: null, displayName: 'studios' }

async function place(db: PrismaClient) {
  const school = await buildSchool(db)
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const visit = {
    ...{ personId: person.id, orgId: school.id, source: 'studios:visit-1', day: today },
    ...({
      kind: 'lesson',
      level: 'city',
      category: 'subject',
      title: '送教下乡',
      provider: '名师工作室',
    } as const),
    ...({
      startsOn: '2026-05-09',
      lastDay: '2026-05-09',
      part: 'morning',
      tenths: 40,
      evidence: 'applied',
    } as const),
    note: '二年级数学',
  }
  return { school, person, visit, office: await actorWith(db, 'school_office', school.id) }
}

const sumOf = async (db: PrismaClient) =>
  (await db.trainingSum.findMany()).reduce((all, { tenths }) => all + tenths, 0)

describe('hours that other work gives', () => {
  test('are given once, judged like any other, and taken back exactly', async ({ db }) => {
    const { visit, office } = await place(db)
    const [event] = await giveHours(db, author, visit)
    expect(event).toMatchObject({ action: 'training.given', after: { source: visit.source, tenths: 40 } })
    expect(await giveHours(db, author, visit)).toEqual([])
    expect(await sumOf(db)).toBe(40)
    const { id, version } = await db.trainingEntry.findFirstOrThrow()
    expect(await reverseEntry(db, office, { id, version, reason: '未成行' })).toMatchObject({ ok: true })
    expect(await sumOf(db)).toBe(0)
    expect(await recount(db)).toMatchObject({ lines: 2, people: 1, wrongSums: 0, wrongEntries: 0 })
  })

  testOnServer('are given once also when two give them at the same moment', async ({ db }) => {
    const { visit } = await place(db)
    const given = await Promise.allSettled(
      Array.from({ length: 6 }, () => db.$transaction((tx) => giveHours(tx, author, visit))),
    )
    expect(given.filter((one) => one.status === 'fulfilled' && one.value.length > 0)).toHaveLength(1)
    expect(await sumOf(db)).toBe(40)
  })
})

describe('the proof of the ledger', () => {
  test('tells whose sums are not what their lines say, and whose entries have no decision', async ({
    db,
  }) => {
    const { visit, person } = await place(db)
    await giveHours(db, author, visit)
    await db.trainingSum.updateMany({ data: { tenths: 50 } })
    expect(await recount(db)).toMatchObject({ wrongSums: 1, wrongEntries: 0, examples: [person.staffNumber] })
    await db.trainingSum.updateMany({ data: { tenths: 40 } })
    await db.trainingEntry.updateMany({ data: { state: 'reversed', reason: '无' } })
    expect(await recount(db)).toMatchObject({ wrongSums: 0, wrongEntries: 1 })
  })
})

describe('a cycle of one’s own', () => {
  const untilOf = async (db: PrismaClient, personId: string, year: number | null = null) =>
    (await standingOf(db, personId, today, year))?.requirements.find(({ code }) => code === 'cycle')?.until

  test('runs from its first year on; before that everybody’s does', async ({ db }) => {
    const { person, office } = await place(db)
    expect(await untilOf(db, person.id)).toBe('2031-01-01')
    const asked = { personId: person.id, firstYear: 2024, reason: '长期病假后返岗' }
    expect(await setCycle(db, office, asked, today)).toMatchObject({ ok: true })
    expect(await untilOf(db, person.id)).toBe('2029-01-01')
    expect(await untilOf(db, person.id, 2023)).toBe('2026-01-01')
    const [entry] = await db.auditEntry.findMany({ where: { action: 'training.cycle_set' } })
    expect(entry).toMatchObject({ personId: person.id, after: { firstYear: 2024, reason: '长期病假后返岗' } })
  })

  test('is set by who checks, of nobody else and not of oneself, within reason', async ({ db }) => {
    const { person, office, school } = await place(db)
    const asked = { personId: person.id, firstYear: 2024, reason: '返岗' }
    const far = await actorWith(db, 'school_office', (await buildSchool(db)).id)
    expect(await setCycle(db, far, asked, today)).toMatchObject({ reason: 'not_found' })
    expect(await setCycle(db, office, { ...asked, firstYear: 1990 }, today)).toMatchObject({
      reason: 'cycle_year',
    })
    expect(await setCycle(db, office, { ...asked, firstYear: 2028 }, today)).toMatchObject({
      reason: 'cycle_year',
    })
    const grants = ['school_office' as const]
    const account = await buildAccount(db, { organisationId: school.id, personId: person.id, grants })
    expect(await setCycle(db, await actorOf(db, account.id), asked, today)).toMatchObject({
      reason: 'not_allowed',
    })
    expect(await db.trainingCycle.count()).toBe(0)
  })
})
