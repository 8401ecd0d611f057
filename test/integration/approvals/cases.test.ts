/** A case on its way: each step by those of its place, once, in order, with what was said kept. */
import { describe, expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import {
  approveCases,
  type CaseInput,
  contentChanged,
  decideCase,
  openCase,
  recuseFromCase,
  submitCase,
  withdrawCase,
} from '#app/platform/approvals/cases.commands.server.ts'
import type { CaseDecision } from '#app/platform/approvals/move.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { actorOf, buildPerson } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'
import { buildWorld, caseOf, decider, openMade, TODAY, told } from './world.ts'

async function decide(db: PrismaClient, actor: Actor, id: string, decision: CaseDecision, comment = '') {
  const { version } = await db.approvalCase.findUniqueOrThrow({ where: { id } })
  return decideCase(db, actor, { id, version, comment, decision }, TODAY)
}

describe('a case', () => {
  test('goes from the school to the county to the city, and its room is told once', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    for (const one of [world.head, world.registrar, world.cityRegistrar])
      expect(await decide(db, one, id, 'approve', '同意')).toEqual({ ok: true, id })
    const { state, entries, waits } = await caseOf(db, id)
    expect(state).toBe('approved')
    expect(entries.map(({ kind, step }) => [kind, step])).toEqual([
      ['opened', null],
      ['submitted', null],
      ['approved', 'school'],
      ['approved', 'county'],
      ['approved', 'city'],
    ])
    expect(waits).toEqual([])
    expect(told.map((one) => [one.id, one.outcome])).toEqual([[id, 'approved']])
    const audited = await db.auditEntry.findMany({
      where: { subject: `case:${id}` },
      orderBy: { seq: 'asc' },
    })
    expect(audited.map(({ action }) => action)).toEqual([
      ...['case.opened', 'case.submitted', 'case.approved', 'case.approved', 'case.approved'],
    ])
  })

  test('waits for those of the very place, with its last day by working days', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    const [wait] = (await caseOf(db, id)).waits
    // Five working days after 29 September: National Day is no working day, Saturday 10 October is.
    expect(wait).toMatchObject({ organisationId: world.school.id, action: 'made:school' })
    expect(wait?.dueOn).toEqual(toDbDate('2026-10-12'))
    for (const one of [world.registrar, world.cityRegistrar])
      expect(await decide(db, one, id, 'approve')).toEqual({ ok: false, reason: 'not_awaited' })
  })

  test('is not there for who may not read it', async ({ db }) => {
    const world = await buildWorld(db)
    const other = await buildWorld(db)
    const id = await openMade(db, world)
    for (const one of [other.head, other.registrar, other.teacher])
      expect(await decide(db, one, id, 'approve')).toEqual({ ok: false, reason: 'not_found' })
    const input = { id: newId(), version: 1, comment: '', decision: 'approve' as const }
    expect(await decideCase(db, world.head, input, TODAY)).toEqual({ ok: false, reason: 'not_found' })
  })

  test('returned for correction begins again, and nothing that was said is lost', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    await decide(db, world.head, id, 'approve', '校内已研究')
    expect(await decide(db, world.registrar, id, 'return')).toEqual({ ok: false, reason: 'comment_missing' })
    await decide(db, world.registrar, id, 'return', '请补充时间')
    const { version } = await caseOf(db, id)
    expect(await submitCase(db, world.teacher, { id, version, comment: '已补充' }, TODAY)).toMatchObject({
      ok: true,
    })
    const { state, step, entries } = await caseOf(db, id)
    expect([state, step]).toEqual(['waiting', 0])
    expect(entries.map(({ comment }) => comment)).toEqual([
      '',
      '请审批',
      '校内已研究',
      '请补充时间',
      '已补充',
    ])
  })

  test('taken back is over: nobody approves it any more', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    const { version } = await caseOf(db, id)
    expect(await withdrawCase(db, world.head, { id, version, comment: '' }, TODAY)).toEqual({
      ok: false,
      reason: 'not_owner',
    })
    expect(await withdrawCase(db, world.teacher, { id, version, comment: '' }, TODAY)).toMatchObject({
      ok: true,
    })
    expect(await decide(db, world.head, id, 'approve')).toMatchObject({ ok: false })
    expect(told.map(({ outcome }) => outcome)).toEqual(['withdrawn'])
  })

  test('of a thing there is one at a time; a new one once it is decided', async ({ db }) => {
    const world = await buildWorld(db)
    const subject = `made:${newId()}`
    const id = await openMade(db, world, { subject })
    const wish = {
      ...{ process: 'made.plain', subject, title: '再次', organisationId: world.school.id },
      ...{ contentHash: 'one', parties: [] },
    }
    await expect(openCase(db, world.teacher, wish)).rejects.toThrow()
    await decide(db, world.head, id, 'reject', '名额已满')
    expect((await openCase(db, world.teacher, wish)).id).not.toBe(id)
  })

  test('changed while it waits begins again; unchanged it does not', async ({ db }) => {
    const world = await buildWorld(db)
    const subject = `made:${newId()}`
    const id = await openMade(db, world, { subject })
    await decide(db, world.head, id, 'approve')
    const about = { process: 'made.plain', subject, title: '同一事项', parties: [] }
    await contentChanged(db, world.teacher, { ...about, contentHash: 'one' }, TODAY)
    expect((await caseOf(db, id)).step).toBe(1)
    await contentChanged(db, world.teacher, { ...about, contentHash: 'two' }, TODAY)
    const { step, waits } = await caseOf(db, id)
    expect([step, waits[0]?.action]).toEqual([0, 'made:school'])
  })
})

