/** Exemptions: recorded with a proof, ended early, refused with a reason, on record, and nobody else's business. */
import { describe, expect } from 'vitest'
import { findDue } from '#app/modules/exchange/due.queries.server.ts'
import {
  type ExemptionWish,
  endExemption,
  recordExemption,
} from '#app/modules/exchange/exemptions.commands.server.ts'
import { findExemption, listExemptions } from '#app/modules/exchange/exemptions.queries.server.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { readContent } from '#app/platform/files/file-content.server.ts'
import { buildExemption, buildPolicySetting } from '#test/factories/exchange.ts'
import { actorWith, buildCounty, buildPerson, buildSchool, buildTitle } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = '2026-11-23'
const pdf = new TextEncoder().encode('%PDF-1.4 proof')

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  await buildTitle(db, { personId: person.id })
  const actor = await actorWith(db, 'registrar', county.id)
  const wish: ExemptionWish = {
    staffNumber: person.staffNumber,
    kind: 'illness',
    validFrom: '2027-03-01',
    lastDay: '2028-02-29',
    documentNo: '教人字1号',
    proof: { name: '诊断证明.pdf', bytes: pdf },
  }
  return { county, school, person, actor, wish }
}

describe('recording', () => {
  test('takes the person off the list for its days, with the proof kept and the act on record', async ({
    db,
  }) => {
    const { person, actor, wish } = await buildWorld(db)
    const outcome = async (year: number) =>
      (await findDue(db, actor, person.id, year, today))?.decision.outcome
    expect(await outcome(2027)).toBe('due')
    const done = await recordExemption(db, actor, wish, today)
    if (!done.ok) throw new Error(done.reason)
    expect(await outcome(2026)).toBe('due')
    expect(await outcome(2027)).toBe('exempt')
    expect(await outcome(2028)).toBe('due')
    const found = await findExemption(db, actor, done.id, today)
    expect(found).toMatchObject({ name: person.name, validTo: '2028-03-01', recordedBy: actor.displayName })
    const { sha256 } = await db.attachment.findUniqueOrThrow({ where: { id: found?.proof?.id ?? '' } })
    expect(Buffer.from((await readContent(db, sha256)).bytes)).toEqual(Buffer.from(pdf))
    const [entry] = await db.auditEntry.findMany({ where: { action: 'exemption.recorded' } })
    expect(entry).toMatchObject({ personId: person.id, subject: `exemption:${done.id}` })
    expect(JSON.stringify(entry?.after)).toContain('诊断证明.pdf')
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  const big = new Uint8Array(5 * 1024 * 1024 + 1)
  big.set(pdf)
  const refusals: [what: string, change: Partial<ExemptionWish>, reason: string][] = [
    ['a number nobody has', { staffNumber: 'T000000000' }, 'person_unknown'],
    ['an end before the start', { lastDay: '2027-02-28' }, 'ends_before_start'],
    ['longer than the limit', { lastDay: '2028-03-01' }, 'too_long'],
    ['no proof', { proof: null }, 'proof_missing'],
    ['an empty proof', { proof: { name: 'a.pdf', bytes: new Uint8Array() } }, 'proof_missing'],
    ['more than the set 5 MB', { proof: { name: 'a.pdf', bytes: big } }, 'proof_too_large'],
    ['a script called .pdf', { proof: { name: 'a.pdf', bytes: Buffer.from('<script>') } }, 'proof_kind'],
  ]

  test.for(refusals)('%s is refused, and nothing is written', async ([, change, reason], { db }) => {
    const { actor, wish } = await buildWorld(db)
    const done = await recordExemption(db, actor, { ...wish, ...change }, today)
    expect(done).toMatchObject({ ok: false, reason })
    expect(await db.exchangeExemption.count()).toBe(0)
    expect(await db.attachment.count()).toBe(0)
    expect(await db.auditEntry.count({ where: { action: 'exemption.recorded' } })).toBe(0)
  })

  test('the limit is the county’s own, and the refusal tells the last day it allows', async ({ db }) => {
    const { county, actor, wish } = await buildWorld(db)
    const setting = { organisationId: county.id, key: 'exchange.exempt_months_illness', value: 3 }
    await buildPolicySetting(db, setting)
    expect(await recordExemption(db, actor, wish, today)).toEqual({
      ok: false,
      reason: 'too_long',
      values: { latest: '2027-05-31' },
    })
  })

  test('the same ground twice at a time is refused, another ground is not', async ({ db }) => {
    const { person, actor, wish } = await buildWorld(db)
    await buildExemption(db, { personId: person.id, validFrom: '2027-06-01', validTo: '2027-09-01' })
    expect(await recordExemption(db, actor, wish, today)).toEqual({ ok: false, reason: 'overlaps' })
    expect(await db.attachment.count()).toBe(0)
    expect((await recordExemption(db, actor, { ...wish, kind: 'dependants' }, today)).ok).toBe(true)
  })

  test('nobody records their own, or for people of another county; a leader reads only', async ({ db }) => {
    const { person, school, actor, wish } = await buildWorld(db)
    const self = { ...actor, personId: person.id }
    expect(await recordExemption(db, self, wish, today)).toMatchObject({ reason: 'own_record' })
    const foreign = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    expect(await recordExemption(db, foreign, wish, today)).toMatchObject({ reason: 'person_unknown' })
    const leader = await actorWith(db, 'leader', school.id)
    expect(await recordExemption(db, leader, wish, today)).toMatchObject({ reason: 'not_allowed' })
    const office = await actorWith(db, 'school_office', school.id)
    expect((await recordExemption(db, office, wish, today)).ok).toBe(true)
  })
})

describe('ending', () => {
  test('early, once: of two at a time the second is told', async ({ db }) => {
    const { person, actor } = await buildWorld(db)
    const { id } = await buildExemption(db, { personId: person.id })
    const act = { id, version: 1, lastDay: '2026-12-31' }
    expect(await endExemption(db, actor, act, today)).toEqual({ ok: true, id })
    expect((await findExemption(db, actor, id, today))?.validTo).toBe('2027-01-01')
    expect(await endExemption(db, actor, { ...act, lastDay: '2026-12-01' }, today)).toMatchObject({
      reason: 'changed_meanwhile',
    })
    const [entry] = await db.auditEntry.findMany({ where: { action: 'exemption.ended' } })
    expect(entry).toMatchObject({ before: { validTo: '2027-09-01' }, after: { validTo: '2027-01-01' } })
  })

  test.for(['2026-08-31', '2027-08-31', '2030-01-01'])('on %s is refused', async (lastDay, { db }) => {
    const { person, actor } = await buildWorld(db)
    const { id } = await buildExemption(db, { personId: person.id })
    const done = await endExemption(db, actor, { id, version: 1, lastDay }, today)
    expect(done).toMatchObject({ ok: false, reason: 'end_out_of_range' })
  })
})

describe('reading', () => {
  test('within scope only, and what concerns oneself', async ({ db }) => {
    const { person, actor } = await buildWorld(db)
    const { id } = await buildExemption(db, { personId: person.id })
    const none = { kind: null, state: null, orgId: null }
    expect((await listExemptions(db, actor, none, null, today)).rows.map((row) => row.id)).toEqual([id])
    const foreign = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    expect((await listExemptions(db, foreign, none, null, today)).total).toBe(0)
    expect(await findExemption(db, foreign, id, today)).toBeNull()
    expect(await findExemption(db, { ...foreign, grants: [], personId: person.id }, id, today)).not.toBeNull()
    const ended = { ...none, state: 'ended' as const }
    expect((await listExemptions(db, actor, ended, null, today)).total).toBe(0)
  })
})

testOnServer('two who record the same ground at once: one stands', async ({ db }) => {
  const { actor, wish } = await buildWorld(db)
  const done = await Promise.all([1, 2, 3].map(() => recordExemption(db, actor, wish, today)))
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.exchangeExemption.count()).toBe(1)
  expect(await db.attachment.count()).toBe(1)
})
