/** The due list against an independent SQL: on the demo prefecture, and on a county of a real state's staff file. */
import path from 'node:path'
import { describe, expect } from 'vitest'
import { listDue, streamDue } from '#app/modules/exchange/due.queries.server.ts'
import type { DueFilter } from '#app/modules/exchange/due-filter.ts'
import { listForecast, listTargets } from '#app/modules/exchange/targets.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { buildPolicySetting } from '#test/factories/exchange.ts'
import { actorWith } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { countsOf, type Numbers, toldAgain, usual } from './independent.ts'

const everybody: Omit<DueFilter, 'schoolYear'> = {
  countyId: null,
  orgId: null,
  outcome: null,
  stage: null,
  subject: null,
  backbone: null,
  cursor: null,
}

/** Everybody's outcome as the rule says it. */
async function outcomes(db: PrismaClient, actor: Actor, filter: DueFilter): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const rows of streamDue(db, actor, filter)) {
    for (const { id, decision } of rows) found[id] = decision.outcome
  }
  return found
}

/** Counts, list and rule say of a county what the independent SQL says. */
async function expectAgreement(
  db: PrismaClient,
  actor: Actor,
  countyId: string,
  schoolYear: number,
  numbers: Numbers,
): Promise<Record<string, number>> {
  const told = await toldAgain(db, schoolYearStart(schoolYear), countyId, numbers)
  const filter = { ...everybody, countyId, schoolYear }
  const expected = countsOf(told)
  expect((await listDue(db, actor, filter)).counts).toEqual(expected)
  expect(await outcomes(db, actor, filter)).toEqual(
    Object.fromEntries(told.map(({ personId, outcome }) => [personId, outcome])),
  )
  return expected
}

describe('the demo prefecture', () => {
  test('every county, this year and next, one county with numbers of its own', async ({ database, db }) => {
    const seeded = await seedDemo(database, { staffCount: 1_500, today: today() })
    expect(seeded.ok).toBe(true)
    const root = await db.organisation.findFirstOrThrow({ where: { parentId: null } })
    const actor = await actorWith(db, 'registrar', root.id)
    const counties = await db.organisation.findMany({ where: { kind: { in: ['county', 'zone'] } } })
    const [own] = counties
    if (!own) throw new Error('the demo has no counties')
    await buildPolicySetting(db, { organisationId: own.id, key: 'exchange.years_at_school', value: 3 })
    await buildPolicySetting(db, { organisationId: own.id, key: 'exchange.title_from', value: 'none' })
    await buildPolicySetting(db, {
      organisationId: root.id,
      key: 'exchange.years_before_retirement',
      value: 3,
    })
    const numbersOf = (id: string): Numbers => {
      const set = { ...usual, beforeRetirement: 3 }
      if (id !== own.id) return set
      return { ...set, years: 3, titles: ['none', 'level_3', 'level_2', ...usual.titles] }
    }
    const thisYear = schoolYearOf(today())
    const seen: Record<string, number> = {}
    for (const year of [thisYear, thisYear + 1]) {
      for (const { id } of counties) {
        const counts = await expectAgreement(db, actor, id, year, numbersOf(id))
        for (const [outcome, count] of Object.entries(counts)) seen[outcome] = (seen[outcome] ?? 0) + count
      }
    }
    // The demo shows every outcome.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0)

    const targets = await listTargets(db, actor, thisYear)
    for (const { id } of counties) {
      const { due = 0 } = countsOf(await toldAgain(db, schoolYearStart(thisYear), id, numbersOf(id)))
      const row = targets.find(({ placeId }) => placeId === id)
      expect(row?.due ?? 0).toBe(due)
      expect(row?.target ?? 0).toBe(Math.ceil(due / 10))
    }
    const forecast = await listForecast(db, actor, thisYear)
    for (const one of forecast.filter(({ schoolYear }) => schoolYear === thisYear + 5)) {
      const told = await toldAgain(db, schoolYearStart(thisYear + 5), one.placeId, numbersOf(one.placeId))
      expect(one.due).toBe(countsOf(told).due)
    }
  }, 240_000)
})

describe('a county of the real file, its years in the district taken as years at the school', () => {
  const file = path.resolve(import.meta.dirname, '../../fixtures/pa-2012-one-county.csv')

  test('with the titles and the establishment that the file does not know left out', async ({ db }) => {
    const { exitCode } = await runImportCommand({ subject: 'staff', file, profile: 'pa-2012-k12' })
    expect(exitCode).toBe(0)
    const county = await db.organisation.findFirstOrThrow({ where: { kind: 'county' } })
    const actor = await actorWith(db, 'registrar', county.id)
    for (const [key, value] of [
      ['exchange.title_from', 'none'],
      ['exchange.establishment_only', false],
      ['exchange.public_only', false],
      ['exchange.stages', 'all'],
    ] as const) {
      await buildPolicySetting(db, { organisationId: county.id, key, value, validFrom: '2000-01-01' })
    }
    const numbers: Numbers = {
      ...usual,
      titles: ['none'],
      stages: ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'],
      isStrict: false,
    }
    const counts = await expectAgreement(db, actor, county.id, 2013, numbers)
    expect(counts.due).toBeGreaterThan(30)
    expect(counts.not_yet).toBeGreaterThan(5)
    const [target] = await listTargets(db, actor, 2013)
    expect(target).toMatchObject({ due: counts.due, target: Math.ceil((counts.due ?? 0) / 10) })
  })
})