describe('nobody decides', () => {
  test('their own case, nor that of a relative, whatever roles they hold', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    await db.grant.create({
      data: {
        ...{ id: newId(), accountId: world.teacher.accountId, role: 'leader' },
        organisationId: world.school.id,
      },
    })
    const teacher = await actorOf(db, world.teacher.accountId)
    expect(await decide(db, teacher, id, 'approve')).toEqual({ ok: false, reason: 'own_case' })
  })

  test('what an applicant they endorsed asks for, where the setting says so', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    const other = await buildPerson(db, { appointment: { workOrgId: world.school.id } })
    const head = await decider(db, 'leader', world.school.id, other.id)
    await db.approvalParty.create({ data: { caseId: id, personId: other.id, relation: 'endorser' } })
    expect(await decide(db, head, id, 'approve')).toEqual({ ok: false, reason: 'own_case' })
    await db.policySetting.create({
      data: {
        ...{ id: newId(), key: 'approvals.endorser_recused', organisationId: world.county.id, value: false },
        ...{ source: '试点', validFrom: toDbDate('2026-01-01'), setByName: '测试' },
      },
    })
    expect(await decide(db, head, id, 'approve')).toMatchObject({ ok: true })
  })

  test('what they stood back from; a colleague does', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    const input: CaseInput = { id, version: 2, comment: '与申请人有亲属关系' }
    expect(await recuseFromCase(db, world.head, input, TODAY)).toMatchObject({ ok: true })
    expect(await decide(db, world.head, id, 'approve')).toEqual({ ok: false, reason: 'recused' })
    const deputy = await decider(db, 'leader', world.school.id)
    expect(await decide(db, deputy, id, 'approve')).toMatchObject({ ok: true })
  })
})

