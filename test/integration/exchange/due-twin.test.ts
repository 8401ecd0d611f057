/** The rule and its SQL twin agree on everybody, however odd; and a page narrows and leads on as it says. */
import { describe, expect } from 'vitest'
import { findDue, listDue } from '#app/modules/exchange/due.queries.server.ts'
import type { DueFilter } from '#app/modules/exchange/due-filter.ts'
import { OUTCOMES } from '#app/modules/exchange/eligibility.ts'
import { EXEMPTIONS } from '#app/modules/exchange/exemption.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays, addMonths, schoolYearStart } from '#app/platform/dates.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import { buildExemption, buildPolicySetting, buildPosting } from '#test/factories/exchange.ts'
import {
  actorWith,
  buildCounty,
  buildHonour,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildStatus,
  buildTitle,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const schoolYear = 2026
const day = schoolYearStart(schoolYear)
const everybody: DueFilter = {
  schoolYear,
  countyId: null,
  orgId: null,
  outcome: null,
  stage: null,
  subject: null,
  backbone: null,
  cursor: null,
}

/** Days that matter for the rule and the days beside them. */
function edge(random: Random, years: number): string {
  return addDays(addMonths(day, -12 * years), random.int(-2, 2))
}

async function buildAnybody(db: PrismaClient, random: Random, schools: readonly string[]): Promise<void> {
  const workOrgId = random.pick(schools)
  const began = edge(random, random.pick([1, 3, 6, 6, 6, 7, 9, 20]))
  const person = await buildPerson(db, {
    name: random.pick(['王秀英', '李建国', '赵敏', '钱多', '孙晓']),
    sex: random.pick(['1', '2', '2', '0', '9']),
    birthDate: random.chance(0.05) ? null : edge(random, random.int(22, 66)),
    appointment: {
      workOrgId,
      validFrom: began,
      validTo: random.chance(0.1) ? addDays(day, random.int(-40, 40)) : null,
      establishmentOrgId: random.chance(0.1) ? null : workOrgId,
      stage: random.pick(['primary', 'primary', 'junior', 'senior', null]),
      subject: random.pick(['chinese', 'mathematics', null]),
      staffCategory: random.pick(['full_time_teacher', 'full_time_teacher', 'worker', 'administrator', null]),
      postCategory: random.pick(['1', '4', null]),
      schoolPost: random.pick([null, null, null, 'principal', 'deputy_principal', 'class_adviser']),
    },
  })
  const personId = person.id
  if (random.chance(0.7)) {
    const titleLevel = random.pick(['none', 'level_3', 'level_2', 'level_1', 'level_1', 'senior'])
    await buildTitle(db, { personId, titleLevel, validFrom: edge(random, random.int(0, 5)) })
  }
  if (random.chance(0.2)) {
    const honour = random.pick(['backbone_school', 'backbone_county', 'class_adviser_city'])
    await buildHonour(db, { personId, honour, validFrom: edge(random, 2) })
  }
  if (random.chance(0.1)) await buildStatus(db, { personId, validFrom: edge(random, 0) })
  for (const { code } of EXEMPTIONS) {
    if (!random.chance(0.04)) continue
    const validFrom = edge(random, random.pick([0, 1]))
    await buildExemption(db, { personId, kind: code, validFrom, validTo: addMonths(validFrom, 12) })
  }
  if (random.chance(0.15)) {
    const validFrom = edge(random, random.pick([0, 1, 2, 4]))
    const validTo = addDays(addMonths(validFrom, random.pick([6, 10, 12])), random.int(-1, 1))
    const cancelledAt = random.pick([null, null, new Date('2026-01-01')])
    const hostOrgId = schools.find((one) => one !== workOrgId)
    await buildPosting(db, { personId, homeOrgId: workOrgId, hostOrgId, validFrom, validTo, cancelledAt })
  }
}

async function buildWorld(db: PrismaClient, key: string) {
  const random = randomOf(key)
  const prefecture = await buildPrefecture(db)
  const counties = [
    await buildCounty(db, { parentId: prefecture.id }),
    await buildCounty(db, { parentId: prefecture.id }),
  ]
  const schools: string[] = []
  for (const { id } of counties) {
    schools.push((await buildSchool(db, { parentId: id, stages: ['primary', 'junior'] })).id)
    schools.push((await buildSchool(db, { parentId: id, isPublic: random.chance(0.5) })).id)
  }
  // A school right below the city: the city's own settings hold there.
  schools.push((await buildSchool(db, { parentId: prefecture.id })).id)
  for (let made = 0; made < 110; made++) await buildAnybody(db, random, schools)
  const [own] = counties
  if (!own) throw new Error('no county')
  const set = (key: string, value: number | string | boolean, organisationId = own.id) =>
    buildPolicySetting(db, { organisationId, key, value })
  await set('exchange.years_at_school', random.int(3, 9))
  await set('exchange.title_from', random.pick(['none', 'level_2', 'senior']))
  await set('exchange.public_only', random.chance(0.5))
  await set('exchange.stages', 'compulsory_and_senior')
  await set('exchange.establishment_only', false, prefecture.id)
  await set('exchange.years_before_retirement', random.int(0, 8), prefecture.id)
  return { prefecture, own, schools }
}

describe('rule and twin', () => {
  test.for(['one', 'two', 'three'])('agree on the people of %s', async (key, { db }) => {
    const { prefecture } = await buildWorld(db, key)
    const actor = await actorWith(db, 'registrar', prefecture.id)
    const whole = await listDue(db, actor, everybody, 500)
    const byRule = Object.fromEntries(OUTCOMES.map((one) => [one, 0]))
    for (const outcome of OUTCOMES) {
      const { rows } = await listDue(db, actor, { ...everybody, outcome }, 500)
      for (const { name, decision, ...facts } of rows) {
        expect({ outcome: decision.outcome, facts, decision }).toMatchObject({ outcome })
      }
      byRule[outcome] = rows.length
    }
    expect(byRule).toEqual(whole.counts)
    expect(whole.rows).toHaveLength(Object.values(whole.counts).reduce((sum, one) => sum + one, 0))
    expect(whole.rows.length).toBeGreaterThan(90)
  })
})

describe('the list', () => {
  test('narrows by subject, stage, backbone, organisation and county, and pages there and back', async ({
    db,
  }) => {
    const { prefecture, own, schools } = await buildWorld(db, 'filters')
    const actor = await actorWith(db, 'registrar', prefecture.id)
    const whole = await listDue(db, actor, everybody, 500)
    const narrowed = async (filter: Partial<DueFilter>) =>
      (await listDue(db, actor, { ...everybody, ...filter }, 500)).rows.map(({ id }) => id)
    const expected = (keep: (row: (typeof whole.rows)[number]) => boolean) =>
      whole.rows.filter(keep).map(({ id }) => id)
    expect(await narrowed({ subject: 'chinese' })).toEqual(expected((row) => row.subject === 'chinese'))
    expect(await narrowed({ stage: 'junior' })).toEqual(expected((row) => row.stage === 'junior'))
    expect(await narrowed({ backbone: true })).toEqual(expected((row) => row.isBackbone))
    expect(await narrowed({ countyId: own.id })).toEqual(expected((row) => row.placeId === own.id))
    const [school] = schools
    const there = await db.organisation.findUniqueOrThrow({ where: { id: school } })
    expect(await narrowed({ orgId: school })).toEqual(expected((row) => row.orgName === there.name))

    const seen: string[] = []
    let page = await listDue(db, actor, everybody, 20)
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.next) break
      page = await listDue(db, actor, { ...everybody, cursor: page.next }, 20)
    }
    expect(seen).toEqual(whole.rows.map(({ id }) => id))
    const back = await listDue(db, actor, { ...everybody, cursor: page.previous }, 20)
    expect(back.rows.at(-1)?.id).toBe(seen[seen.indexOf(page.rows[0]?.id ?? '') - 1])
  })

  test('shows each reader their own scope and no further', async ({ db }) => {
    const { prefecture, own, schools } = await buildWorld(db, 'scope')
    const city = await listDue(db, await actorWith(db, 'inspector', prefecture.id), everybody, 500)
    const county = await listDue(db, await actorWith(db, 'registrar', own.id), everybody, 500)
    const [at = '', , elsewhere = ''] = schools
    const leader = await actorWith(db, 'leader', at)
    const school = await listDue(db, leader, everybody, 500)
    expect(county.rows.map(({ id }) => id)).toEqual(
      city.rows.filter(({ placeId }) => placeId === own.id).map(({ id }) => id),
    )
    expect(new Set(school.rows.map(({ orgName }) => orgName)).size).toBe(1)
    // A decision out of reach is not there, in the list or alone; the same for a wide filter.
    const foreign = city.rows.find(({ placeId }) => placeId !== own.id)
    if (!foreign) throw new Error('nobody elsewhere')
    expect(await findDue(db, leader, foreign.id, schoolYear, '2026-11-23')).toBeNull()
    const wide = { ...everybody, orgId: elsewhere, countyId: foreign.placeId }
    expect((await listDue(db, leader, wide)).rows).toEqual([])
    // Everybody reads their own.
    const own1 = { ...leader, grants: [], personId: foreign.id }
    expect((await findDue(db, own1, foreign.id, schoolYear, '2026-11-23'))?.decision).toEqual(
      foreign.decision,
    )
  })
})
