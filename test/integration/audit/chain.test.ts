/** The audit trail cannot be rewritten unseen: the database refuses, and what is forced past it is found. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { appendAudit, rootChain } from '#app/platform/audit/append.server.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildCounty, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const author = { accountId: newId(), displayName: '王敏' }

/** Two counties with `each` entries, with every column filled, written in transactions of three. */
async function trail(db: PrismaClient, each = 6) {
  const city = await buildPrefecture(db)
  const counties = [
    await buildCounty(db, { parentId: city.id }),
    await buildCounty(db, { parentId: city.id }),
  ]
  for (const county of counties) {
    const school = await buildSchool(db, { parentId: county.id })
    for (let i = 0; i < each; i += 3)
      await db.$transaction((tx) => appendAudit(tx, author, three(school.id, i)))
  }
  return { city, counties }
}

function three(organisationId: string, from: number) {
  return [0, 1, 2].map((i) => ({
    action: 'person.changed',
    organisationId,
    personId: newId(),
    subject: `person:${from + i}`,
    reason: '更正',
    before: { name: '旧', n: from + i, tags: ['a', { b: null }] },
    after: { name: '新𠮷', n: from + i + 1 },
  }))
}

/** Changes rows behind the guard, as only the owner of the database could. */
async function force(database: Database, sql: string) {
  await database.executeSql(`begin; set local session_replication_role = replica; ${sql}; commit`)
}

const tampered: Record<string, string> = {
  chain_id: `'${newId()}'`,
  seq: 'seq + 1000',
  at: "at + interval '1 millisecond'",
  actor_id: `'${newId()}'`,
  actor_name: "actor_name || ' '",
  action: "'person.removed'",
  organisation_id: 'null',
  person_id: 'null',
  subject: "'person:other'",
  reason: 'null',
  before: `jsonb_set(before, '{name}', '"别"')`,
  after: `after || '{"x": 1}'`,
  prev_hash: 'reverse(prev_hash) || 1',
  hash: 'reverse(hash) || 1',
}

describe('a whole trail', () => {
  test('is proved, chain by chain', async ({ db }) => {
    const { counties } = await trail(db)
    expect(await verifyAudit(db)).toEqual({ ok: true, chains: 2, entries: 12 })
    expect(await verifyAudit(db, [counties[0]?.id ?? ''])).toEqual({ ok: true, chains: 1, entries: 6 })
  })

  test('the database refuses to change, delete or empty it', async ({ db, database }) => {
    await trail(db)
    await expect(db.auditEntry.updateMany({ data: { actorName: '别人' } })).rejects.toThrow('never changed')
    await expect(db.auditEntry.deleteMany()).rejects.toThrow('never changed')
    await expect(database.executeSql('truncate audit_entry')).rejects.toThrow('never changed')
    expect(await db.auditEntry.count()).toBe(12)
  })

  test('what belongs to no organisation has a chain of its own', async ({ db }) => {
    await db.$transaction((tx) =>
      appendAudit(tx, author, [{ action: 'seed.loaded', organisationId: null, subject: 'seed' }]),
    )
    expect(await db.auditChain.findMany()).toMatchObject([{ id: rootChain, lastSeq: 1n }])
    expect(await verifyAudit(db)).toEqual({ ok: true, chains: 1, entries: 1 })
  })
})

describe('tampering is found', () => {
  test('in any column of any entry', async ({ db, database }) => {
    const { counties } = await trail(db)
    const columns = (
      await database.executeSql(
        "select column_name from information_schema.columns where table_name = 'audit_entry'",
      )
    ).rows.map(({ column_name }) => String(column_name))
    expect(Object.keys(tampered).sort()).toEqual(columns.sort())
    const entry = fc.record({
      column: fc.constantFrom(...Object.keys(tampered)),
      chainId: fc.constantFrom(...counties.map(({ id }) => id)),
      seq: fc.integer({ min: 1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(entry, async ({ column, chainId, seq }) => {
        const where = `chain_id = '${chainId}' and seq = ${seq}`
        await force(database, `create table kept as select * from audit_entry`)
        await force(database, `update audit_entry set ${column} = ${tampered[column]} where ${where}`)
        const proof = await verifyAudit(db)
        await force(
          database,
          'delete from audit_entry; insert into audit_entry select * from kept; drop table kept',
        )
        expect(proof.ok, `${column} of ${seq}`).toBe(false)
      }),
      { numRuns: 60 },
    )
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('an entry taken out of the middle or off the end, and a whole chain taken away', async ({
    db,
    database,
  }) => {
    const { counties } = await trail(db)
    const chain = `chain_id = '${counties[0]?.id}'`
    await force(database, `delete from audit_entry where ${chain} and seq = 6`)
    expect(await verifyAudit(db)).toMatchObject({ ok: false, problem: 'head' })
    await force(database, `delete from audit_entry where ${chain} and seq = 2`)
    expect(await verifyAudit(db)).toMatchObject({ ok: false, problem: 'gap', seq: 3n })
    await force(database, `delete from audit_chain where id = '${counties[0]?.id}'`)
    expect(await verifyAudit(db)).toMatchObject({ ok: false, problem: 'head' })
  })
})

describe('writing at once', () => {
  test('concurrent appends to one chain stay linked', async ({ db }) => {
    const { counties } = await trail(db, 0)
    const school = await buildSchool(db, { parentId: counties[0]?.id })
    const writes = Array.from({ length: 12 }, (_, i) =>
      db.$transaction((tx) => appendAudit(tx, author, three(school.id, i))),
    )
    await Promise.all(writes)
    expect(await verifyAudit(db)).toEqual({ ok: true, chains: 1, entries: 36 })
  })

  test('a write that is rolled back leaves neither entry nor gap', async ({ db }) => {
    const { counties } = await trail(db)
    const lost = db.$transaction(async (tx) => {
      await appendAudit(tx, author, three(counties[0]?.id ?? '', 0))
      throw new Error('rolled back')
    })
    await expect(lost).rejects.toThrow('rolled back')
    expect(await verifyAudit(db)).toEqual({ ok: true, chains: 2, entries: 12 })
  })

  testOnServer('writers of different counties do not wait for each other', async ({ db }) => {
    const { counties } = await trail(db)
    const append = (index: number) =>
      db.$transaction((tx) => appendAudit(tx, author, three(counties[index]?.id ?? '', 0)))
    const order: string[] = []
    await db.$transaction(async (tx) => {
      await appendAudit(tx, author, three(counties[0]?.id ?? '', 0))
      const same = append(0).then(() => order.push('same county'))
      await append(1)
      order.push('other county')
      // The one of the same county still waits for this transaction to end.
      expect(order).toEqual(['other county'])
      return { same }
    })
    await expect.poll(() => order).toEqual(['other county', 'same county'])
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  testOnServer('proving while others write is no false alarm', async ({ db }) => {
    const { counties } = await trail(db)
    let writing = true
    const writer = (async () => {
      while (writing) await db.$transaction((tx) => appendAudit(tx, author, three(counties[0]?.id ?? '', 0)))
    })()
    for (let i = 0; i < 20; i++) expect((await verifyAudit(db)).ok).toBe(true)
    writing = false
    await writer
  })
})
