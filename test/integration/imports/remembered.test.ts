/** A mapping is remembered for its sender, and the next file is told by what has changed in it. */
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { listProfiles } from '#app/platform/imports/batch.queries.server.ts'
import { setMapping, suggestProfile } from '#app/platform/imports/mapping.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { actorWith, buildCounty, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { csv, uploadOf } from './steps.ts'

/** Headings that no guess understands. */
const odd = { name: '谁', idNumber: '号', orgName: '哪', subject: '教' }
const row = ['张伟', madeResidentId('1985-07-01', 702), '第一中学', '语文', 'x']

async function place(db: PrismaClient) {
  const { id } = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: id, name: '阳谷县' })
  await buildSchool(db, { parentId: county.id, name: '第一中学' })
  const other = await buildCounty(db, { parentId: id, name: '莘县' })
  return { county, other, actor: await actorWith(db, 'registrar', id) }
}

async function suggested(
  db: PrismaClient,
  actor: Actor,
  organisationId: string,
  headings: readonly string[],
) {
  const created = await createBatch(db, actor, uploadOf(csv(headings, [row]), organisationId))
  if (!created.ok) throw new Error(created.reason)
  const found = await suggestProfile(db, actor, created.batchId)
  if (!found.ok) throw new Error(found.reason)
  return { batchId: created.batchId, ...found.suggestion }
}

describe('a mapping that somebody set', () => {
  test('is the next suggestion for this sender, and for no other', async ({ db }) => {
    const { county, other, actor } = await place(db)
    const first = await suggested(db, actor, county.id, Object.values(odd))
    expect(first).toMatchObject({ isKnown: false, missing: [['name', 'familyName'], expect.anything()] })
    expect(await setMapping(db, actor, first.batchId, { mapping: odd })).toMatchObject({ ok: true })
    const again = await suggested(db, actor, county.id, Object.values(odd))
    expect(again).toMatchObject({ isKnown: true, differs: null, profile: { mapping: odd, name: '阳谷县' } })
    expect((await suggested(db, actor, other.id, Object.values(odd))).isKnown).toBe(false)
    // The latest stands under the sender's name, one of its own beside it.
    expect(await setMapping(db, actor, again.batchId, { mapping: odd, saveAs: '年报' })).toMatchObject({
      ok: true,
    })
    const names = (await listProfiles(db, actor, 'staff', county.id)).map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['年报', '阳谷县'])
  })

  test('holds for a file of which most is the same; what is new and what is gone is told', async ({ db }) => {
    const { county, actor } = await place(db)
    const first = await suggested(db, actor, county.id, Object.values(odd))
    await setMapping(db, actor, first.batchId, { mapping: odd })
    const next = await suggested(db, actor, county.id, ['谁', '号', '哪', '职称', '序号'])
    expect(next).toMatchObject({
      isKnown: false,
      differs: { fresh: ['职称', '序号'], gone: ['教'] },
      profile: { mapping: { name: '谁', idNumber: '号', orgName: '哪', titleLevel: '职称' } },
    })
    const more = await suggested(db, actor, county.id, [...Object.values(odd), '备注'])
    expect(more).toMatchObject({ isKnown: true, differs: { fresh: ['备注'], gone: [] } })
    // Hardly anything is the same: it is another kind of file.
    expect((await suggested(db, actor, county.id, ['姓名', '身份证号', '单位', '教'])).differs).toBeNull()
  })

  test('remembers neither the school of one file nor that it was complete', async ({ db }) => {
    const { county, actor } = await place(db)
    const second = await buildSchool(db, { parentId: county.id, name: '第二中学' })
    const of = (school: string) => `${school}花名册,,\n谁,号,教\n张伟,${row[1]},语文\n`
    const opened = async (school: string, complete: boolean) => {
      const created = await createBatch(db, actor, uploadOf(of(school), county.id, { complete }))
      if (!created.ok) throw new Error(created.reason)
      return created.batchId
    }
    const first = await opened('第一中学', true)
    const { orgName: _, ...mapping } = odd
    const one = await db.organisation.findFirstOrThrow({ where: { name: '第一中学' } })
    const options = { fixed: { orgCode: one.code }, complete: true, headingRow: 2 }
    expect(await setMapping(db, actor, first, { mapping, options })).toMatchObject({ ok: true })
    const next = await suggestProfile(db, actor, await opened('第二中学', false), { headingRow: 2 })
    expect(next).toMatchObject({
      ok: true,
      suggestion: {
        isKnown: true,
        profile: { mapping, options: { fixed: { orgCode: second.code }, complete: false } },
      },
    })
    // What was decided for the first file itself stands.
    expect(await suggestProfile(db, actor, first)).toMatchObject({
      suggestion: { profile: { options: { fixed: { orgCode: one.code }, complete: true } } },
    })
  })
})
