/** A county's sample: drawn by chance that can be drawn again, judged once, and a school that fails too often looked at as a whole. */
import { describe, expect } from 'vitest'
import { approveEntries } from '#app/modules/training/entries.commands.server.ts'
import { recount } from '#app/modules/training/index.server.ts'
import { drawSample, judge } from '#app/modules/training/samples.commands.server.ts'
import { findDrawn, findSample, listSamples } from '#app/modules/training/samples.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { actorWith, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { buildEntry } from '#test/factories/training.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = '2026-11-23'
const days = { firstDay: '2020-01-01', lastDay: '2099-12-31' }

/** A county with two schools of ten approved reports each. */
async function place(db: PrismaClient) {
  const county = await buildCounty(db)
  const schools = []
  for (const name of ['甲小学', '乙小学']) {
    const school = await buildSchool(db, { parentId: county.id, name })
    const ids: string[] = []
    for (let no = 0; no < 10; no++) {
      const { id: personId } = await buildPerson(db, { appointment: { workOrgId: school.id } })
      ids.push((await buildEntry(db, { personId })).id)
    }
    await approveEntries(db, await actorWith(db, 'school_office', school.id), { ids }, today)
    schools.push({ ...school, ids })
  }
  return { county, schools, actor: await actorWith(db, 'registrar', county.id) }
}
type Place = Awaited<ReturnType<typeof place>>

async function drawn(db: PrismaClient, { actor, county }: Place, seed = '2026') {
  const done = await drawSample(db, actor, { countyId: county.id, seed, ...days }, today)
  if (!done.ok) throw new Error(done.reason)
  const found = await findSample(db, actor, done.id)
  if (!found) throw new Error('the sample is not there')
  return found
}

const idsOf = ({ rows }: { rows: { entryId: string }[] }) => rows.map(({ entryId }) => entryId).sort()

describe('a sample', () => {
  test('takes of each school its share, and the same for the same seed', async ({ db }) => {
    const at = await place(db)
    const first = await drawn(db, at)
    expect(first.rows.map(({ school }) => school).sort()).toEqual(
      ['乙小学', '乙小学', '甲小学', '甲小学'].sort(),
    )
    expect(idsOf(await drawn(db, at))).toEqual(idsOf(first))
    const others = await Promise.all(['a', 'b', 'c', 'd'].map((seed) => drawn(db, at, seed)))
    expect(others.some((one) => idsOf(one).join() !== idsOf(first).join())).toBe(true)
    expect(await listSamples(db, at.actor)).toHaveLength(6)
  })

  test('is drawn and seen where one may, and of what there is', async ({ db }) => {
    const at = await place(db)
    const far = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    const wish = { countyId: at.county.id, seed: '1', ...days }
    expect(await drawSample(db, far, wish, today)).toMatchObject({ reason: 'not_found' })
    const inspector = await actorWith(db, 'inspector', at.county.id)
    expect(await drawSample(db, inspector, wish, today)).toMatchObject({ reason: 'not_allowed' })
    const before = { ...wish, firstDay: '2019-01-01', lastDay: '2019-12-31' }
    expect(await drawSample(db, at.actor, before, today)).toMatchObject({ reason: 'nothing_there' })
    const backwards = { ...wish, lastDay: '2019-12-31' }
    expect(await drawSample(db, at.actor, backwards, today)).toMatchObject({ reason: 'ends_before_start' })
    expect(await db.trainingSample.count()).toBe(0)
    const { id } = await drawn(db, at)
    expect(await findSample(db, far, id)).toBeNull()
    const [{ entryId } = { entryId: '' }] = (await findSample(db, inspector, id))?.rows ?? []
    expect(await findDrawn(db, inspector, id, entryId)).toMatchObject({ canJudge: false })
    expect(await findDrawn(db, at.actor, id, entryId)).toMatchObject({ canJudge: true })
    expect(await findDrawn(db, far, id, entryId)).toBeNull()
  })

  test('takes back what fails, and looks at the whole of a school that fails too often', async ({ db }) => {
    const at = await place(db)
    const { id: sampleId, rows } = await drawn(db, at)
    const [bad, worse] = rows.filter(({ school }) => school === '甲小学').map(({ entryId }) => entryId)
    const [good] = rows.filter(({ school }) => school === '乙小学').map(({ entryId }) => entryId)
    const asked = (entryId = '', verdict: 'upheld' | 'failed' = 'failed') => ({
      ...{ sampleId, entryId, verdict, note: verdict === 'failed' ? '证书不实' : null },
    })
    expect(await judge(db, at.actor, asked(bad))).toMatchObject({ ok: true, added: 0 })
    expect(await judge(db, at.actor, asked(bad))).toMatchObject({ reason: 'judged_already' })
    expect(await judge(db, at.actor, asked(good, 'upheld'))).toMatchObject({ ok: true, added: 0 })
    expect(await judge(db, at.actor, asked(worse, 'upheld'))).toMatchObject({ ok: true, added: 8 })
    const after = await findSample(db, at.actor, sampleId)
    expect(after?.rows.filter(({ isWhole }) => isWhole).map(({ school }) => school)).toEqual(
      Array.from({ length: 8 }, () => '甲小学'),
    )
    expect(await db.trainingEntry.findUnique({ where: { id: bad } })).toMatchObject({
      ...{ state: 'reversed', reason: '证书不实' },
    })
    expect(await recount(db)).toMatchObject({ wrongSums: 0, wrongEntries: 0 })
  })

  testOnServer('is judged once, whoever does at the same moment', async ({ db }) => {
    const at = await place(db)
    const { id: sampleId, rows } = await drawn(db, at)
    const asked = { sampleId, entryId: rows[0]?.entryId ?? '', verdict: 'failed', note: '不实' } as const
    const done = await Promise.all(Array.from({ length: 6 }, () => judge(db, at.actor, asked)))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.trainingLine.count({ where: { kind: 'reversal' } })).toBe(1)
  })
})
