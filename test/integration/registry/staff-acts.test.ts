/** Acts on a person: what they write, what they refuse, and what no order of acts can do. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import {
  awardHonour,
  awardTitle,
  endStatus,
  setStatus,
} from '#app/modules/registry/awards.commands.server.ts'
import {
  correctAppointment,
  correctIdentity,
  removePeriod,
} from '#app/modules/registry/corrections.commands.server.ts'
import { factsForm, hireForm, postForm } from '#app/modules/registry/forms.ts'
import { editPersonFacts, revealIdentity } from '#app/modules/registry/person.commands.server.ts'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import {
  changePost,
  endService,
  hireStaff,
  rehireStaff,
  retireStaff,
} from '#app/modules/registry/service.commands.server.ts'
import { findStaff } from '#app/modules/registry/staff.queries.server.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays } from '#app/platform/dates.ts'
import {
  actor,
  actorWith,
  buildCounty,
  buildPerson,
  buildSchool,
  buildStatus,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = new Date().toISOString().slice(0, 10)

async function county(db: Db) {
  const place = await buildCounty(db)
  const schools = [
    await buildSchool(db, { parentId: place.id }),
    await buildSchool(db, { parentId: place.id }),
  ]
  const [here, there] = schools
  if (!here || !there) throw new Error('two schools were built')
  return { place, here, there, registrar: await actorWith(db, 'registrar', place.id) }
}

const postAt = (workOrgId: string, validFrom: string, given: object = {}) =>
  ({
    workOrgId,
    establishmentOrgId: workOrgId,
    subject: 'chinese',
    stage: 'primary',
    validFrom,
    ...given,
  }) as const

/** What a change form sends, read by its schema. */
const change = (personId: string, version: number, post: object) =>
  postForm.schema.parse({ personId, version: String(version), ...post })
const hire = (post: object, given: object = {}) =>
  hireForm.schema.parse({
    name: '李伟',
    idKind: '1',
    idNumber: madeResidentId('1990-02-03', 11),
    ...post,
    ...given,
  })

const actionsOf = async (db: Db, personId: string) => {
  const entries = await db.auditEntry.findMany({ where: { personId }, orderBy: { seq: 'asc' } })
  return entries.map((entry) => entry.action)
}

