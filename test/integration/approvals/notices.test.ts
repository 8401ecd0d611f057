/** A public notice: what is held against it is taken, answered and kept; it ends, comes down or begins again by rule. */
import { describe, expect } from 'vitest'
import { advanceCases } from '#app/platform/approvals/advance.job.server.ts'
import { findCase } from '#app/platform/approvals/case.queries.server.ts'
import { approveCases, contentChanged } from '#app/platform/approvals/cases.commands.server.ts'
import { findNotice, findObjection, runningNotices } from '#app/platform/approvals/notices.queries.server.ts'
import { answerObjection, objectTo } from '#app/platform/approvals/objections.commands.server.ts'
import { approvalPolicies } from '#app/platform/approvals/policies.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { isAllowed } from '#app/platform/policy/define.ts'
import { test, testOnServer } from '#test/harness/db.ts'
import { broken, buildWorld, caseOf, openMade, TODAY, told } from './world.ts'

async function buildNoticed(db: PrismaClient) {
  const world = await buildWorld(db)
  const subject = `made:${newId()}`
  const id = await openMade(db, world, { process: 'made.noticed', subject })
  for (const one of [world.head, world.registrar, world.cityRegistrar])
    await approveCases(db, one, { ids: [id], comment: '' }, TODAY)
  const { notices } = await caseOf(db, id)
  return { ...world, id, subject, noticeId: notices[0]?.id ?? '' }
}

const objection = {
  text: '<script>alert(1)</script> 任教年限不符',
  contact: '李明 13800000000',
  address: '10.0.0.1',
}

