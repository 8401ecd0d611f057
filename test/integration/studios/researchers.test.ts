/** Researchers: named once at a time, at one place at a time, what counts of a term, and whose word it is. */
import { describe, expect } from 'vitest'
import { spanOf } from '#app/modules/studios/coverage/coverage.ts'
import {
  answerLog,
  type LogWish,
  reportLog,
  withdrawLog,
} from '#app/modules/studios/researchers/logs.commands.server.ts'
import {
  addContact,
  endContact,
  endResearcher,
  nameResearcher,
} from '#app/modules/studios/researchers/researchers.commands.server.ts'
import {
  dutiesOf,
  findHostedLog,
  hostedLogs,
  listDuties,
} from '#app/modules/studios/researchers/researchers.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { buildContact, buildLog, buildResearcher } from '#test/factories/studios.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const TODAY = '2027-03-10'
const AUTUMN = spanOf({ schoolYear: 2026, season: 'autumn' })
const SPRING = spanOf({ schoolYear: 2026, season: 'spring' })

type Said = { ok: boolean; reason?: string }
const reasonOf = (said: Said) => (said.ok ? 'done' : said.reason)

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const other = await buildCounty(db, { parentId: prefecture.id })
  const town = await buildSchool(db, { parentId: county.id, placeType: '111', name: '实验小学' })
  const village = await buildSchool(db, { parentId: county.id, placeType: '220', name: '村小' })
  const bureau = await actorWith(db, 'registrar', county.id)
  const office = await actorWith(db, 'school_office', village.id)
  const person = await buildPerson(db, { name: '教研员', appointment: { workOrgId: town.id } })
  const account = await buildAccount(db, { personId: person.id, organisationId: town.id })
  const own: Actor = { ...bureau, grants: [], personId: person.id, accountId: account.id }
  const name = (over: object = {}, by: Actor = bureau) =>
    nameResearcher(
      db,
      by,
      {
        ...{ orgId: county.id, staffNumber: person.staffNumber, stage: 'primary', subject: 'mathematics' },
        ...{ validFrom: '2027-02-01', lastDay: '2030-01-31', ...over },
      },
      TODAY,
    )
  return { db, prefecture, county, other, town, village, bureau, office, person, account, own, name }
}
type World = Awaited<ReturnType<typeof world>>

async function serving(here: World) {
  return buildResearcher(here.db, {
    orgId: here.county.id,
    personId: here.person.id,
    validFrom: '2026-09-01',
  })
}

const report = ({ db, own, village }: World, researcherId: string, over: Partial<LogWish> = {}) =>
  reportLog(
    db,
    own,
    {
      ...{ researcherId, schoolId: village.id, heldOn: TODAY, part: 'day', kind: 'demonstration' },
      ...{ title: '分数的意义', about: '', ...over },
    },
    TODAY,
  )

describe('naming', () => {
  test('is the word of the bureau, of somebody in post in its area, once at a time', async ({ db }) => {
    const here = await world(db)
    expect(reasonOf(await here.name())).toBe('done')
    expect(reasonOf(await here.name())).toBe('is_researcher')
    expect(reasonOf(await here.name({ validFrom: '2030-02-01', lastDay: '2031-01-31' }))).toBe('done')
    const told = await db.notification.findMany({ where: { accountId: here.account.id } })
    expect(told.map(({ topic }) => topic)).toContain('notice.researcher_named')
  })

  test('refuses what cannot be', async ({ db }) => {
    const here = await world(db)
    expect(reasonOf(await here.name({ lastDay: '2027-01-31' }))).toBe('ends_before')
    expect(reasonOf(await here.name({ validFrom: '2025-01-01' }))).toBe('starts_long_ago')
    expect(reasonOf(await here.name({ staffNumber: '没有' }))).toBe('person_unknown')
    expect(reasonOf(await here.name({ orgId: here.other.id }))).toBe('not_allowed')
    expect(reasonOf(await here.name({ orgId: here.village.id }))).toBe('not_a_bureau')
    const elsewhere = await actorWith(db, 'registrar', here.other.id)
    expect(reasonOf(await here.name({ orgId: here.other.id }, elsewhere))).toBe('person_unknown')
  })
})