describe('a career', () => {
  test('hired, moved, on leave, back, retired, rehired: every act on record, every unit dated', async ({
    db,
  }) => {
    const { here, there, registrar } = await county(db)
    const hired = await hireStaff(db, registrar, hire(postAt(here.id, '2012-09-01')))
    expect(hired).toMatchObject({ ok: true })
    const personId = hired.ok ? hired.personId : ''
    let version = 1
    const next = () => version++
    const done = { ok: true, personId }
    expect(
      await changePost(
        db,
        registrar,
        change(personId, next(), postAt(there.id, '2018-09-01', { payOrgId: here.id })),
      ),
    ).toMatchObject(done)
    expect(
      await awardTitle(db, registrar, {
        personId,
        version: next(),
        titleLevel: 'level_1',
        awardedAs: null,
        validFrom: '2019-01-01',
        documentNo: null,
      }),
    ).toMatchObject(done)
    expect(
      await setStatus(db, registrar, {
        personId,
        version: next(),
        status: 'sick_leave',
        validFrom: '2020-03-01',
        validTo: null,
        documentNo: null,
      }),
    ).toMatchObject(done)
    const leave = await db.statusPeriod.findFirstOrThrow({ where: { personId } })
    expect(
      await endStatus(db, registrar, { personId, version: next(), periodId: leave.id, day: '2020-06-01' }),
    ).toMatchObject(done)
    expect(
      await retireStaff(db, registrar, {
        personId,
        version: next(),
        lastDay: '2023-08-31',
        documentNo: '聊教退1号',
      }),
    ).toMatchObject(done)
    expect(
      await rehireStaff(db, registrar, change(personId, next(), postAt(here.id, '2024-09-01'))),
    ).toMatchObject(done)

    const record = await findStaff(db, registrar, personId)
    expect(record?.lanes.work).toEqual([
      { unitId: here.id, validFrom: '2012-09-01', validTo: '2018-09-01' },
      { unitId: there.id, validFrom: '2018-09-01', validTo: '2023-09-01' },
      { unitId: here.id, validFrom: '2024-09-01', validTo: null },
    ])
    expect(record?.lanes.pay).toEqual([
      { unitId: here.id, validFrom: '2012-09-01', validTo: '2023-09-01' },
      { unitId: here.id, validFrom: '2024-09-01', validTo: null },
    ])
    expect(record?.statuses.map(({ status, validFrom, validTo }) => [status, validFrom, validTo])).toEqual([
      ['sick_leave', '2020-03-01', '2020-06-01'],
      ['retired', '2023-09-01', '2024-09-01'],
    ])
    expect(record?.current).toMatchObject({
      status: 'in_post',
      orgSince: '2024-09-01',
      titleLevel: 'level_1',
    })
    expect(record?.sex).toBe('1')
    expect(record?.birthDate).toBe('1990-02-03')
    const statusOn = async (day: string) => (await findStaff(db, registrar, personId, day))?.current.status
    expect(await statusOn('2020-04-01')).toBe('sick_leave')
    expect(await statusOn('2023-08-31')).toBe('in_post')
    expect(await statusOn('2023-09-01')).toBe('retired')
    expect(await actionsOf(db, personId)).toEqual([
      'person.created',
      'appointment.started',
      'appointment.ended',
      'appointment.started',
      'title.awarded',
      'status.set',
      'status.ended',
      'appointment.ended',
      'service.retired',
      'status.ended',
      'appointment.started',
    ])
    expect(await verifyAudit(db)).toMatchObject({ ok: true })
  })

  test('a change dated ahead takes effect by itself', async ({ db }) => {
    const { here, there, registrar } = await county(db)
    const { id } = await buildPerson(db, { appointment: { workOrgId: here.id } })
    const ahead = addDays(today, 40)
    expect(await changePost(db, registrar, change(id, 1, postAt(there.id, ahead)))).toMatchObject({
      ok: true,
    })
    expect((await findStaff(db, registrar, id))?.current.orgId).toBe(here.id)
    expect((await findStaff(db, registrar, id, ahead))?.current.orgId).toBe(there.id)
    expect(await changePost(db, registrar, change(id, 2, postAt(there.id, today)))).toEqual({
      ok: false,
      reason: 'later_change',
    })
  })

  test('who comes next term has a record today', async ({ db }) => {
    const { here, registrar } = await county(db)
    const hired = await hireStaff(db, registrar, hire(postAt(here.id, addDays(today, 30))))
    const record = await findStaff(db, registrar, hired.ok ? hired.personId : '')
    expect(record?.current.orgId).toBe(here.id)
  })
})