describe('an objection', () => {
  test('is taken while the notice runs, kept as it was written, and who made it encrypted', async ({
    db,
  }) => {
    const { id, noticeId, cityRegistrar, registrar } = await buildNoticed(db)
    const done = await objectTo(db, { noticeId, ...objection }, '2026-10-12')
    expect(done.ok).toBe(true)
    const [stored] = await db.noticeObjection.findMany()
    expect(stored?.text).toBe(objection.text)
    expect(Buffer.from(stored?.contact ?? []).toString()).not.toContain('李明')
    const seen = await findObjection(db, cityRegistrar, id, stored?.id ?? '', TODAY)
    expect(seen).toMatchObject({ text: objection.text, contact: objection.contact })
    expect(await findObjection(db, registrar, id, stored?.id ?? '', TODAY)).toBeNull()
    const audited = await db.auditEntry.findFirstOrThrow({ where: { action: 'notice.objected' } })
    expect(JSON.stringify(audited.after)).not.toContain('李明')
  })

  test('is not taken after the last day, nor of a notice that is not there', async ({ db }) => {
    const { noticeId } = await buildNoticed(db)
    const late = await objectTo(db, { noticeId, ...objection }, '2026-10-13')
    expect(late).toEqual({ ok: false, reason: 'closed' })
    const none = await objectTo(db, { noticeId: newId(), ...objection }, TODAY)
    expect(none).toEqual({ ok: false, reason: 'not_found' })
    expect(await db.noticeObjection.count()).toBe(0)
  })

  test('is taken ten times an hour from one address, and from others still', async ({ db }) => {
    const { noticeId } = await buildNoticed(db)
    for (let at = 0; at < 10; at++)
      expect(await objectTo(db, { noticeId, ...objection }, TODAY)).toMatchObject({ ok: true })
    expect(await objectTo(db, { noticeId, ...objection }, TODAY)).toEqual({ ok: false, reason: 'too_often' })
    const other = { noticeId, ...objection, address: '10.0.0.2' }
    expect(await objectTo(db, other, TODAY)).toMatchObject({ ok: true })
  })

  testOnServer('sent twice at once stands once', async ({ db }) => {
    const { noticeId } = await buildNoticed(db)
    const wish = { noticeId, ...objection, formKey: newId() }
    const answers = await Promise.all([objectTo(db, wish, TODAY), objectTo(db, wish, TODAY)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(await db.noticeObjection.count()).toBe(1)
  })

  test('holds the case up until it is answered; not upheld, the notice ends as it would have', async ({
    db,
  }) => {
    const { id, noticeId, cityRegistrar, registrar } = await buildNoticed(db)
    const done = await objectTo(db, { noticeId, ...objection }, TODAY)
    const input = { objectionId: done.ok ? done.id : '', answer: '经核实，年限符合', isUpheld: false }
    await advanceCases(db, '2026-10-13')
    expect((await caseOf(db, id)).state).toBe('notice')
    expect(await answerObjection(db, registrar, input, TODAY)).toEqual({ ok: false, reason: 'not_awaited' })
    expect(await answerObjection(db, cityRegistrar, input, TODAY)).toMatchObject({ ok: true })
    expect(await answerObjection(db, cityRegistrar, input, TODAY)).toEqual({
      ok: false,
      reason: 'answered_already',
    })
    await advanceCases(db, '2026-10-13')
    const { state, entries } = await caseOf(db, id)
    expect(state).toBe('approved')
    expect(entries.slice(-3).map(({ kind }) => kind)).toEqual(['objected', 'answered', 'concluded'])
  })

  test('upheld sends the case back, and the notice comes down with its names', async ({ db }) => {
    const { id, noticeId, cityRegistrar } = await buildNoticed(db)
    const done = await objectTo(db, { noticeId, ...objection }, TODAY)
    const input = { objectionId: done.ok ? done.id : '', answer: '年限不足，退回', isUpheld: true }
    expect(await answerObjection(db, cityRegistrar, input, TODAY)).toMatchObject({ ok: true })
    expect((await caseOf(db, id)).state).toBe('returned')
    expect(await findNotice(db, noticeId, TODAY)).toMatchObject({
      state: 'replaced',
      rows: [],
      isOpen: false,
    })
    await advanceCases(db, '2026-11-01')
    expect(told).toEqual([])
  })
})

test('of a process whose room is no more nothing is there, and nothing breaks', async ({ db }) => {
  const { id, noticeId, cityRegistrar } = await buildNoticed(db)
  await db.$executeRaw`alter table approval_case disable trigger approval_case_moves`
  await db.approvalCase.update({ where: { id }, data: { process: 'gone.plan' } })
  await db.$executeRaw`alter table approval_case enable trigger approval_case_moves`
  expect(await runningNotices(db, TODAY)).toEqual([])
  expect(await findNotice(db, noticeId, TODAY)).toBeNull()
  expect(await findCase(db, cityRegistrar, id, TODAY)).toBeNull()
  await advanceCases(db, '2026-11-01')
})

describe('a notice', () => {
  test('of other content begins again: another one, with all its days', async ({ db }) => {
    const { id, subject, noticeId, registrar } = await buildNoticed(db)
    const wish = { process: 'made.noticed', subject, title: '改后', contentHash: 'two', parties: [] }
    await db.$transaction((tx) => contentChanged(tx, registrar, wish, '2026-10-10'))
    const { notices, state } = await caseOf(db, id)
    expect(state).toBe('notice')
    expect(notices).toMatchObject([
      { id: noticeId, state: 'replaced' },
      // Five working days after Saturday 10 October, which is worked.
      { number: 2, title: '改后', state: 'running', lastDay: toDbDate('2026-10-16') },
    ])
    await advanceCases(db, '2026-10-13')
    expect(told).toEqual([])
    await advanceCases(db, '2026-10-17')
    expect(told).toHaveLength(1)
  })

  test('is listed for anybody while it runs, with names and schools and nothing else', async ({ db }) => {
    const { noticeId, person } = await buildNoticed(db)
    expect((await runningNotices(db, '2026-10-12')).map(({ id }) => id)).toEqual([noticeId])
    expect(await runningNotices(db, '2026-10-13')).toEqual([])
    const shown = await findNotice(db, noticeId, TODAY)
    expect(shown?.rows).toEqual([{ name: '王秀英', organisation: '实验小学', note: '语文' }])
    expect(JSON.stringify(shown)).not.toContain(person.id)
  })

  test('of no days at all is refused by the setting, and by the database', async ({ db }) => {
    expect(isAllowed(approvalPolicies['approvals.notice_days'], 0)).toBe(false)
    const { noticeId } = await buildNoticed(db)
    const before = { lastDay: toDbDate('2026-09-28') }
    await expect(db.publicNotice.update({ where: { id: noticeId }, data: before })).rejects.toThrow()
  })
})

test('a room that fails on one case keeps none of the others from their end', async ({ db }) => {
  const { id, subject, ...world } = await buildNoticed(db)
  const other = await openMade(db, world, { process: 'made.noticed' })
  for (const one of [world.head, world.registrar, world.cityRegistrar])
    await approveCases(db, one, { ids: [other], comment: '' }, TODAY)
  broken.add(subject)
  await advanceCases(db, '2026-10-13')
  expect([(await caseOf(db, id)).state, (await caseOf(db, other)).state]).toEqual(['notice', 'approved'])
  broken.clear()
  await advanceCases(db, '2026-10-13')
  expect((await caseOf(db, id)).state).toBe('approved')
})
