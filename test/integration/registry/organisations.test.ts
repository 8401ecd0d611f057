/** The tree of organisations: who may change what in it, what follows from a move, and what its pages show. */
import { describe, expect } from 'vitest'
import { newOrganisationForm, organisationFilterForm } from '#app/modules/registry/organisation-forms.ts'
import {
  closeOrganisation,
  createOrganisation,
  editOrganisation,
  moveOrganisation,
} from '#app/modules/registry/organisations.commands.server.ts'
import {
  childrenOf,
  findOrganisation,
  listOrganisations,
  type OrganisationPage,
} from '#app/modules/registry/organisations.queries.server.ts'
import {
  designateSchool,
  endDesignation,
  setFigures,
} from '#app/modules/registry/school-years.commands.server.ts'
import { formatStaffNumber } from '#app/modules/registry/staff-number.ts'
import { today } from '#app/platform/clock.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import type { Keyset } from '#app/platform/lists/keyset.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildTownship,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const everything = organisationFilterForm.parse({})
const school = (parentId: string, given: object = {}) =>
  newOrganisationForm.schema.parse({
    ...{
      parentId,
      kind: 'school',
      code: '2137000001',
      name: '新华小学',
      schoolKind: '211',
      stages: 'primary',
    },
    ...{ placeType: '220', isPublic: 'on', openedOn: '2026-09-01' },
    ...given,
  })

describe('making, moving, closing', () => {
  test('is for those who manage what is above', async ({ db }) => {
    const county = await buildCounty(db)
    const township = await buildTownship(db, { parentId: county.id })
    const registrar = await actorWith(db, 'registrar', county.id)
    const made = await createOrganisation(db, registrar, school(township.id))
    expect(made).toMatchObject({ ok: true })
    const organisationId = made.ok ? made.organisationId : ''
    expect(await findOrganisation(db, registrar, organisationId)).toMatchObject({
      above: [{ id: county.parentId }, { id: county.id }, { id: township.id }],
      stages: ['primary'],
      isPublic: true,
    })
    const refused = (reason: string) => ({ ok: false, reason })
    expect(await createOrganisation(db, registrar, school(county.id))).toEqual(refused('same_code'))
    expect(await createOrganisation(db, registrar, school(organisationId, { code: 'X1' }))).toEqual(
      refused('kind_not_here'),
    )
    const own = await actorWith(db, 'registrar', organisationId)
    const stranger = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    const close = { organisationId, version: 1, closedOn: '2027-09-01', documentNo: null }
    expect(await closeOrganisation(db, own, close)).toEqual(refused('not_allowed'))
    expect(await closeOrganisation(db, stranger, close)).toEqual(refused('not_found'))
    expect(await createOrganisation(db, stranger, school(county.id, { code: 'X2' }))).toEqual(
      refused('parent_unknown'),
    )
    expect(await findOrganisation(db, stranger, organisationId)).toBeNull()

    await buildPerson(db, { appointment: { workOrgId: organisationId } })
    expect(await closeOrganisation(db, registrar, close)).toEqual(refused('has_staff'))
    await db.appointment.updateMany({ data: { validTo: toDbDate('2027-09-01') } })
    expect(await closeOrganisation(db, registrar, { ...close, version: 4 })).toEqual(
      refused('changed_meanwhile'),
    )
    expect(await closeOrganisation(db, registrar, close)).toEqual({ ok: true, organisationId })
    const actions = await db.auditEntry.findMany({ where: { organisationId }, orderBy: { seq: 'asc' } })
    expect(actions.map((one) => one.action)).toEqual(['organisation.created', 'organisation.closed'])
  })

  test('a school moved to another county takes its staff along, for readers and in the list', async ({
    db,
  }) => {
    const prefecture = await buildPrefecture(db)
    const [east, west] = [
      await buildCounty(db, { parentId: prefecture.id }),
      await buildCounty(db, { parentId: prefecture.id }),
    ]
    const moved = await buildSchool(db, { parentId: east.id })
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: moved.id } })
    const input = { organisationId: moved.id, version: 1, parentId: west.id }
    const eastern = await actorWith(db, 'registrar', east.id)
    expect(await moveOrganisation(db, eastern, input)).toEqual({ ok: false, reason: 'parent_unknown' })
    const city = await actorWith(db, 'registrar', prefecture.id)
    expect(await moveOrganisation(db, city, { ...input, parentId: moved.id })).toMatchObject({ ok: false })
    expect(await moveOrganisation(db, city, input)).toMatchObject({ ok: true })
    expect(await db.rosterEntry.findFirst({ where: { personId } })).toMatchObject({ countyId: west.id })
    expect(await findOrganisation(db, eastern, moved.id)).toBeNull()
  })

  test('a new name is found, the former one is in the trail', async ({ db }) => {
    const county = await buildCounty(db)
    const registrar = await actorWith(db, 'registrar', county.id)
    const { id } = await buildSchool(db, { parentId: county.id, name: '前进小学' })
    const { parentId: _, kind: __, code: ___, ...facts } = school(county.id, { name: '实验小学' })
    const edit = { organisationId: id, version: 1, ...facts }
    expect(await editOrganisation(db, registrar, edit)).toMatchObject({ ok: true })
    const [entry] = await db.auditEntry.findMany({ where: { organisationId: id } })
    expect(entry).toMatchObject({ before: { name: '前进小学' }, after: { name: '实验小学' } })
    const found = async (text: string) =>
      (await listOrganisations(db, registrar, { ...everything, q: text }, null)).rows.map((one) => one.id)
    for (const text of ['实验', 'shiyan', 'shi yan xiao']) expect(await found(text)).toEqual([id])
    for (const text of ['前进', '%', '_']) expect(await found(text)).toEqual([])
  })
})