describe('refusals', () => {
  test('each says why, and writes nothing', async ({ db }) => {
    const { here, there, registrar } = await county(db)
    const person = await buildPerson(db, { appointment: { workOrgId: here.id, payOrgId: here.id } })
    const foreign = await buildSchool(db)
    const office = await actorWith(db, 'school_office', here.id)
    const reader = await actorWith(db, 'leader', here.id)
    const stranger = await actorWith(db, 'registrar', foreign.id)
    const before = await db.auditEntry.count()
    const to = (school: string, day = '2022-09-01') => change(person.id, 1, postAt(school, day))
    const same = change(person.id, 1, postAt(here.id, '2022-09-01', { staffCategory: 'full_time_teacher' }))
    const refused = (reason: string) => ({ ok: false, reason })
    expect(await changePost(db, stranger, to(foreign.id))).toEqual(refused('not_found'))
    expect(await changePost(db, reader, to(there.id))).toEqual(refused('not_allowed'))
    expect(await changePost(db, office, to(there.id))).toEqual(refused('organisation_unknown'))
    expect(await changePost(db, registrar, to(foreign.id))).toEqual(refused('organisation_unknown'))
    expect(await changePost(db, registrar, { ...to(there.id), version: 7 })).toEqual(
      refused('changed_meanwhile'),
    )
    expect(await changePost(db, registrar, same)).toEqual(refused('nothing_changed'))
    expect(await changePost(db, registrar, to(there.id, '2015-09-01'))).toEqual(refused('same_day'))
    expect(await changePost(db, registrar, to(there.id, '2010-01-01'))).toEqual(refused('not_in_service'))
    await db.organisation.update({ where: { id: there.id }, data: { closedOn: toDbDate('2020-01-01') } })
    expect(await changePost(db, registrar, to(there.id))).toEqual(refused('organisation_closed'))
    expect(await rehireStaff(db, registrar, to(here.id))).toEqual(refused('already_in_service'))
    expect(await db.auditEntry.count()).toBe(before)
    expect(await db.appointment.count({ where: { personId: person.id } })).toBe(1)
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).version).toBe(1)
  })

  test('two people never share an identity number', async ({ db }) => {
    const { here, registrar } = await county(db)
    expect(await hireStaff(db, registrar, hire(postAt(here.id, '2020-09-01')))).toMatchObject({ ok: true })
    expect(await hireStaff(db, registrar, hire(postAt(here.id, '2020-09-01'), { name: '王芳' }))).toEqual({
      ok: false,
      reason: 'same_identity_number',
    })
    expect(await db.person.count()).toBe(1)
  })

  test('an honour of a kind is held once at a time, a status needs a post', async ({ db }) => {
    const { here, registrar } = await county(db)
    const { id: personId } = await buildPerson(db, {
      appointment: { workOrgId: here.id, validTo: '2024-01-01' },
    })
    const honour = {
      personId,
      honour: 'backbone_city',
      awardedBy: null,
      documentNo: null,
      validTo: null,
    } as const
    expect(
      await awardHonour(db, registrar, { ...honour, version: 1, validFrom: '2016-01-01' }),
    ).toMatchObject({ ok: true })
    expect(await awardHonour(db, registrar, { ...honour, version: 2, validFrom: '2018-01-01' })).toEqual({
      ok: false,
      reason: 'overlaps',
    })
    const leave = { personId, version: 2, status: 'sick_leave', documentNo: null, validTo: null } as const
    expect(await setStatus(db, registrar, { ...leave, validFrom: '2024-01-01' })).toEqual({
      ok: false,
      reason: 'not_in_service',
    })
  })
})

describe('a record', () => {
  test('of another county by its id is not there', async ({ db }) => {
    const { here, registrar } = await county(db)
    const other = await county(db)
    const { id } = await buildPerson(db, { appointment: { workOrgId: other.here.id } })
    const own = await buildPerson(db, { appointment: { workOrgId: here.id } })
    expect(await findStaff(db, registrar, id)).toBeNull()
    expect(await revealIdentity(db, registrar, { personId: id, reason: '核对' })).toEqual({
      ok: false,
      reason: 'not_found',
    })
    expect(await findStaff(db, registrar, own.id)).not.toBeNull()
    expect(await findStaff(db, actor(), own.id)).toBeNull()
    const self = await findStaff(db, actor({ personId: own.id }), own.id)
    expect(self?.abilities).toEqual({
      canChange: false,
      canCorrect: false,
      canReveal: false,
      canAudit: false,
    })
    expect(self?.timeline.some((item) => item.kind === 'audit')).toBe(false)
  })

  test('of somebody who moved on shows their former county what it knew, and no more', async ({ db }) => {
    const from = await county(db)
    const to = await county(db)
    const { id: personId } = await buildPerson(db, {
      appointment: { workOrgId: from.here.id, validTo: '2022-09-01', endReason: 'transferred' },
    })
    await db.appointment.create({
      data: {
        id: crypto.randomUUID(),
        personId,
        workOrgId: to.here.id,
        validFrom: toDbDate('2022-09-01'),
        startReason: 'transferred',
      },
    })
    await buildStatus(db, { personId, validFrom: '2023-01-01' })
    expect(await findStaff(db, from.registrar, personId)).toBeNull()
    const past = await findStaff(db, from.registrar, personId, '2022-08-31')
    expect(past?.appointments).toHaveLength(1)
    expect(past?.statuses).toEqual([])
    expect(past?.abilities.canChange).toBe(false)
    expect((await findStaff(db, to.registrar, personId))?.appointments).toHaveLength(2)
  })

  test('masks the identity number; the whole of it is shown for a reason, on record', async ({ db }) => {
    const { here, registrar } = await county(db)
    const idNumber = madeResidentId('1985-06-15', 122)
    const { id } = await buildPerson(db, {
      idNumber,
      phone: '13900001234',
      appointment: { workOrgId: here.id },
    })
    const reader = await actorWith(db, 'leader', here.id)
    const record = await findStaff(db, reader, id)
    expect(JSON.stringify(record)).not.toContain(idNumber)
    expect(JSON.stringify(record)).not.toContain('13900001234')
    expect(record?.idNumber).toMatch(/^371599\*+\d{3}[\dX]$/)
    expect(await revealIdentity(db, reader, { personId: id, reason: '核对' })).toEqual({
      ok: false,
      reason: 'not_allowed',
    })
    expect(await revealIdentity(db, registrar, { personId: id, reason: '核对社保' })).toEqual({
      ok: true,
      idNumber,
    })
    const entries = await db.auditEntry.findMany({ where: { personId: id } })
    expect(entries).toMatchObject([
      { action: 'identity.revealed', reason: '核对社保', before: null, after: null },
    ])
  })
})