describe('contact schools', () => {
  test('are kept for two years, at most to the end of the service, one at a time of a school', async ({
    db,
  }) => {
    const here = await world(db)
    const named = await here.name({ lastDay: '2029-12-31' })
    const id = named.ok ? named.id : ''
    const add = (over: object = {}) =>
      addContact(
        db,
        here.bureau,
        { ...{ researcherId: id, schoolId: here.village.id, goal: '校本教研', validFrom: TODAY }, ...over },
        TODAY,
      )
    expect(reasonOf(await add())).toBe('done')
    expect(reasonOf(await add())).toBe('is_contact')
    expect(reasonOf(await add({ validFrom: '2029-03-10' }))).toBe('done')
    expect(reasonOf(await add({ schoolId: here.county.id }))).toBe('not_of_area')
    expect(reasonOf(await add({ schoolId: here.town.id, validFrom: '2030-01-01' }))).toBe('outside_service')
    const kept = await db.researcherContact.findMany({
      orderBy: { validFrom: 'asc' },
      where: { researcherId: id },
    })
    expect(kept.map(({ validTo }) => validTo.toISOString().slice(0, 10))).toEqual([
      '2029-03-10',
      '2030-01-01',
    ])
  })

  test('end with today, and with the service', async ({ db }) => {
    const here = await world(db)
    const { id } = await serving(here)
    const first = await buildContact(db, { researcherId: id, schoolId: here.village.id })
    await buildContact(db, { researcherId: id, schoolId: here.town.id })
    const end = { id: first.id, version: 1, why: '调整' }
    const elsewhere = await actorWith(db, 'registrar', here.other.id)
    expect(reasonOf(await endContact(db, elsewhere, end, TODAY))).toBe('not_found')
    expect(reasonOf(await endContact(db, here.bureau, end, TODAY))).toBe('done')
    expect(reasonOf(await endResearcher(db, here.bureau, { id, version: 1, why: '调离' }, TODAY))).toBe(
      'done',
    )
    const kept = await db.researcherContact.findMany({ where: { researcherId: id } })
    expect(kept.map(({ validTo }) => validTo.toISOString().slice(0, 10))).toEqual([
      '2027-03-11',
      '2027-03-11',
    ])
    expect(reasonOf(await report(here, id))).toBe('done')
    expect(reasonOf(await endContact(db, here.bureau, { ...end, version: 2 }, '2027-03-11'))).toBe('ended')
  })
})

describe('a day at a school', () => {
  test('is entered by the researcher, who is at one school at a time', async ({ db }) => {
    const here = await world(db)
    const { id } = await serving(here)
    const morning = await report(here, id, { part: 'morning' })
    expect(reasonOf(morning)).toBe('done')
    expect(reasonOf(await report(here, id, { part: 'afternoon', schoolId: here.town.id }))).toBe('done')
    expect(reasonOf(await report(here, id, { part: 'morning', schoolId: here.town.id }))).toBe('taken')
    expect(reasonOf(await report(here, id))).toBe('taken')
    const taken = { id: morning.ok ? morning.id : '', version: 1 }
    expect(reasonOf(await withdrawLog(db, here.own, taken))).toBe('done')
    expect(reasonOf(await report(here, id, { part: 'morning', schoolId: here.town.id }))).toBe('done')
    expect(reasonOf(await report(here, id, { heldOn: '2027-03-11' }))).toBe('ahead')
    const another = await world(db)
    expect(reasonOf(await report({ ...here, own: another.own }, id))).toBe('not_found')
    expect(reasonOf(await report(here, id, { heldOn: '2027-03-09', schoolId: another.village.id }))).toBe(
      'not_of_area',
    )
  })

  test('counts by the word of that school alone, which says why when it was not so', async ({ db }) => {
    const here = await world(db)
    const { id } = await serving(here)
    const day = await report(here, id)
    const word = { id: day.ok ? day.id : '', version: 1 }
    const townOffice = await actorWith(db, 'school_office', here.town.id)
    const yes = { ...word, answer: 'confirmed' as const, note: '' }
    expect(reasonOf(await answerLog(db, townOffice, yes))).toBe('not_found')
    expect(await findHostedLog(db, townOffice, word.id)).toBeNull()
    expect(reasonOf(await answerLog(db, here.own, yes))).toBe('not_found')
    const itself = { ...here.office, personId: here.person.id }
    expect(reasonOf(await answerLog(db, itself, yes))).toBe('not_allowed')
    expect(reasonOf(await answerLog(db, here.office, { ...word, answer: 'refused', note: '' }))).toBe(
      'no_note',
    )
    expect((await hostedLogs(db, here.office)).map((one) => one.state)).toEqual(['reported'])
    expect(
      reasonOf(await answerLog(db, here.office, { ...word, answer: 'refused', note: '当天没有来' })),
    ).toBe('done')
    expect(reasonOf(await answerLog(db, here.office, yes))).toBe('stale')
    expect(reasonOf(await answerLog(db, here.office, { ...yes, version: 2 }))).toBe('wrong_state')
    expect(reasonOf(await withdrawLog(db, here.own, { ...word, version: 2 }))).toBe('wrong_state')
    // What was refused takes nobody's time.
    expect(reasonOf(await report(here, id))).toBe('done')
  })

  testOnServer('two reports of one morning at the same moment: one', async ({ db }) => {
    const here = await world(db)
    const { id } = await serving(here)
    const said = await Promise.all(
      [here.village, here.town, here.village, here.town].map(({ id: schoolId }) =>
        report(here, id, { schoolId, part: 'morning' }),
      ),
    )
    expect(said.map(reasonOf).sort()).toEqual(['done', 'taken', 'taken', 'taken'])
  })
})

