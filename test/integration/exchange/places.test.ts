/** Where schools lie: all lines or none, only over one's own schools, and the plan reckons with it. */
import { expect } from 'vitest'
import { foundPlaces, savePlaces } from '#app/modules/exchange/places/places.commands.server.ts'
import { listPlaces, streamPlaces } from '#app/modules/exchange/places/places.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { actorWith, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const anywhere = { isKnown: null, orgId: null }

async function buildWorld(db: PrismaClient) {
  const [county, other] = [await buildCounty(db), await buildCounty(db)]
  const [one, two] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
  ]
  const theirs = await buildSchool(db, { parentId: other.id })
  return { county, one, two, theirs, bureau: await actorWith(db, 'registrar', county.id) }
}

test('all lines are written, by code or by name; told again, the latest holds', async ({ db }) => {
  const { one, two, bureau } = await buildWorld(db)
  const text = `学校\t纬度\t经度\n${one.code}\t36.4\t115.9\n${two.name}\t36.5\t116.0`
  expect(await savePlaces(db, bureau, { text })).toMatchObject({ ok: true, count: 2 })
  expect(await savePlaces(db, bureau, { text: `${one.code}\t36.6\t115.8` })).toMatchObject({ ok: true })
  const page = await listPlaces(db, bureau, { ...anywhere, isKnown: true }, null)
  expect(page.rows.map(({ id, latitude }) => [id, latitude]).sort()).toEqual(
    [
      [one.id, 36.6],
      [two.id, 36.5],
    ].sort(),
  )
  expect(await db.auditEntry.count({ where: { action: 'place.told' } })).toBe(3)
})

test('one line that is not right, and none is written', async ({ db }) => {
  const { one, two, theirs, bureau } = await buildWorld(db)
  await db.organisation.update({ where: { id: two.id }, data: { name: '同名小学' } })
  await db.organisation.update({ where: { id: one.id }, data: { name: '同名小学' } })
  const lines = ['同名小学', '没有的小学', theirs.code, two.code, two.code]
  const text = lines.map((school) => `${school}\t36.4\t115.9`).join('\n')
  const { found, refused } = await foundPlaces(db, bureau, text)
  expect(found.map(({ orgId }) => orgId)).toEqual([two.id])
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [1, 'several'],
    [2, 'unknown'],
    [3, 'unknown'],
    [5, 'twice'],
  ])
  expect(await savePlaces(db, bureau, { text })).toMatchObject({ ok: false, reason: 'lines_refused' })
  expect(await savePlaces(db, bureau, { text: '' })).toMatchObject({ ok: false, reason: 'no_lines' })
  expect(await db.exchangeSchoolPlace.count()).toBe(0)
})

test('the list and the sheet have one’s own schools, with a place or without', async ({ db }) => {
  const { one, two, bureau } = await buildWorld(db)
  await savePlaces(db, bureau, { text: `${one.code}\t36.4\t115.9` })
  const page = await listPlaces(db, bureau, anywhere, null)
  expect(page).toMatchObject({ total: 2, known: 1 })
  expect((await listPlaces(db, bureau, { ...anywhere, isKnown: false }, null)).rows).toMatchObject([
    { id: two.id, latitude: null },
  ])
  const streamed = []
  for await (const rows of streamPlaces(db, bureau, anywhere)) streamed.push(...rows.map(({ id }) => id))
  expect(streamed.sort()).toEqual([one.id, two.id].sort())
})
