/** A form sent twice acts once, and both are answered the same; a refusal leaves nothing behind. */
import { describe, expect } from 'vitest'
import { awardHonour, awardTitle } from '#app/modules/registry/awards.commands.server.ts'
import { sweepFormActs } from '#app/platform/acts/form-turn.server.ts'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { createAccount, resetAccountPassword } from '#app/platform/auth/accounts.commands.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const registrar = await actorWith(db, 'registrar', county.id)
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  return { county, registrar, person }
}

const honourOf = (personId: string, version: number) => ({
  ...{ personId, version, honour: 'backbone_county' as const, awardedBy: null },
  ...{ validFrom: '2026-03-01', validTo: null, documentNo: null },
})

describe('a form key', () => {
  test('sent twice at once: one act, two equal answers', async ({ db }) => {
    const { registrar, person } = await buildWorld(db)
    const input = { ...honourOf(person.id, person.version), formKey: newId() }
    const [one, two] = await Promise.all([
      awardHonour(db, registrar, input),
      awardHonour(db, registrar, input),
    ])
    expect(one).toEqual({ ok: true, personId: person.id, version: person.version + 1 })
    expect(two).toEqual(one)
    expect(await db.honourPeriod.count()).toBe(1)
    expect(await db.auditEntry.count({ where: { action: 'honour.awarded' } })).toBe(1)
  })

  test('sent again much later is answered from before, also when more has changed since', async ({ db }) => {
    const { registrar, person } = await buildWorld(db)
    const input = { ...honourOf(person.id, person.version), formKey: newId() }
    const first = await awardHonour(db, registrar, input)
    const title = {
      titleLevel: 'level_1' as const,
      awardedAs: null,
      validFrom: '2026-04-01',
      documentNo: null,
    }
    const next = { personId: person.id, version: person.version + 1, formKey: newId() }
    expect(await awardTitle(db, registrar, { ...title, ...next })).toMatchObject({ ok: true })
    expect(await awardHonour(db, registrar, input)).toEqual(first)
  })

  test('a one-time password is answered twice, and stands nowhere in clear', async ({ db, database }) => {
    const { county } = await buildWorld(db)
    const admin = await actorWith(db, 'administrator', county.id)
    const account = await buildAccount(db, { organisationId: county.id })
    const formKey = newId()
    const reset = () => resetAccountPassword(db, admin, account.id, { formKey })
    const [one, two] = await Promise.all([reset(), reset()])
    expect(one.ok && one.password).toMatch(/^[a-z2-9]{16}$/)
    expect(two).toEqual(one)
    const { rows } = await database.executeSql(
      `select encode(answer, 'escape') as text from form_act union all select coalesce(after::text, '') from audit_entry`,
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { text } of rows) expect(text).not.toContain(one.ok && one.password)
  })

  test('an account is made once, though its password is made anew each time', async ({ db }) => {
    const { county } = await buildWorld(db)
    const admin = await actorWith(db, 'administrator', county.id)
    const wish = { username: 'wang.xy', displayName: '王秀英', organisationId: county.id, staffNumber: '' }
    const make = () => createAccount(db, admin, { ...wish, role: null, formKey: 'f'.repeat(36) })
    const [one, two] = await Promise.all([make(), make()])
    expect([one.ok, two]).toEqual([true, one])
  })

  test('with something else in the form it is another form', async ({ db }) => {
    const { registrar, person } = await buildWorld(db)
    const formKey = newId()
    const input = honourOf(person.id, person.version)
    await awardHonour(db, registrar, { ...input, formKey })
    const changed = { ...input, honour: 'backbone_city' as const, formKey }
    expect(await awardHonour(db, registrar, changed)).toEqual({ ok: false, reason: 'changed_meanwhile' })
    expect(await awardHonour(db, registrar, { ...changed, version: person.version + 1 })).toMatchObject({
      ok: true,
    })
  })

  test('is one account’s own', async ({ db }) => {
    const { county, registrar, person } = await buildWorld(db)
    const other = await actorWith(db, 'registrar', county.id)
    const input = { ...honourOf(person.id, person.version), formKey: newId() }
    await awardHonour(db, registrar, input)
    expect(await awardHonour(db, other, input)).toEqual({ ok: false, reason: 'changed_meanwhile' })
  })

  test('of a refused act is free: the form may be mended and sent again', async ({ db }) => {
    const { registrar, person } = await buildWorld(db)
    const formKey = newId()
    const wrong = { ...honourOf(person.id, person.version + 7), formKey }
    expect(await awardHonour(db, registrar, wrong)).toEqual({ ok: false, reason: 'changed_meanwhile' })
    expect(await db.formAct.count()).toBe(0)
    const right = { ...honourOf(person.id, person.version), formKey }
    expect(await awardHonour(db, registrar, right)).toMatchObject({ ok: true })
  })

  test('is forgotten after a day', async ({ db }) => {
    const { registrar, person } = await buildWorld(db)
    await awardHonour(db, registrar, { ...honourOf(person.id, person.version), formKey: newId() })
    await sweepFormActs(db)
    expect(await db.formAct.count()).toBe(1)
    await db.formAct.updateMany({ data: { doneAt: new Date(Date.now() - 25 * 3_600_000) } })
    await sweepFormActs(db)
    expect(await db.formAct.count()).toBe(0)
  })
})

describe('an act', () => {
  const refuse: Refuse<'too_late'> = refuseAct
  type Done = Outcome<{ id: string }, 'too_late' | 'taken'>

  async function makeCounty(db: PrismaClient, after: (tx: Db) => Promise<void>): Promise<Done> {
    const actor = await actorOf(db, (await buildAccount(db)).id)
    return perform(db, actor, {
      name: 'makeCounty',
      input: {},
      lock: async () => {},
      async write(tx) {
        const { id } = await buildCounty(tx, { code: 'once' })
        const event = { action: 'organisation.created', organisationId: id, subject: `organisation:${id}` }
        return { done: { id }, events: [event] }
      },
      after,
      broken: ({ code }) => (code === '23505' ? 'taken' : null),
    })
  }
  const stored = async (db: PrismaClient) => [
    await db.organisation.count({ where: { code: 'once' } }),
    await db.auditEntry.count(),
  ]

  test('leaves nothing of what it wrote when it is refused at its very end', async ({ db }) => {
    const outcome = await makeCounty(db, async () => refuse('too_late', { latest: '2026-09-01' }))
    expect(outcome).toEqual({ ok: false, reason: 'too_late', values: { latest: '2026-09-01' } })
    expect(await stored(db)).toEqual([0, 0])
  })

  test('answers a broken rule of the database as the refusal it means, and a defect as itself', async ({
    db,
  }) => {
    expect(await makeCounty(db, async () => {})).toMatchObject({ ok: true })
    expect(await makeCounty(db, async () => {})).toEqual({ ok: false, reason: 'taken' })
    await db.organisation.updateMany({ where: { code: 'once' }, data: { code: 'other' } })
    const defect = makeCounty(db, async () => {
      throw new RangeError('a defect')
    })
    await expect(defect).rejects.toThrow('a defect')
    expect(await stored(db)).toEqual([0, 1])
  })
})
