/** Loading the demo into a database: once, whole, and never beside real data. */
import { describe, expect } from 'vitest'
import { checkResidentId } from '#app/modules/registry/resident-id.ts'
import { parseStaffNumber } from '#app/modules/registry/staff-number.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import { verifyPassword } from '#app/platform/auth/password.server.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#prisma/seed/accounts.ts'
import { scaleOf, seedDemo } from '#prisma/seed/seed.server.ts'
import { test } from '#test/harness/db.ts'

const wish = { staffCount: 600, today: '2026-11-23' }

async function tableCounts(db: Db) {
  return {
    organisations: await db.organisation.count(),
    people: await db.person.count(),
    appointments: await db.appointment.count(),
    titles: await db.titlePeriod.count(),
    roster: await db.rosterEntry.count(),
    accounts: await db.account.count(),
    audit: await db.auditEntry.count(),
  }
}

describe('seedDemo', { timeout: 120_000 }, () => {
  test('loads once; a second time changes nothing', async ({ db }) => {
    const opened = await database()
    expect(await seedDemo(opened, wish)).toMatchObject({
      ok: true,
      outcome: 'loaded',
      counts: { staff: 600 },
    })
    const counts = await tableCounts(db)
    expect(await seedDemo(opened, { ...wish, staffCount: 900 })).toMatchObject({
      ok: true,
      outcome: 'present',
    })
    expect(await tableCounts(db)).toEqual(counts)
    expect(counts.accounts).toBe(DEMO_ACCOUNTS.length)
    expect(counts.roster).toBeGreaterThan(600)
    const shared = await db.savedFilter.findMany({ where: { isShared: true } })
    expect(shared.length).toBeGreaterThan(2)
  })

  test('has the whole tree, believable shares, and numbers that are nobody’s', async ({ db }) => {
    await seedDemo(await database(), wish)
    const kinds = await db.organisation.groupBy({ by: ['kind'], _count: true })
    const ofKind = Object.fromEntries(kinds.map((one) => [one.kind, one._count]))
    expect(ofKind).toMatchObject({ prefecture: 1, county: 8, zone: 3, township: 136 })
    expect(await db.organisation.count({ where: { kind: 'school', countyId: null } })).toBe(0)

    const people = await db.person.findMany()
    for (const one of people) {
      const number = decryptPersonal(one.idNumberCipher ?? new Uint8Array())
      expect(number.startsWith('371599') && checkResidentId(number).ok).toBe(true)
      expect(parseStaffNumber(one.staffNumber).ok).toBe(true)
    }
    const women = people.filter((one) => one.sex === '2').length / people.length
    expect(people.every((one) => one.searchTerms.length > 0)).toBe(true)
    expect(women).toBeGreaterThan(0.5)
    expect(women).toBeLessThan(0.75)
    const outside = await db.appointment.count({ where: { validTo: null, establishmentOrgId: null } })
    expect(outside / people.length).toBeGreaterThan(0.03)
    expect(outside / people.length).toBeLessThan(0.3)
    expect(await db.statusPeriod.count({ where: { status: 'retired' } })).toBeGreaterThan(5)
    expect(await verifyAudit(db)).toMatchObject({ ok: true })
  })

  test('opens one account for each kind of user; the teacher’s has no role and a record', async ({ db }) => {
    await seedDemo(await database(), wish)
    const accounts = await db.account.findMany({ include: { grants: true } })
    for (const wanted of DEMO_ACCOUNTS) {
      const account = accounts.find((one) => one.username === wanted.username)
      expect(account?.grants.map((grant) => grant.role)).toEqual(wanted.role ? [wanted.role] : [])
      expect(account?.personId !== null).toBe(wanted.holder !== null)
      expect(account?.mustChangePassword).toBe(false)
    }
    expect(await verifyPassword(accounts[0]?.passwordHash ?? '', DEMO_PASSWORD)).toBe(true)
  })

  test('is refused where other organisations stand', async ({ db }) => {
    const own = { id: newId(), code: '1100', kind: 'prefecture', name: '某市', sortKey: 'mou', stages: [] }
    await db.organisation.create({ data: own })
    expect(await seedDemo(await database(), wish)).toEqual({ ok: false, reason: 'not_empty' })
    expect(await db.person.count()).toBe(0)
  })
})

test('a scale is a word or a number within bounds', () => {
  expect(['default', 'full', '300', '99', '200001', '-5', 'huge'].map(scaleOf)).toEqual([
    6_000,
    60_000,
    300,
    null,
    null,
    null,
    null,
  ])
})
