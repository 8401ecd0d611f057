/** What every other test stands on: empty tables, the right database, UTC. */
import { describe, expect } from 'vitest'
import { database as current } from '#app/platform/database/client.server.ts'
import { isOnServer, test, testOnServer } from '#test/harness/db.ts'

describe.each(['first', 'second'])('the %s test', () => {
  test('finds empty tables, also after an audit entry was written', async ({ db }) => {
    expect(await db.auditEntry.count()).toBe(0)
    await db.auditEntry.create({
      data: {
        chainId: '00000000-0000-7000-8000-000000000000',
        seq: 1n,
        at: new Date(),
        actorName: 'test',
        action: 'test.ran',
        subject: 'test',
        prevHash: '',
        hash: 'x',
      },
    })
    await expect(db.auditEntry.deleteMany()).rejects.toThrow('never changed')
  })
})

test('code under test gets the same database', async ({ database }) => {
  expect(await current()).toBe(database)
  expect(database.kind).toBe(isOnServer ? 'server' : 'embedded')
})

test('the session speaks UTC', async ({ db }) => {
  const [row] = await db.$queryRaw<{ TimeZone: string }[]>`show timezone`
  expect(row?.TimeZone).toMatch(/^(UTC|GMT)$/)
})

testOnServer('two transactions run at once', async ({ db }) => {
  const inner = await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1`
    return db.organisation.count()
  })
  expect(inner).toBe(0)
})
