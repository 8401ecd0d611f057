/** Saving a filter from a list's page, and what happens to filters that nobody can have meant. */
import { describe, expect } from 'vitest'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { loader as columns, action as hide } from '#app/routes/_app+/filters+/columns.tsx'
import { loader as mine, action as remove } from '#app/routes/_app+/filters+/index.tsx'
import { loader as form, action as save } from '#app/routes/_app+/filters+/new.tsx'
import { loader as staff } from '#app/routes/_app+/staff+/index.tsx'
import { buildAccount, buildCounty } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

async function signIn(db: PrismaClient, grants: readonly 'registrar'[] = ['registrar']) {
  const county = await buildCounty(db)
  const account = await buildAccount(db, { organisationId: county.id, grants })
  return { county, headers: await signedIn(account.id) }
}
const wish = { list: 'staff', name: '临近退休', query: 'ageFrom=55&stage=primary' }

describe('a filter', () => {
  test('is saved from the page, and stands in the menu of its list', async ({ db }) => {
    const { headers } = await signIn(db)
    const view = await answerOf<FormView>(
      form,
      getRequest('/filters/new?list=staff&query=stage%3Dprimary', headers),
    )
    expect(view.value).toMatchObject({
      hidden: { list: 'staff', query: 'stage=primary' },
      cancelHref: '/staff?stage=primary',
    })
    const saved = await answerOf(save, postRequest('/filters/new', wish, headers))
    expect([saved.status, saved.to]).toEqual([302, '/staff?ageFrom=55&stage=primary'])
    const list = await answerOf<{ saved: { filters: unknown[] } }>(staff, getRequest('/staff', headers))
    expect(list.value.saved.filters).toMatchObject([
      { name: '临近退休', href: '/staff?ageFrom=55&stage=primary' },
    ])
  })

  test.for([
    [{ list: 'nobody' }, 409, ''],
    [{ name: '' }, 422, 'name'],
    [{ name: '长'.repeat(41) }, 422, 'name'],
    [{ query: '' }, 409, ''],
    [{ query: 'q=37159919900101123X' }, 409, ''],
  ] as const)(
    '%j is told where it is wrong, and nothing is saved',
    async ([change, status, field], { db }) => {
      const { headers } = await signIn(db)
      const answer = await answerOf<{ errors: object }>(
        save,
        postRequest('/filters/new', { ...wish, ...change }, headers),
      )
      expect([answer.status, Object.keys(answer.value.errors)]).toEqual([status, [field]])
      expect(await db.savedFilter.count()).toBe(0)
    },
  )

  test('of a list that the reader may not use is not saved, and none is offered', async ({ db }) => {
    const { headers } = await signIn(db, [])
    expect((await answerOf(save, postRequest('/filters/new', wish, headers))).to).toBe('/filters')
    expect(await db.savedFilter.count()).toBe(0)
    expect((await answerOf(form, getRequest('/filters/new?list=staff', headers))).to).toBe('/filters')
  })

  test('that names what is gone opens the list, which says what it did not take', async ({ db }) => {
    const { headers } = await signIn(db)
    await answerOf(
      save,
      postRequest('/filters/new', { ...wish, query: 'subject=gone&column=gone&stage=x' }, headers),
    )
    const { value } = await answerOf<{ filters: { href: string }[] }>(mine, getRequest('/filters', headers))
    const list = await answerOf<{ problems: string[] }>(
      staff,
      getRequest(value.filters[0]?.href ?? '', headers),
    )
    expect(list.status).toBe(400)
    expect(list.value.problems.length).toBeGreaterThan(0)
  })

  test.each(['', 'x', '00000000-0000-7000-8000-000000000000'])('deleting %j deletes nothing', async (id) => {
    const { database } = await import('#app/platform/database/client.server.ts')
    const { headers } = await signIn((await database()).db)
    await answerOf(save, postRequest('/filters/new', wish, headers))
    const answer = await answerOf(remove, postRequest('/filters', { id }, headers))
    expect([answer.status, answer.to, await (await database()).db.savedFilter.count()]).toEqual([
      302,
      '/filters',
      1,
    ])
  })
})

describe('columns of a list', () => {
  const choose = (list: string, shown: readonly string[], headers: Record<string, string>) =>
    answerOf(hide, postRequest(`/filters/columns?list=${list}&query=stage%3Dprimary`, { shown }, headers))
  const hiddenIn = async (headers: Record<string, string>) =>
    (await answerOf<{ saved: { hidden: string[] } }>(staff, getRequest('/staff', headers))).value.saved.hidden

  test('without a tick are hidden, from this person and no other, until they are ticked again', async ({
    db,
  }) => {
    const { county, headers } = await signIn(db)
    const colleague = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
    const shown = ['number', 'organisation', 'state']
    const done = await choose('staff', shown, headers)
    expect([done.status, done.to]).toEqual([302, '/staff?stage=primary'])
    expect(await hiddenIn(headers)).toEqual(['post', 'teaching', 'title', 'honours', 'birth', 'since'])
    expect(await hiddenIn(await signedIn(colleague.id))).toEqual([])
    const view = await answerOf<FormView>(columns, getRequest('/filters/columns?list=staff', headers))
    const [field] = view.value.sections[0]?.fields ?? []
    expect(field?.values).toEqual(shown)
    await choose('staff', field?.options?.map(({ value }) => value) ?? [], headers)
    expect(await hiddenIn(headers)).toEqual([])
  })

  test('that are none, or of a list that is none, hide nothing', async ({ db }) => {
    const { headers } = await signIn(db)
    const all = ['number', 'organisation', 'post', 'teaching', 'title', 'honours', 'birth', 'since', 'state']
    await choose('staff', [...all, 'name', 'gone', "'; --"], headers)
    expect(await hiddenIn(headers)).toEqual([])
    for (const list of ['', 'nobody', "'; --"]) expect((await choose(list, [], headers)).to).toBe('/filters')
    await db.hiddenColumns.updateMany({ data: { columns: ['gone', 'name'] } })
    expect((await answerOf(staff, getRequest('/staff', headers))).status).toBe(200)
  })
})
