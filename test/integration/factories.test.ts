/** Every factory makes a row by itself, with the parents it needs. */
import { describe, expect } from 'vitest'
import { can } from '#app/platform/access/actor.ts'
import { openSession } from '#app/platform/auth/session.server.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import * as factories from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'

const builders = Object.entries(factories).filter(([name]) => name.startsWith('build')) as [
  string,
  (db: unknown) => Promise<Record<string, unknown>>,
][]

describe.each(builders)('%s', (_name, build) => {
  test('makes two rows that do not collide', async ({ db }) => {
    const first = await build(db)
    expect(Object.keys(first).length).toBeGreaterThan(2)
    expect(await build(db)).not.toEqual(first)
  })
})

test('an organisation knows its place', async ({ db }) => {
  const township = await factories.buildTownship(db)
  const school = await factories.buildSchool(db, { parentId: township.id })
  expect(school.lineage).toEqual([...township.lineage, school.id])
  expect(school.countyId).toBe(township.countyId)
  expect(school.prefectureId).toBe(township.prefectureId)
})

test('a person has a post, a readable number of the made area, and a check digit', async ({ db }) => {
  const person = await factories.buildPerson(db, { sex: '1' })
  const [appointment] = await db.appointment.findMany({ where: { personId: person.id } })
  expect(appointment?.establishmentOrgId).toBe(appointment?.workOrgId)
  expect(await db.rosterEntry.findMany({ where: { personId: person.id } })).toMatchObject([
    { orgId: appointment?.workOrgId, staffNumber: person.staffNumber, status: 'in_post' },
  ])
  expect(decryptPersonal(person.idNumberCipher ?? new Uint8Array())).toMatch(
    /^37159919850615\d\d[13579][\dX]$/,
  )
})

test('an account acts with its grants, and a session of it opens', async ({ db }) => {
  const school = await factories.buildSchool(db)
  const account = await factories.buildAccount(db, { organisationId: school.id, grants: ['school_office'] })
  const actor = await factories.actorOf(db, account.id)
  expect(can(actor, 'staff:write', school)).toBe(true)
  const session = await openSession(getRequest('/', await signedIn(account.id)))
  expect(session?.actor).toEqual(actor)
})
