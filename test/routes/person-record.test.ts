/** A person's record as its pages answer: who reads it, on which day, what leads on, and the look at the whole number. */
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import type { RevealReply } from '#app/modules/registry/ui/identity-number.tsx'
import type { PersonView } from '#app/modules/registry/ui/staff-views.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { loader as openOwn } from '#app/routes/_app+/me+/record.tsx'
import { loader as openRecord, action as reveal } from '#app/routes/_app+/staff+/$personId.tsx'
import {
  type AccountGiven,
  buildAccount,
  buildAppointment,
  buildCounty,
  buildImportBatch,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

type Headers = Record<string, string>
type Shown = { view: PersonView; day: string; problem?: string }

async function reader(db: Db, given: AccountGiven): Promise<Headers> {
  const account = await buildAccount(db, given)
  return { ...(await signedIn(account.id)), 'Accept-Language': 'zh-CN' }
}
const registrarOf = (db: Db, organisationId: string) => reader(db, { organisationId, grants: ['registrar'] })

const open = (headers: Headers, personId: string, asOf = '') =>
  answerOf<Shown>(openRecord, getRequest(`/staff/${personId}${asOf && `?asOf=${asOf}`}`, headers), {
    personId,
  })
const ask = (headers: Headers, personId: string, fields: Record<string, string>) =>
  answerOf<RevealReply>(reveal, postRequest(`/staff/${personId}`, fields, headers), { personId })

/** Two counties with a school each; somebody moved from the first to the second on 1 September 2022. */
async function buildMove(db: Db) {
  const prefecture = await buildPrefecture(db)
  const from = await buildCounty(db, { parentId: prefecture.id })
  const to = await buildCounty(db, { parentId: prefecture.id })
  const fromSchool = await buildSchool(db, { parentId: from.id, name: '东校' })
  const toSchool = await buildSchool(db, { parentId: to.id, name: '西校' })
  const person = await buildPerson(db, {
    name: '王秀英',
    appointment: { workOrgId: fromSchool.id, validTo: '2022-09-01', endReason: 'transferred' },
  })
  const moved = { personId: person.id, workOrgId: toSchool.id, startReason: 'transferred' }
  await buildAppointment(db, { ...moved, establishmentOrgId: fromSchool.id, validFrom: '2022-09-01' })
  return { from, to, fromSchool, toSchool, person }
}

describe('the record', () => {
  test('tells the three units apart, each with its own dates', async ({ db }) => {
    const { to, person } = await buildMove(db)
    const { view } = (await open(await registrarOf(db, to.id), person.id)).value
    expect(view.lanes.map(({ key, unit, since }) => [key, unit, since])).toEqual([
      ['establishment', '东校', '2015年9月1日起'],
      ['work', '西校', '2022年9月1日起'],
      ['pay', '西校', '2022年9月1日起'],
    ])
    expect(view.timeline.map(({ year }) => year)).toEqual(['2022', '2015'])
  })

  test('as of a day: the present county reads every day, the former one what it knew', async ({ db }) => {
    const { from, to, person } = await buildMove(db)
    const present = await registrarOf(db, to.id)
    const former = await registrarOf(db, from.id)
    const past = (await open(present, person.id, '2022-08-31')).value.view
    expect(past.lanes.map(({ unit }) => unit)).toEqual(['东校', '东校', '东校'])
    expect(past).toMatchObject({ asOf: '2022-08-31', primary: null, acts: [] })
    expect(past.timeline.map(({ year }) => year)).toEqual(['2015'])
    expect((await open(former, person.id)).status).toBe(404)
    const known = await open(former, person.id, '2022-08-31')
    expect(known.status).toBe(200)
    expect(JSON.stringify(known.value)).not.toContain('西校')
  })

  test('of nobody, of another county and of no id is the same page', async ({ db }) => {
    const { from, person } = await buildMove(db)
    const former = await registrarOf(db, from.id)
    for (const id of [person.id, crypto.randomUUID(), 'x', "1' or '1'='1"]) {
      expect((await open(former, id)).status, id).toBe(404)
      expect((await ask(former, id, { reason: '核对' })).status, id).toBe(404)
    }
  })

  test.for(['2026-02-30', '31.12.2020', '0001-01-01', '2026-01-01\0', '9'.repeat(60)])(
    'on the day %j is shown on today, and says that this is no day',
    async (typed, { db }) => {
      const { to, person } = await buildMove(db)
      const { status, value } = await open(await registrarOf(db, to.id), person.id, encodeURIComponent(typed))
      expect(status).toBe(400)
      expect(value.problem).toBeTruthy()
      expect(value.view.asOf).toBeNull()
    },
  )

  test('links to what the reader may open, and to nothing else', async ({ db }) => {
    const { to, toSchool, person } = await buildMove(db)
    const batch = await buildImportBatch(db, {
      ...{
        organisationId: to.id,
        state: 'committed',
        committedAt: new Date(),
        committedByName: '西县人事股',
      },
    })
    await buildTitle(db, { personId: person.id, batchId: batch.id })
    const links = (view: PersonView) => ({
      organisations: view.lanes.map(({ href }) => href),
      imports: new Set(
        view.timeline.flatMap(({ entries }) => entries.map(({ importHref }) => importHref)),
      ).has(`/imports/${batch.id}`),
      audit: view.auditHref !== null,
    })
    const seen = async (given: AccountGiven) =>
      links((await open(await reader(db, given), person.id)).value.view)
    const west = [undefined, `/organisations/${toSchool.id}`, `/organisations/${toSchool.id}`]
    expect(await seen({ organisationId: to.id, grants: ['registrar'] })).toEqual({
      ...{ organisations: west, imports: true, audit: true },
    })
    expect(await seen({ organisationId: toSchool.id, grants: ['leader'] })).toEqual({
      ...{ organisations: west, imports: false, audit: false },
    })
    const own = await reader(db, { organisationId: toSchool.id, personId: person.id, grants: [] })
    const { value } = await answerOf<Shown>(openOwn, getRequest('/me/record', own))
    expect(links(value.view)).toEqual({
      ...{ organisations: [undefined, undefined, undefined], imports: false, audit: false },
    })
  })

  test('leads to retiring first for who has reached the age', async ({ db }) => {
    const { id: organisationId } = await buildCounty(db)
    const school = await buildSchool(db, { parentId: organisationId })
    const { id } = await buildPerson(db, { birthDate: '1955-01-01', appointment: { workOrgId: school.id } })
    const { view } = (await open(await registrarOf(db, organisationId), id)).value
    expect(view.primary?.href).toBe(`/staff/${id}/change/retire`)
  })
})

describe('the whole identity number', () => {
  test('is shown for a reason, on record; it is in no page before', async ({ db }) => {
    const county = await buildCounty(db)
    const school = await buildSchool(db, { parentId: county.id })
    const idNumber = madeResidentId('1985-06-15', 720)
    const { id } = await buildPerson(db, { idNumber, appointment: { workOrgId: school.id } })
    const headers = await registrarOf(db, county.id)
    expect(JSON.stringify(await open(headers, id))).not.toContain(idNumber)

    const without = await ask(headers, id, { reason: ' ' })
    expect(without).toMatchObject({ status: 422, value: { errors: { reason: 'form.required' } } })
    const leader = await reader(db, { organisationId: school.id, grants: ['leader'] })
    expect((await ask(leader, id, { reason: '核对' })).status).toBe(403)
    expect(await db.auditEntry.count()).toBe(0)

    const shown = await ask(headers, id, { reason: '核对社保' })
    expect(shown).toMatchObject({ status: 200, value: { idNumber } })
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: 'identity.revealed', personId: id, reason: '核对社保' },
    ])
  })
})

describe('the own record', () => {
  test('is read, never changed; also by a registrar', async ({ db }) => {
    const county = await buildCounty(db)
    const school = await buildSchool(db, { parentId: county.id })
    for (const grants of [[], ['registrar']] satisfies AccountGiven['grants'][]) {
      const appointment = { workOrgId: school.id }
      const { id } = await buildPerson(db, { phone: '13900001234', appointment })
      const headers = await reader(db, { organisationId: county.id, personId: id, grants })
      const { status, value } = await answerOf<Shown>(openOwn, getRequest('/me/record', headers))
      expect(status).toBe(200)
      expect(value.view).toMatchObject({ id, primary: null, identity: { canReveal: false } })
      expect(JSON.stringify(value.view.facts)).toContain('13900001234')
    }
    const nobody = await reader(db, { organisationId: county.id, grants: ['registrar'] })
    expect((await answerOf(openOwn, getRequest('/me/record', nobody))).status).toBe(403)
  })
})
