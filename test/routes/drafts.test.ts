/** What was typed and not sent to the end: offered to its own account at its own form, and gone once the form is through. */
import { describe, expect } from 'vitest'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { sweepDrafts } from '#app/platform/forms/drafts.server.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { action as newAccount } from '#app/routes/_app+/accounts+/new.tsx'
import { action as drafts } from '#app/routes/_app+/drafts.ts'
import { action as password } from '#app/routes/_app+/me+/password.tsx'
import { action as hire, loader as hireForm } from '#app/routes/_app+/staff+/new.tsx'
import { buildAccount, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

async function signIn(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const account = await buildAccount(db, {
    organisationId: county.id,
    grants: ['registrar', 'administrator'],
  })
  const colleague = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
  const headers = await signedIn(account.id)
  return { county, school, headers, others: await signedIn(colleague.id) }
}

type Headers = Record<string, string>

const keep = (fields: Record<string, string>, headers: Headers) =>
  answerOf(drafts, postRequest('/drafts', fields, headers))
const typed = { address: '/staff/new', 'typed.name': '王秀英', 'typed.idNumber': '371502198001010023' }

async function draftAt(address: string, headers: Headers) {
  return (await answerOf<FormView>(hireForm, getRequest(address, headers))).value.draft
}

describe('a draft', () => {
  test('kept while one types is offered at its form, stands in the fields when taken, and is nobody else’s', async ({
    db,
  }) => {
    const { headers, others } = await signIn(db)
    expect(await draftAt('/staff/new', headers)).toEqual({ address: '/staff/new' })
    expect((await keep(typed, headers)).status).toBe(204)
    const offered = await draftAt('/staff/new', headers)
    expect(offered).toMatchObject({ address: '/staff/new', left: { href: '/staff/new?draft=1' } })
    expect(offered?.values).toBeUndefined()
    const taken = await draftAt('/staff/new?draft=1', headers)
    expect(taken?.values).toEqual({ name: '王秀英', idNumber: '371502198001010023' })
    expect(await draftAt('/staff/new?draft=1', others)).toEqual({ address: '/staff/new' })
  })

  test('lies encrypted: nothing that was typed can be read in the table', async ({ db }) => {
    const { headers } = await signIn(db)
    await keep(typed, headers)
    const [{ body } = { body: new Uint8Array() }] = await db.formDraft.findMany()
    expect(Buffer.from(body).toString('latin1')).not.toContain('371502198001010023')
  })

  test('is made by a post that went no further, and gone once the form is through', async ({ db }) => {
    const { school, headers } = await signIn(db)
    const fields = {
      ...{ name: '李建国', idKind: '1', idNumber: '', validFrom: '2026-09-01' },
      ...{ workOrgId: school.code, establishmentOrgId: '', payOrgId: '' },
    }
    const checked = await answerOf<ActReply>(hire, postRequest('/staff/new', fields, headers))
    expect(checked.value.check?.lines.length).toBeGreaterThan(2)
    expect((await draftAt('/staff/new?draft=1', headers))?.values).toMatchObject({ name: '李建国' })
    const done = await answerOf(
      hire,
      postRequest('/staff/new?draft=1', { ...fields, intent: 'commit' }, headers),
    )
    expect(done.status).toBe(302)
    expect(await db.formDraft.count()).toBe(0)
  })

  test('is thrown away on request, and leads back to the empty form', async ({ db }) => {
    const { headers } = await signIn(db)
    await keep(typed, headers)
    const dropped = await keep({ address: '/staff/new', intent: 'drop' }, headers)
    expect([dropped.status, dropped.to]).toEqual([302, '/staff/new'])
    expect(await db.formDraft.count()).toBe(0)
  })

  test('never holds a password', async ({ db }) => {
    const { headers } = await signIn(db)
    const secrets = { current: 'not the password', next: 'a new long password', again: 'another one' }
    const answer = await answerOf<ActReply>(password, postRequest('/me/password', secrets, headers))
    expect([answer.status, answer.value.values]).toEqual([422, {}])
    await answerOf(newAccount, postRequest('/accounts/new', { displayName: '张', username: '?' }, headers))
    expect(await db.formDraft.findMany({ select: { address: true } })).toEqual([{ address: '/accounts/new' }])
  })

  test.for([
    '//elsewhere.example/staff',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '/\\elsewhere.example',
    '',
    `/${'a'.repeat(400)}`,
  ])('at %j is none: nothing is kept, and nobody is led there', async (address, { db }) => {
    const { headers } = await signIn(db)
    expect((await keep({ ...typed, address }, headers)).status).toBe(404)
    expect((await keep({ address, intent: 'drop' }, headers)).status).toBe(404)
    expect(await db.formDraft.count()).toBe(0)
  })

  test('goes when nobody comes back for it; of very many the oldest go', async ({ db }) => {
    const { headers } = await signIn(db)
    for (let at = 0; at < 33; at++) await keep({ ...typed, address: `/staff/new?below=${at}` }, headers)
    expect(await db.formDraft.count()).toBe(30)
    expect(await db.formDraft.findFirst({ where: { address: '/staff/new?below=0' } })).toBeNull()
    await db.formDraft.updateMany({ data: { savedAt: new Date(Date.now() - 15 * 86_400_000) } })
    await sweepDrafts(db)
    expect(await db.formDraft.count()).toBe(0)
  })
})
