/** Two people importing at once, work in the background, and files that are no rosters. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { registerJobs } from '#app/composition/register.server.ts'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { importJobs, startCheck, startCommit } from '#app/platform/imports/batch.commands.server.ts'
import { runCommit } from '#app/platform/imports/commit.server.ts'
import { setMapping } from '#app/platform/imports/mapping.server.ts'
import { batchProgress } from '#app/platform/imports/progress.server.ts'
import { recoverInterrupted } from '#app/platform/imports/recover.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { startJobs, work } from '#app/platform/jobs/jobs.server.ts'
import { actorWith, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, checkedAgain, committed, csv, registryDigest, uploadOf } from './steps.ts'

const mapping = { name: '姓名', idNumber: '身份证号', orgName: '学校' }
const rowsFor = (from: number, count: number, school: string) =>
  Array.from({ length: count }, (_, at) => [
    `张${'甲乙丙丁戊'[at % 5]}`,
    madeResidentId('1985-07-01', from + at),
    school,
  ])
const roster = (from: number, count: number, school = '第一中学') =>
  csv(Object.values(mapping), rowsFor(from, count, school))

describe('two at once', () => {
  test('the second to commit has to check again when the first touched its people', async ({ db }) => {
    const county = await buildCounty(db)
    await buildSchool(db, { parentId: county.id, name: '第一中学' })
    const actor = await actorWith(db, 'registrar', county.id)
    const first = await checked(db, actor, uploadOf(roster(0, 10), county.id), { mapping })
    const second = await checked(db, actor, uploadOf(roster(5, 10), county.id), { mapping })
    expect([first.counts.new, second.counts.new]).toEqual([10, 10])
    const started = [await startCommit(db, actor, first.id), await startCommit(db, actor, second.id)]
    expect(started).toEqual([{ ok: true }, { ok: true }])
    await Promise.all([runCommit(first.id), runCommit(second.id)])
    const states = await db.importBatch.findMany({
      select: { state: true, problem: true },
      orderBy: { state: 'asc' },
    })
    expect(states).toEqual([
      { state: 'committed', problem: null },
      { state: 'mapped', problem: 'stale' },
    ])
    expect(await db.person.count()).toBe(10)
    const late = await db.importBatch.findFirstOrThrow({ where: { state: 'mapped' } })
    const again = await checkedAgain(db, actor, late.id)
    expect(again.counts).toMatchObject({ new: 5, unchanged: 5 })
    expect((await committed(db, actor, late.id)).state).toBe('committed')
    expect(await db.person.count()).toBe(15)
  })

  test('both are written when they have nothing in common', async ({ db }) => {
    const county = await buildCounty(db)
    await buildSchool(db, { parentId: county.id, name: '第一中学' })
    const actor = await actorWith(db, 'registrar', county.id)
    const first = await checked(db, actor, uploadOf(roster(0, 10), county.id), { mapping })
    const second = await checked(db, actor, uploadOf(roster(100, 10), county.id), { mapping })
    await committed(db, actor, first.id)
    expect((await committed(db, actor, second.id)).state).toBe('committed')
    expect(await db.person.count()).toBe(20)
  })

  test('a batch is started once', async ({ db }) => {
    const county = await buildCounty(db)
    await buildSchool(db, { parentId: county.id, name: '第一中学' })
    const actor = await actorWith(db, 'registrar', county.id)
    const batch = await checked(db, actor, uploadOf(roster(0, 3), county.id), { mapping })
    const answers = await Promise.all([startCommit(db, actor, batch.id), startCommit(db, actor, batch.id)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('in the background', () => {
  test('a check runs by itself and tells how far it is', async ({ db, database }) => {
    registerJobs()
    const stop = await startJobs(database)
    try {
      const county = await buildCounty(db)
      await buildSchool(db, { parentId: county.id, name: '第一中学' })
      const actor = await actorWith(db, 'registrar', county.id)
      const created = await createBatch(db, actor, uploadOf(roster(0, 3), county.id))
      if (!created.ok) throw new Error(created.reason)
      await setMapping(db, actor, created.batchId, { mapping })
      expect(await startCheck(db, actor, created.batchId)).toEqual({ ok: true })
      expect(['checking', 'ready']).toContain((await batchProgress(created.batchId))?.state)
      await expect
        .poll(async () => (await batchProgress(created.batchId))?.state, { timeout: 10_000 })
        .toBe('ready')
    } finally {
      await stop()
    }
  })

  test('a batch whose worker is gone says so, and can be started again', async ({ db }) => {
    const county = await buildCounty(db)
    await buildSchool(db, { parentId: county.id, name: '第一中学' })
    const actor = await actorWith(db, 'registrar', county.id)
    const batch = await checked(db, actor, uploadOf(roster(0, 3), county.id), { mapping })
    await startCommit(db, actor, batch.id)
    expect(await recoverInterrupted(0)).toEqual([batch.id])
    expect(await batchProgress(batch.id)).toMatchObject({ state: 'mapped', problem: 'interrupted' })
    expect((await checkedAgain(db, actor, batch.id)).state).toBe('ready')
  })
})

test('a batch that waits behind another in the queue is not interrupted', async ({ db, database }) => {
  const county = await buildCounty(db)
  await buildSchool(db, { parentId: county.id, name: '第一中学' })
  const actor = await actorWith(db, 'registrar', county.id)
  const first = await checked(db, actor, uploadOf(roster(0, 3), county.id), { mapping })
  const second = await checked(db, actor, uploadOf(roster(5, 3), county.id), { mapping })
  let endWork = () => {}
  const busy = new Promise<void>((resolve) => {
    endWork = resolve
  })
  const begun: string[] = []
  work(importJobs.commit, ({ batchId = '' }) => {
    begun.push(batchId)
    return busy
  })
  const stop = await startJobs(database)
  try {
    await startCommit(db, actor, first.id)
    await expect.poll(() => begun, { timeout: 10_000 }).toEqual([first.id])
    await startCommit(db, actor, second.id)
    expect(await recoverInterrupted(0)).toEqual([first.id])
    expect((await batchProgress(second.id))?.state).toBe('committing')
  } finally {
    endWork()
    await stop()
  }
})

describe('files that are no rosters', () => {
  const zipped = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
  test.for([
    ['a renamed PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'pdf_not_sheet'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old_xls'],
    ['a web page', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), 'html_not_sheet'],
    ['a picture', readFileSync(path.resolve(import.meta.dirname, '../../fixtures/pixel.png')), 'not_a_sheet'],
    ['nothing', Buffer.alloc(0), 'file_missing'],
    ['an empty zip', zipped, 'not_a_sheet'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 'a,b\n'), 'file_too_large'],
  ] as const)('%s is refused and not kept', async ([, bytes, reason], { db }) => {
    const county = await buildCounty(db)
    const actor = await actorWith(db, 'registrar', county.id)
    const before = await registryDigest(db)
    const answer = await createBatch(db, actor, uploadOf(bytes, county.id))
    expect(answer).toMatchObject({ ok: false, reason })
    expect(await db.storedFile.count()).toBe(0)
    expect(await db.importBatch.count()).toBe(0)
    expect(await registryDigest(db)).toEqual(before)
  })

  test('headings without rows are refused when the rows are checked', async ({ db }) => {
    const county = await buildCounty(db)
    const actor = await actorWith(db, 'registrar', county.id)
    const batch = await checked(db, actor, uploadOf(csv(Object.values(mapping), []), county.id), { mapping })
    expect(batch).toMatchObject({ state: 'refused', problem: 'no_rows' })
  })

  test('a quote that is never closed refuses the whole file, whatever came before', async ({ db }) => {
    const county = await buildCounty(db)
    await buildSchool(db, { parentId: county.id, name: '第一中学' })
    const actor = await actorWith(db, 'registrar', county.id)
    // Longer than the piece that the upload looks at.
    const rows = Array.from({ length: 20_000 }, (_, at) => ['张三', String(at), '第一中学'])
    const broken = `${csv(Object.values(mapping), rows)}\n"张三,1,第一中学\n`
    const batch = await checked(db, actor, uploadOf(broken, county.id), { mapping })
    expect(batch).toMatchObject({ state: 'refused', problem: 'quote_never_closed' })
    expect(await db.staffImportRow.count()).toBe(0)
  })
})