describe('schools', () => {
  test('are designated by those above, with dates; small by their figures', async ({ db }) => {
    const county = await buildCounty(db)
    const { id: organisationId } = await buildSchool(db, { parentId: county.id })
    const registrar = await actorWith(db, 'registrar', county.id)
    const own = await actorWith(db, 'registrar', organisationId)
    const weak = {
      organisationId,
      kind: 'weak',
      validFrom: '2024-09-01',
      validTo: null,
      documentNo: '县教字1号',
    } as const
    expect(await designateSchool(db, own, weak)).toEqual({ ok: false, reason: 'not_allowed' })
    expect(await designateSchool(db, registrar, weak)).toMatchObject({ ok: true })
    expect(await designateSchool(db, registrar, { ...weak, validFrom: '2025-01-01' })).toEqual({
      ok: false,
      reason: 'overlaps',
    })
    const figures = {
      organisationId,
      schoolYear: schoolYearOf(today()),
    }
    const primary = { stage: 'primary', classes: 6, boarders: 0 } as const
    const withPupils = (pupils: number) => ({ ...figures, stages: [{ ...primary, pupils }] })
    expect(await setFigures(db, own, withPupils(99))).toMatchObject({ ok: true })
    const record = await findOrganisation(db, registrar, organisationId)
    expect(record).toMatchObject({ designations: ['weak'], pupils: 99, isSmall: true })
    expect(await setFigures(db, own, withPupils(100))).toMatchObject({ ok: true })
    expect((await findOrganisation(db, registrar, organisationId))?.isSmall).toBe(false)
    const designationId = record?.designationHistory[0]?.id ?? ''
    expect(
      await endDesignation(db, registrar, { organisationId, designationId, day: '2025-09-01' }),
    ).toMatchObject({
      ok: true,
    })
    expect((await findOrganisation(db, registrar, organisationId))?.designations).toEqual([])
  })
})

describe('the list', () => {
  test('counts staff here and below, pages without loss, and stays in scope', async ({ db }) => {
    const prefecture = await buildPrefecture(db)
    const county = await buildCounty(db, { parentId: prefecture.id })
    const township = await buildTownship(db, { parentId: county.id })
    await buildSchool(db, { parentId: (await buildCounty(db, { parentId: prefecture.id })).id })
    for (let i = 0; i < 4; i++) {
      const { id } = await buildSchool(db, { parentId: township.id, name: i < 2 ? '同名小学' : undefined })
      await buildPerson(db, { appointment: { workOrgId: id } })
    }
    const reader = await actorWith(db, 'leader', county.id)
    const seen: string[] = []
    let cursor: Keyset | null = null
    let back: Keyset | null = null
    do {
      const page: OrganisationPage = await listOrganisations(db, reader, everything, cursor, 2)
      expect(page.total).toEqual({ count: 6, more: false })
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
      back = page.previous
    } while (cursor)
    const before = await listOrganisations(db, reader, everything, back, 2)
    expect(before.rows.map((row) => row.id)).toEqual(seen.slice(2, 4))
    expect(new Set(seen).size).toBe(6)
    expect(seen).toHaveLength(6)
    const top = await findOrganisation(db, reader, county.id)
    expect(top).toMatchObject({ id: county.id, children: 1, staff: { count: 4, more: false } })
    expect(await childrenOf(db, reader, county.id, 9)).toMatchObject([
      { id: township.id, staff: { count: 4 } },
    ])
    const schools = await listOrganisations(
      db,
      reader,
      { ...everything, kind: 'school', below: township.id },
      null,
    )
    expect(schools.rows.map((row) => row.staff.count)).toEqual([1, 1, 1, 1])
    const city = await actorWith(db, 'leader', prefecture.id)
    const whole = await findOrganisation(db, city, prefecture.id)
    expect(whole).toMatchObject({ children: 2, staff: { count: 4 } })
  })
})

test('staff_number() of the database is the twin of formatStaffNumber', async ({ db }) => {
  const sequences = [0, 1, 9, 10, 123, 9_999_999, 12_345_678, 99_999_999]
  for (const sequence of sequences) {
    const [row] = await db.$queryRaw<{ number: string }[]>`select staff_number(${sequence}::bigint) as number`
    expect(row?.number).toBe(formatStaffNumber(sequence))
  }
})

testOnServer(
  'two moves at once never make a circle, and never wait for each other for good',
  async ({ db }) => {
    const county = await buildCounty(db)
    const registrar = await actorWith(db, 'registrar', county.id)
    for (let round = 0; round < 10; round += 1) {
      const [a, b] = [
        await buildTownship(db, { parentId: county.id, kind: 'school_district' }),
        await buildTownship(db, { parentId: county.id }),
      ]
      const into = (organisationId: string, parentId: string) =>
        moveOrganisation(db, registrar, { organisationId, version: 1, parentId })
      await Promise.all([into(a.id, b.id), into(b.id, a.id)])
      for (const { id } of [a, b]) {
        const one = await db.organisation.findUniqueOrThrow({ where: { id } })
        expect(one.lineage.filter((above) => above === id)).toHaveLength(1)
      }
    }
  },
)
