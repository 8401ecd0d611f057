/** Reading the trail: the scope holds, filters narrow, pages visit each entry once. */
import { describe, expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { proveTrail } from '#app/platform/audit/prove.server.ts'
import { eachEntry, findEntry, listTrail } from '#app/platform/audit/trail.queries.server.ts'
import { entryPath, type TrailFilter, trailCursor } from '#app/platform/audit/trail.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { encodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const all: TrailFilter = { organisationId: null, staffNumber: '', who: '', action: '', from: null, to: null }
const author = { accountId: null, displayName: '命令行' }

async function world(db: PrismaClient) {
  const city = await buildPrefecture(db)
  const east = await buildCounty(db, { parentId: city.id })
  const west = await buildCounty(db, { parentId: city.id })
  const school = await buildSchool(db, { parentId: east.id })
  for (const { id: organisationId } of [city, east, west, school])
    await db.$transaction((tx) =>
      appendAudit(tx, author, [{ action: 'organisation.created', organisationId, subject: 'organisation' }]),
    )
  return { city, east, west, school }
}

async function places(db: PrismaClient, actor: Actor, filter: Partial<TrailFilter> = {}) {
  const { rows } = await listTrail(db, actor, { ...all, ...filter })
  return rows.map(({ organisationName }) => organisationName).sort()
}

describe('scope', () => {
  test('each reader sees the entries of the own organisations, and no others', async ({ db }) => {
    const { city, east, west, school } = await world(db)
    const seenFrom = async (id: string) => places(db, await actorWith(db, 'inspector', id))
    expect(await seenFrom(city.id)).toEqual([city, east, school, west].map(({ name }) => name).sort())
    expect(await seenFrom(east.id)).toEqual([east.name, school.name].sort())
    expect(await seenFrom(school.id)).toEqual([school.name])
    expect(await places(db, await actorWith(db, 'leader', city.id))).toEqual([])
  })

  test('an entry of another county is not there, whatever its address', async ({ db }) => {
    const { east, west } = await world(db)
    const inspector = await actorWith(db, 'inspector', east.id)
    expect(await findEntry(db, inspector, east.id, 1n)).toMatchObject({ organisationName: east.name })
    expect(await findEntry(db, inspector, west.id, 1n)).toBeNull()
    expect(await findEntry(db, inspector, east.id, 99n)).toBeNull()
    expect(await findEntry(db, inspector, newId(), 1n)).toBeNull()
  })

  test('a filter by an organisation outside the scope finds nothing', async ({ db }) => {
    const { east, west } = await world(db)
    const inspector = await actorWith(db, 'inspector', east.id)
    expect(await places(db, inspector, { organisationId: west.id })).toEqual([])
  })

  test('the proof covers the reader’s chains; a school has none', async ({ db }) => {
    const { city, east, school } = await world(db)
    const prove = async (id: string) => proveTrail(db, await actorWith(db, 'inspector', id))
    expect(await prove(city.id)).toMatchObject({ ok: true, chains: 3, entries: 4 })
    expect(await prove(east.id)).toMatchObject({ ok: true, chains: 1, entries: 2 })
    expect(await prove(school.id)).toBeNull()
  })
})

describe('filters', () => {
  test('by person, by who acted, by act, by day in China', async ({ db }) => {
    const { city, school } = await world(db)
    const person = await buildPerson(db)
    const account = await buildAccount(db, { displayName: '李四', organisationId: school.id })
    await db.$transaction(async (tx) =>
      appendAudit(tx, await actorOf(tx, account.id), [
        {
          action: 'person.hired',
          organisationId: school.id,
          personId: person.id,
          subject: `person:${person.id}`,
          after: { workOrgId: school.id },
        },
      ]),
    )
    const inspector = await actorWith(db, 'inspector', city.id)
    const day = (ms: number) => new Date(ms).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    const today = day(Date.now())
    const count = async (filter: Partial<TrailFilter>) =>
      (await listTrail(db, inspector, { ...all, ...filter })).rows.length
    expect(await count({ staffNumber: person.staffNumber })).toBe(1)
    expect(await count({ staffNumber: 'nobody' })).toBe(0)
    expect(await count({ who: '李' })).toBe(1)
    expect(await count({ who: account.username })).toBe(1)
    expect(await count({ who: "' or 1=1 --" })).toBe(0)
    expect(await count({ action: 'organisation.created' })).toBe(4)
    expect(await count({ from: today, to: today })).toBe(5)
    expect(await count({ to: day(Date.now() - 86_400_000) })).toBe(0)
    expect(await count({ from: day(Date.now() + 86_400_000) })).toBe(0)
    const [row] = (await listTrail(db, inspector, all)).rows
    const entry = await findEntry(db, inspector, row?.chainId ?? '', BigInt(row?.seq ?? 0))
    expect(entry?.organisationNames).toEqual({ [school.id]: school.name })
  })
})

describe('pages', () => {
  test('visit each entry once, newest first, and lead back', async ({ db }) => {
    const { city, east, west } = await world(db)
    const inspector = await actorWith(db, 'inspector', city.id)
    const one = (organisationId: string) => ({ action: 'x.done', organisationId, subject: 'x' })
    // Several entries of one moment, over two chains.
    await db.$transaction((tx) =>
      appendAudit(
        tx,
        author,
        Array(5)
          .fill([one(east.id), one(west.id)])
          .flat(),
      ),
    )
    const seen: string[] = []
    let cursor: Keyset | null = null
    let last: Keyset | null = null
    do {
      const page: Awaited<ReturnType<typeof listTrail>> = await listTrail(db, inspector, all, cursor, 4)
      seen.push(...page.rows.map(entryPath))
      last = page.previous
      cursor = page.next && trailCursor(encodeKeyset(page.next))
    } while (cursor)
    expect(seen).toHaveLength(14)
    expect(new Set(seen).size).toBe(14)
    const back = await listTrail(db, inspector, all, last, 4)
    expect(back.rows.map(entryPath)).toEqual(seen.slice(8, 12))
    const exported: string[] = []
    for await (const row of eachEntry(db, inspector, all)) exported.push(entryPath(row))
    expect(exported).toEqual(seen)
  })

  test.for([
    '',
    'x',
    '2026-01-01T00:00:00.000Z~x',
    '2026-01-01T00:00:00.000Z~0',
    '2026-13-01T00:00:00.000Z~1',
    '2026-01-01T00:00:00.000Z~1~1',
    `2026-01-01T00:00:00.000Z~${'9'.repeat(30)}`,
  ])('a made-up cursor %s is none', (value) => {
    expect(trailCursor(encodeKeyset({ sort: 'at', value, id: newId(), towards: 'next' }))).toBeNull()
    expect(trailCursor(value)).toBeNull()
  })
})