describe('what a term counts', () => {
  test('is what schools confirmed in it: lessons of the term, half days at contact schools of the year', async ({
    db,
  }) => {
    const here = await world(db)
    const { id } = await serving(here)
    const at = { researcherId: id, schoolId: here.village.id, state: 'confirmed' as const }
    await buildContact(db, {
      ...{ researcherId: id, schoolId: here.village.id, validFrom: '2026-10-01', validTo: '2027-03-01' },
    })
    await buildContact(db, { researcherId: id, schoolId: here.town.id, validFrom: '2027-02-20' })
    await buildLog(db, { ...at, heldOn: '2026-09-10' }) // before it was a contact school: a lesson, no day
    await buildLog(db, { ...at, heldOn: '2026-10-01', kind: 'guidance' }) // two half days, no lesson
    await buildLog(db, { ...at, heldOn: '2027-01-31', part: 'morning' }) // the last day of the autumn term
    await buildLog(db, { ...at, heldOn: '2027-02-01', part: 'afternoon', kind: 'research_lesson' })
    await buildLog(db, { ...at, heldOn: '2027-03-01' }) // no contact school any more
    await buildLog(db, { ...at, heldOn: '2027-03-02', state: 'reported' })
    await buildLog(db, { ...at, heldOn: '2027-03-03', state: 'withdrawn' })
    const rows = await dutiesOf(db, id, { terms: [AUTUMN, SPRING], today: TODAY })
    const figures = rows.map(({ season, lessons, halfDays, contacts, rural, waiting }) => ({
      ...{ season, lessons, halfDays, contacts, rural, waiting },
    }))
    expect(figures).toEqual([
      { season: 'spring', lessons: 2, halfDays: 4, contacts: 1, rural: 0, waiting: 1 },
      { season: 'autumn', lessons: 2, halfDays: 3, contacts: 1, rural: 1, waiting: 0 },
    ])
  })

  test('counts weak schools with the rural ones, on the last day of the term', async ({ db }) => {
    const here = await world(db)
    const { id } = await serving(here)
    await buildContact(db, { researcherId: id, schoolId: here.town.id })
    await db.organisationDesignation.create({
      data: {
        ...{ id: crypto.randomUUID(), organisationId: here.town.id, kind: 'weak' },
        validFrom: new Date('2026-09-01'),
        validTo: new Date('2027-02-01'),
      },
    })
    const rows = await dutiesOf(db, id, { terms: [AUTUMN, SPRING], today: TODAY })
    expect(rows.map(({ season, rural }) => [season, rural])).toEqual([
      ['spring', 0],
      ['autumn', 1],
    ])
  })

  test('is seen by the bureau and its schools, not by another county; who does not serve in it is left out', async ({
    db,
  }) => {
    const here = await world(db)
    await serving(here)
    const past = spanOf({ schoolYear: 2025, season: 'spring' })
    const elsewhere = await actorWith(db, 'registrar', here.other.id)
    const seen = (actor: Actor, term = SPRING) => listDuties(db, actor, { terms: [term], today: TODAY })
    expect(await seen(here.bureau)).toHaveLength(1)
    expect(await seen(here.office)).toHaveLength(1)
    expect(await seen(elsewhere)).toHaveLength(0)
    expect(await seen(here.bureau, past)).toHaveLength(0)
  })
})