describe('a correction', () => {
  test('changes in place, says why, and is told apart from a change', async ({ db }) => {
    const { here, there, registrar } = await county(db)
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: here.id } })
    const post = await db.appointment.findFirstOrThrow({ where: { personId } })
    const corrected = change(personId, 1, postAt(there.id, '2014-09-01'))
    const reason = '录入时选错了学校'
    const outcome = await correctAppointment(db, registrar, {
      ...corrected,
      periodId: post.id,
      validTo: null,
      reason,
    })
    expect(outcome).toMatchObject({ ok: true })
    expect(await db.appointment.findMany({ where: { personId } })).toMatchObject([
      { id: post.id, workOrgId: there.id, startReason: 'hired' },
    ])
    const [entry] = await db.auditEntry.findMany({ where: { personId } })
    expect(entry).toMatchObject({
      action: 'appointment.corrected',
      reason,
      before: { workOrgId: here.id, validFrom: '2015-09-01' },
      after: { workOrgId: there.id, validFrom: '2014-09-01' },
    })
    const office = await actorWith(db, 'school_office', there.id)
    expect(
      await correctAppointment(db, office, {
        ...corrected,
        version: 2,
        periodId: post.id,
        validTo: null,
        reason,
      }),
    ).toEqual({
      ok: false,
      reason: 'not_allowed',
    })
  })

  test('of the identity renames in list and search, and keeps the number out of the trail', async ({
    db,
  }) => {
    const { here, registrar } = await county(db)
    const person = await buildPerson(db, { name: '王秀瑛', appointment: { workOrgId: here.id } })
    const idNumber = madeResidentId('1985-06-15', 500)
    const birthDate = '1985-06-15'
    const input = {
      personId: person.id,
      version: 1,
      name: '王秀英',
      idKind: '1',
      idNumber,
      sex: '2',
      birthDate,
    } as const
    expect(await correctIdentity(db, registrar, { ...input, reason: '同音字' })).toMatchObject({ ok: true })
    const [row] = await db.$queryRaw<{ name: string; found: boolean }[]>`
      select name, search @@ '''秀英'''::tsquery as found from roster_entry`
    expect(row).toEqual({ name: '王秀英', found: true })
    const [entry] = await db.auditEntry.findMany({ where: { personId: person.id } })
    expect(entry?.after).toMatchObject({ name: '王秀英', idNumber: 'changed' })
    expect(JSON.stringify(entry?.after)).not.toContain(idNumber)
  })

  test('takes out a title that never was', async ({ db }) => {
    const { here, registrar } = await county(db)
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: here.id } })
    const title = { personId, titleLevel: 'senior', awardedAs: null, documentNo: null } as const
    await awardTitle(db, registrar, { ...title, version: 1, validFrom: '2020-01-01' })
    const { id: periodId } = await db.titlePeriod.findFirstOrThrow({ where: { personId } })
    const input = { personId, version: 2, periodId, reason: '张冠李戴' }
    expect(await removePeriod(db, registrar, 'honour', input)).toEqual({
      ok: false,
      reason: 'period_unknown',
    })
    expect(await removePeriod(db, registrar, 'title', input)).toMatchObject({ ok: true })
    expect((await findStaff(db, registrar, personId))?.current.titleLevel).toBeNull()
  })

  test('facts are edited without a reason, a phone only said to have changed', async ({ db }) => {
    const { here, registrar } = await county(db)
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: here.id } })
    const input = factsForm.schema.parse({
      ...{ personId, version: '1', ethnicity: '02', nativePlace: '山东聊城', politicalStatus: '01' },
      ...{ educationLevel: '21', workStartedOn: '2007-07-01', phone: '139 0000 1234' },
    })
    expect(await editPersonFacts(db, registrar, input)).toMatchObject({ ok: true })
    const [entry] = await db.auditEntry.findMany({ where: { personId } })
    expect(entry).toMatchObject({ action: 'person.edited', after: { ethnicity: '02', phone: 'changed' } })
    expect(await editPersonFacts(db, registrar, { ...input, version: 2 })).toEqual({
      ok: false,
      reason: 'nothing_changed',
    })
  })
})

