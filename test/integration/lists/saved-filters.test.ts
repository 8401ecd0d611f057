/** Saved filters: one's own, shared in one's own organisation and no further, and never a way to see more. */
import { describe, expect } from 'vitest'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { deleteFilter, savedFilters, saveFilter } from '#app/platform/lists/saved-filters.server.ts'
import { actorOf, buildAccount, buildCounty } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const lists = [
  { key: 'staff', path: '/staff' },
  { key: 'audit', path: '/audit' },
]
const wish = { list: 'staff', name: '小学数学', query: 'stage=primary&cursor=abc', isShared: false }

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const of = async (organisationId: string) =>
    actorOf(db, (await buildAccount(db, { organisationId, grants: ['registrar'] })).id)
  return {
    me: await of(county.id),
    colleague: await of(county.id),
    stranger: await of((await buildCounty(db)).id),
  }
}

describe('a filter', () => {
  test('is saved without the place in the list, found again by its list, and on record', async ({ db }) => {
    const { me } = await buildWorld(db)
    expect(await saveFilter(db, me, wish)).toMatchObject({ ok: true })
    const [found] = await savedFilters(db, me, lists)
    expect(found).toMatchObject({
      name: '小学数学',
      href: '/staff?stage=primary',
      isOwn: true,
      isShared: false,
    })
    expect(await savedFilters(db, me, lists.slice(1))).toEqual([])
    expect(await db.auditEntry.count({ where: { action: 'filter.saved' } })).toBe(1)
  })

  test('is seen by colleagues when it is shared, by nobody elsewhere', async ({ db }) => {
    const { me, colleague, stranger } = await buildWorld(db)
    await saveFilter(db, me, wish)
    await saveFilter(db, me, { ...wish, name: '共享的', isShared: true })
    const names = async (actor: typeof me) => (await savedFilters(db, actor, lists)).map(({ name }) => name)
    expect((await names(me)).sort()).toEqual(['共享的', '小学数学'].sort())
    expect(await names(colleague)).toEqual(['共享的'])
    expect(await names(stranger)).toEqual([])
    expect((await savedFilters(db, colleague, lists))[0]).toMatchObject({ isOwn: false })
  })

  test('is deleted by its owner alone', async ({ db }) => {
    const { me, colleague } = await buildWorld(db)
    const saved = await saveFilter(db, me, { ...wish, isShared: true })
    const id = saved.ok ? saved.id : ''
    for (const [actor, which] of [
      [colleague, id],
      [me, newId()],
    ] as const)
      expect(await deleteFilter(db, actor, { id: which })).toEqual({ ok: false, reason: 'not_found' })
    expect(await deleteFilter(db, me, { id })).toMatchObject({ ok: true, name: '小学数学' })
    expect(await savedFilters(db, me, lists)).toEqual([])
  })

  test.for([
    [{ query: 'cursor=x' }, 'nothing_filtered'],
    [{ query: 'q=371599199001011234' }, 'identity_number'],
    [{}, 'same_name'],
  ] as const)('%j is refused: %s', async ([change, reason], { db }) => {
    const { me } = await buildWorld(db)
    await saveFilter(db, me, wish)
    expect(await saveFilter(db, me, { ...wish, ...change })).toEqual({ ok: false, reason })
    expect(await db.savedFilter.count()).toBe(1)
  })

  test('of the same name stands once a list and a person', async ({ db }) => {
    const { me, colleague } = await buildWorld(db)
    expect(await saveFilter(db, me, wish)).toMatchObject({ ok: true })
    expect(await saveFilter(db, colleague, wish)).toMatchObject({ ok: true })
    expect(await saveFilter(db, me, { ...wish, list: 'audit' })).toMatchObject({ ok: true })
  })

  test('is the fifty-first of its list: refused, with the number that is allowed', async ({ db }) => {
    const { me } = await buildWorld(db)
    const { accountId, organisationId } = me
    await db.savedFilter.createMany({
      data: Array.from({ length: 50 }, (_, at) => ({
        ...{
          id: newId(),
          accountId,
          organisationId,
          list: 'staff',
          name: `第 ${at}`,
          query: 'stage=primary',
        },
      })),
    })
    expect(await saveFilter(db, me, wish)).toEqual({ ok: false, reason: 'too_many', values: { most: 50 } })
  })

  testOnServer('saved by two hands at once under one name stands once', async ({ db }) => {
    const { me } = await buildWorld(db)
    const both = await Promise.all([saveFilter(db, me, wish), saveFilter(db, me, wish)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})