describe('while somebody is away', () => {
  const away = (fromId: string, toId: string) => ({
    ...{ id: newId(), fromId, toId, validFrom: toDbDate('2026-09-28'), validTo: toDbDate('2026-10-01') },
  })

  test('whom they named decides for them, in both names', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    const deputy = await decider(db, 'inspector', world.school.id)
    expect(await decide(db, deputy, id, 'approve')).toEqual({ ok: false, reason: 'not_awaited' })
    await db.approvalDelegation.create({ data: away(world.head.accountId, deputy.accountId) })
    expect(await decide(db, deputy, id, 'approve')).toMatchObject({ ok: true })
    const { entries } = await caseOf(db, id)
    expect(entries.at(-1)).toMatchObject({ accountId: deputy.accountId, onBehalfOfId: world.head.accountId })
  })

  test('but not their own case through them', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    await db.approvalDelegation.create({ data: away(world.head.accountId, world.teacher.accountId) })
    expect(await decide(db, world.teacher, id, 'approve')).toEqual({ ok: false, reason: 'own_case' })
  })

  test('nobody is stood in for by two', async ({ db }) => {
    const world = await buildWorld(db)
    const [one, two] = [
      await decider(db, 'leader', world.school.id),
      await decider(db, 'leader', world.school.id),
    ]
    await db.approvalDelegation.create({ data: away(world.head.accountId, one.accountId) })
    await expect(
      db.approvalDelegation.create({ data: away(world.head.accountId, two.accountId) }),
    ).rejects.toThrow()
  })
})

describe('many at once', () => {
  test('all that can be approved are, and the others are counted', async ({ db }) => {
    const world = await buildWorld(db)
    const ids = []
    for (let at = 0; at < 5; at++) ids.push(await openMade(db, world))
    await decide(db, world.head, ids[0] ?? '', 'reject', '不符合条件')
    const done = await approveCases(db, world.head, { ids, comment: '同意' }, TODAY)
    expect(done).toEqual({ ok: true, approved: 4, left: 1 })
    expect(await db.approvalCase.count({ where: { state: 'waiting', step: 1 } })).toBe(4)
    expect(await db.auditEntry.count({ where: { action: 'case.approved' } })).toBe(4)
  })
})

describe('the database', () => {
  test('lets no step be skipped, no decided case move, and no word be changed', async ({ db }) => {
    const world = await buildWorld(db)
    const id = await openMade(db, world)
    const set = (data: object) => db.approvalCase.update({ where: { id }, data })
    await expect(set({ step: 2, version: 3 })).rejects.toThrow()
    await expect(set({ state: 'approved', decidedAt: new Date(), version: 3 })).rejects.toThrow()
    await expect(set({ step: 1 })).rejects.toThrow()
    await decide(db, world.head, id, 'reject', '不符合条件')
    await expect(set({ state: 'waiting', decidedAt: null, version: 4 })).rejects.toThrow()
    await expect(db.approvalEntry.updateMany({ data: { comment: '改' } })).rejects.toThrow()
    await expect(db.approvalEntry.deleteMany({})).rejects.toThrow()
  })
})

describe('at the same moment', () => {
  testOnServer('of two approvers one wins, and the other is told', async ({ db }) => {
    const world = await buildWorld(db)
    const deputy = await decider(db, 'leader', world.school.id)
    for (let round = 0; round < 10; round++) {
      const id = await openMade(db, world)
      const input = { id, version: 2, comment: '', decision: 'approve' as const }
      const answers = await Promise.all([world.head, deputy].map((one) => decideCase(db, one, input, TODAY)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const [refused] = answers.flatMap((one) => (one.ok ? [] : [one.reason]))
      expect(['changed_meanwhile', 'not_awaited']).toContain(refused)
      expect((await caseOf(db, id)).step).toBe(1)
    }
  })

  testOnServer(
    'two lists of the same cases, in other orders, are approved without a deadlock, each case once',
    async ({ db }) => {
      const world = await buildWorld(db)
      const deputy = await decider(db, 'leader', world.school.id)
      const ids: string[] = []
      for (let at = 0; at < 20; at++) ids.push(await openMade(db, world))
      const answers = await Promise.all([
        approveCases(db, world.head, { ids, comment: '' }, TODAY),
        approveCases(db, deputy, { ids: ids.toReversed(), comment: '' }, TODAY),
      ])
      const counts = answers.map((one) => (one.ok ? one.approved : -1))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20)
      expect(await db.approvalEntry.count({ where: { kind: 'approved' } })).toBe(20)
    },
  )
})