test('no order of acts makes history overlap, or a day without exactly one row', { timeout: 90_000 }, async ({
  db,
}) => {
  const { here, there, registrar } = await county(db)
  const act = fc.record({
    kind: fc.constantFrom('change', 'end', 'retire', 'rehire', 'status', 'title'),
    school: fc.constantFrom(here.id, there.id),
    day: fc.integer({ min: 0, max: 30 }).map((days) => addDays('2020-01-01', days)),
    subject: fc.constantFrom('chinese', 'music'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
      const { id: personId } = await buildPerson(db, {
        appointment: { workOrgId: here.id, validFrom: '2019-01-01' },
      })
      for (const { kind, school, day, subject } of acts) {
        const { version } = await db.person.findUniqueOrThrow({ where: { id: personId } })
        const post = change(personId, version, postAt(school, day, { subject }))
        const ends = { personId, version, lastDay: day, documentNo: null }
        const from = { personId, version, validFrom: day, documentNo: null }
        if (kind === 'change') await changePost(db, registrar, post)
        if (kind === 'rehire') await rehireStaff(db, registrar, post)
        if (kind === 'end') await endService(db, registrar, { ...ends, reason: 'resigned' })
        if (kind === 'retire') await retireStaff(db, registrar, ends)
        if (kind === 'status')
          await setStatus(db, registrar, { ...from, status: 'study_leave', validTo: null })
        if (kind === 'title')
          await awardTitle(db, registrar, { ...from, titleLevel: 'senior', awardedAs: null })
      }
      const rows = await db.rosterEntry.findMany({ where: { personId }, orderBy: { validFrom: 'asc' } })
      expect(rows.at(0)?.validFrom).toEqual(toDbDate('2019-01-01'))
      for (const [at, row] of rows.entries()) {
        expect(row.validTo).toEqual(rows[at + 1]?.validFrom ?? toDbDate('9999-12-31'))
      }
    }),
    { numRuns: 25 },
  )
})

testOnServer('of two changes at once, one wins and the other is told', async ({ db }) => {
  const { here, there, registrar } = await county(db)
  for (let round = 0; round < 10; round++) {
    const { id } = await buildPerson(db, { appointment: { workOrgId: here.id } })
    const outcomes = await Promise.all([
      changePost(db, registrar, change(id, 1, postAt(there.id, '2022-09-01'))),
      changePost(db, registrar, change(id, 1, postAt(there.id, '2023-09-01'))),
      retireStaff(db, registrar, { personId: id, version: 1, lastDay: '2024-08-31', documentNo: null }),
    ])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.reason === 'changed_meanwhile')).toHaveLength(2)
  }
})
