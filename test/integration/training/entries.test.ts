/** Reports of hours: handed in, checked, taken back; the ledger and its sums, whoever writes at once. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { certificatePicture } from '#app/modules/training/certificate-picture.ts'
import {
  approveEntries,
  type EntryWish,
  returnEntry,
  reverseEntry,
  submitEntry,
  withdrawEntry,
} from '#app/modules/training/entries.commands.server.ts'
import {
  findEntry,
  listEntries,
  nextWaiting,
  waitingFor,
} from '#app/modules/training/entries.queries.server.ts'
import { countedEntries, standingOf } from '#app/modules/training/hours.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildPolicySetting } from '#test/factories/exchange.ts'
import { actorOf, actorWith, buildAccount, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { buildEntry } from '#test/factories/training.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = '2026-11-23'
const pdf = { name: '结业证书.pdf', bytes: new TextEncoder().encode('%PDF-1.4 certificate') }

const course: EntryWish = {
  ...{
    kind: 'course',
    level: 'county',
    category: 'subject',
    title: '新课标培训',
    provider: '县教师发展中心',
  },
  ...{
    startsOn: '2026-03-14',
    lastDay: '2026-03-15',
    part: 'day',
    tenths: 120,
    evidence: 'attended',
    note: null,
  },
  proof: pdf,
}

async function teacherAt(db: PrismaClient, schoolId: string): Promise<Actor & { personId: string }> {
  const person = await buildPerson(db, { appointment: { workOrgId: schoolId } })
  const account = await buildAccount(db, { organisationId: schoolId, personId: person.id })
  return (await actorOf(db, account.id)) as Actor & { personId: string }
}

async function place(db: PrismaClient) {
  const school = await buildSchool(db)
  const teacher = await teacherAt(db, school.id)
  return { school, teacher, office: await actorWith(db, 'school_office', school.id) }
}

async function submitted(db: PrismaClient, teacher: Actor, wish: Partial<EntryWish> = {}): Promise<string> {
  const done = await submitEntry(db, teacher, { ...course, ...wish }, today)
  if (!done.ok) throw new Error(done.reason)
  return done.id
}

const sumsOf = async (db: PrismaClient, personId: string) =>
  (await db.trainingSum.findMany({ where: { personId } })).reduce((all, { tenths }) => all + tenths, 0)

describe('a report', () => {
  test('the same form sent days later makes no second one; changed, it is another', async ({ db }) => {
    const { teacher } = await place(db)
    const formKey = '018f0000-0000-7000-8000-000000000001'
    const sent = { ...course, formKey }
    const first = await submitEntry(db, teacher, sent, today)
    await db.formAct.deleteMany()
    expect(await submitEntry(db, teacher, sent, today)).toEqual(first)
    const other = await submitEntry(
      db,
      teacher,
      { ...sent, startsOn: '2026-04-11', lastDay: '2026-04-12' },
      today,
    )
    expect(other).toMatchObject({ ok: true })
    expect(await db.trainingEntry.count({ where: { personId: teacher.personId } })).toBe(2)
  })

  test('goes from the teacher to the school and into the ledger, and back out of it whole', async ({
    db,
  }) => {
    const { school, teacher, office } = await place(db)
    const id = await submitted(db, teacher)
    expect(await findEntry(db, office, id)).toMatchObject({
      state: 'submitted',
      canCheck: true,
      isOwn: false,
    })
    expect(await waitingFor(db, office)).toMatchObject({ count: 1 })
    expect(await approveEntries(db, office, { ids: [id] }, today)).toMatchObject({ ok: true, approved: 1 })
    const standing = await standingOf(db, teacher.personId, today)
    expect(standing?.requirements.find(({ code }) => code === 'year')).toMatchObject({
      reached: 120,
      missing: 600,
    })
    const [counted] = await countedEntries(db, teacher.personId, standing as never)
    expect(counted).toMatchObject({ counted: 120, limit: null, state: 'approved' })

    // What was decided stays, whatever is set later.
    await buildPolicySetting(db, {
      ...{ organisationId: school.countyId ?? '', key: 'training.worth_attended', value: 0.5 },
    })
    const approved = await findEntry(db, office, id)
    expect(approved).toMatchObject({ worth: 120, decision: { outcome: 'counts' } })
    expect(approved?.decision?.reasons[0]?.policy).toMatchObject({ key: 'training.worth_attended', value: 1 })
    const taken = { id, version: approved?.version ?? 0, reason: '证书不实' }
    expect(await reverseEntry(db, office, taken)).toMatchObject({ ok: true })
    expect(await sumsOf(db, teacher.personId)).toBe(0)
    expect(await db.trainingLine.findMany({ where: { entryId: id }, orderBy: { at: 'asc' } })).toMatchObject([
      { kind: 'entry', tenths: 0 },
      { kind: 'decision', tenths: 120 },
      { kind: 'reversal', tenths: -120, note: '证书不实' },
    ])
    const acts = await db.auditEntry.findMany({
      where: { personId: teacher.personId },
      orderBy: { at: 'asc' },
    })
    expect(acts.map(({ action }) => action)).toEqual([
      'training.submitted',
      'training.approved',
      'training.reversed',
    ])
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('comes back with a reason, is put right, and keeps its proof', async ({ db }) => {
    const { teacher, office } = await place(db)
    const id = await submitted(db, teacher)
    expect(await returnEntry(db, office, { id, version: 1, reason: '日期不对' })).toMatchObject({ ok: true })
    const corrects = { id, version: 2 }
    const again = { ...course, startsOn: '2026-04-11', lastDay: '2026-04-12', proof: null, corrects }
    expect(await submitEntry(db, teacher, again, today)).toMatchObject({ ok: true, id })
    expect(await submitEntry(db, teacher, again, today)).toMatchObject({
      ok: false,
      reason: 'changed_meanwhile',
    })
    expect(await findEntry(db, teacher, id)).toMatchObject({
      ...{ state: 'submitted', startsOn: '2026-04-11', reason: null, version: 3 },
      proof: { name: '结业证书.pdf' },
    })
    // What was looked at is not what stands now.
    expect(await approveEntries(db, office, { ids: [id], version: 1 }, today)).toMatchObject({
      ...{ ok: false, reason: 'changed_meanwhile' },
    })
  })

  test('is withdrawn by its teacher while nobody has decided, and the time is free again', async ({ db }) => {
    const { teacher, office } = await place(db)
    const id = await submitted(db, teacher)
    expect(await submitEntry(db, teacher, course, today)).toMatchObject({ ok: false, reason: 'overlaps' })
    expect(await withdrawEntry(db, teacher, { id, version: 1 })).toMatchObject({ ok: true })
    expect(await approveEntries(db, office, { ids: [id] }, today)).toMatchObject({
      ok: false,
      reason: 'not_open',
    })
    await submitted(db, teacher)
  })

  test('is nobody else’s business', async ({ db }) => {
    const { teacher, office, school } = await place(db)
    const id = await submitted(db, teacher)
    const colleague = await teacherAt(db, school.id)
    const far = await actorWith(db, 'school_office', (await buildSchool(db)).id)
    for (const other of [colleague, far]) {
      expect(await findEntry(db, other, id)).toBeNull()
      expect(await withdrawEntry(db, other, { id, version: 1 })).toMatchObject({ reason: 'not_found' })
      expect(await returnEntry(db, other, { id, version: 1, reason: '无' })).toMatchObject({
        reason: 'not_found',
      })
      expect(await approveEntries(db, other, { ids: [id] }, today)).toMatchObject({ reason: 'not_open' })
    }
    const corrects = { id, version: 1 }
    expect(await submitEntry(db, colleague, { ...course, corrects }, today)).toMatchObject({
      reason: 'not_found',
    })
    expect((await listEntries(db, far, { state: 'submitted', orgId: null }, null)).rows).toEqual([])
    expect((await listEntries(db, office, { state: 'submitted', orgId: null }, null)).rows).toHaveLength(1)
  })

  test('is not checked by whoever made it, even with the role', async ({ db }) => {
    const { school } = await place(db)
    const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
    const grants = ['school_office' as const]
    const account = await buildAccount(db, { organisationId: school.id, personId: person.id, grants })
    const both = await actorOf(db, account.id)
    const id = await submitted(db, both)
    expect(await findEntry(db, both, id)).toMatchObject({ canCheck: false, isOwn: true })
    expect(await approveEntries(db, both, { ids: [id] }, today)).toMatchObject({ reason: 'not_open' })
    expect(await returnEntry(db, both, { id, version: 1, reason: '无' })).toMatchObject({
      reason: 'own_entry',
    })
    expect(await waitingFor(db, both)).toMatchObject({ count: 0 })
    expect(await nextWaiting(db, both, id)).toBeNull()
  })

  test('with the file of somebody else is told to who checks, and to nobody who reported', async ({ db }) => {
    const { school, teacher, office } = await place(db)
    const colleague = await teacherAt(db, school.id)
    const stranger = await teacherAt(db, (await buildSchool(db)).id)
    const first = await submitted(db, teacher)
    expect((await findEntry(db, office, first))?.sameProof.count).toBe(0)
    const second = await submitted(db, colleague)
    await submitted(db, stranger)
    const told = (await findEntry(db, office, second))?.sameProof
    expect(told).toMatchObject({ count: 2, people: [{ school: school.name }] })
    expect(told?.people).toHaveLength(1)
    expect((await findEntry(db, colleague, second))?.sameProof.count).toBe(0)
  })

  const bomb = Buffer.from(certificatePicture())
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const big = new Uint8Array(8 * 1024 * 1024 + 1)
  big.set(pdf.bytes)
  const refusals: [what: string, wish: Partial<EntryWish>, reason: string][] = [
    ['no certificate', { proof: null }, 'proof_missing'],
    [
      'a certificate that is a program',
      { proof: { name: '证书.pdf', bytes: new TextEncoder().encode('MZ…') } },
      'proof_kind',
    ],
    ['a certificate that is too large', { proof: { name: '证书.pdf', bytes: big } }, 'proof_too_large'],
    ['a picture bomb', { proof: { name: '证书.png', bytes: bomb } }, 'proof_pixels'],
    ['25 hours on a day', { lastDay: '2026-03-14', tenths: 250 }, 'hours_too_many'],
    ['hours in the future', { startsOn: '2027-01-01', lastDay: '2027-01-01', tenths: 60 }, 'in_future'],
    ['hours before the birth', { startsOn: '1950-01-01' }, 'before_service'],
  ]
  test.for(refusals)('is refused for %s, and leaves nothing', async ([, wish, reason], { db }) => {
    const { teacher } = await place(db)
    expect(await submitEntry(db, teacher, { ...course, ...wish }, today)).toMatchObject({ ok: false, reason })
    expect([
      await db.trainingEntry.count(),
      await db.trainingLine.count(),
      await db.attachment.count(),
    ]).toEqual([0, 0, 0])
  })
})

describe('the database itself', () => {
  test('never changes a line, nor takes back more than was given, nor lets an entry jump', async ({ db }) => {
    const { teacher, office } = await place(db)
    const id = await submitted(db, teacher)
    await approveEntries(db, office, { ids: [id] }, today)
    const line = await db.trainingLine.findFirstOrThrow({ where: { kind: 'decision' } })
    await expect(db.trainingLine.update({ where: { id: line.id }, data: { tenths: 999 } })).rejects.toThrow()
    await expect(db.trainingLine.delete({ where: { id: line.id } })).rejects.toThrow()
    const { id: _, reversesId: __, reversedTenths: ___, decision: ____, ...same } = line
    const reversal = { ...same, id: crypto.randomUUID(), kind: 'reversal', reversesId: line.id }
    await expect(
      db.trainingLine.create({ data: { ...reversal, tenths: -60, reversedTenths: 60 } }),
    ).rejects.toThrow()
    await expect(
      db.trainingLine.create({ data: { ...reversal, tenths: -60, reversedTenths: 120 } }),
    ).rejects.toThrow()
    await expect(db.trainingLine.create({ data: { ...same, id: crypto.randomUUID() } })).rejects.toThrow()
    await expect(db.trainingEntry.update({ where: { id }, data: { state: 'submitted' } })).rejects.toThrow()
    expect(await sumsOf(db, teacher.personId)).toBe(120)
  })

  test('lets nobody be at two trainings at once, but for what is spread over days', async ({ db }) => {
    const { id: personId } = await buildPerson(db)
    const day = '2026-05-09'
    await buildEntry(db, { personId, startsOn: day, part: 'morning' })
    await buildEntry(db, { personId, startsOn: day, part: 'afternoon' })
    await buildEntry(db, { personId, startsOn: '2026-05-01', lastDay: '2026-05-31', part: 'spread' })
    await expect(buildEntry(db, { personId, startsOn: day, part: 'day' })).rejects.toThrow()
    await expect(
      buildEntry(db, { personId, startsOn: '2026-05-08', lastDay: day, part: 'day' }),
    ).rejects.toThrow()
    await buildEntry(db, { personId, startsOn: day, part: 'morning', state: 'withdrawn' })
  })
})

describe('the sums', () => {
  test('agree with the ledger after any acts, two at a time', { timeout: 120_000 }, async ({ db }) => {
    const { teacher, office } = await place(db)
    const anAct = fc.record({
      what: fc.constantFrom('submit', 'approve', 'approve', 'return', 'reverse', 'withdraw'),
      which: fc.nat(5),
      tenths: fc.integer({ min: 1, max: 80 }),
    })
    const days = Array.from({ length: 6 }, (_, at) => `2026-06-${String(at + 1).padStart(2, '0')}`)
    const act = async ({ what, which, tenths }: { what: string; which: number; tenths: number }) => {
      const day = days[which] as string
      if (what === 'submit') {
        return submitEntry(db, teacher, { ...course, startsOn: day, lastDay: day, tenths }, today)
      }
      const all = await db.trainingEntry.findMany({ orderBy: { id: 'asc' } })
      const entry = all[which % Math.max(1, all.length)]
      if (!entry) return
      const { id, version } = entry
      if (what === 'approve') return approveEntries(db, office, { ids: [id] }, today)
      if (what === 'return') return returnEntry(db, office, { id, version, reason: '请补充' })
      if (what === 'reverse') return reverseEntry(db, office, { id, version, reason: '有误' })
      return withdrawEntry(db, teacher, { id, version })
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anAct, anAct), { maxLength: 6 }), async (pairs) => {
        for (const pair of pairs) await Promise.all(pair.map(act))
        const lines = await db.trainingLine.findMany()
        const approved = await db.trainingEntry.count({ where: { state: 'approved' } })
        expect(await sumsOf(db, teacher.personId)).toBe(lines.reduce((all, { tenths }) => all + tenths, 0))
        expect(lines.filter(({ kind }) => kind === 'decision').length).toBe(
          approved + lines.filter(({ kind }) => kind === 'reversal').length,
        )
      }),
      { numRuns: 12 },
    )
  })

  testOnServer('count one report once, whoever approves it at the same moment', async ({ db }) => {
    const { teacher, school, office } = await place(db)
    const other = await actorWith(db, 'leader', school.id)
    const id = await submitted(db, teacher)
    const done = await Promise.all(
      Array.from({ length: 8 }, (_, at) => approveEntries(db, at % 2 ? office : other, { ids: [id] }, today)),
    )
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sumsOf(db, teacher.personId)).toBe(120)
  })

  testOnServer('take one of two reports of the same hours sent at the same moment', async ({ db }) => {
    const { teacher } = await place(db)
    const done = await Promise.all(Array.from({ length: 6 }, () => submitEntry(db, teacher, course, today)))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.trainingEntry.count()).toBe(1)
  })
})
