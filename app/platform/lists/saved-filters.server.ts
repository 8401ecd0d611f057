/** Saved filters: read, save, delete. Everybody's own; shared ones are read by the colleagues of the same organisation. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma, type PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import { newId } from '#app/platform/ids.ts'
import { type FilterRefusal, filterOf } from './saved-filter.ts'

const MOST_A_LIST = 50

/** A list of some room, as its manifest names it. */
export type NamedList = { key: string; path: string }

export type SavedFilter = {
  id: string
  list: string
  name: string
  href: string
  isOwn: boolean
  isShared: boolean
}

/** The reader's own filters of these lists and those that colleagues share, by name. */
export async function savedFilters(
  db: Db,
  { accountId, organisationId }: Actor,
  lists: readonly NamedList[],
): Promise<SavedFilter[]> {
  const pathOf = new Map(lists.map(({ key, path }) => [key, path]))
  const rows = await db.savedFilter.findMany({
    where: { list: { in: [...pathOf.keys()] }, OR: [{ accountId }, { organisationId, isShared: true }] },
    orderBy: [{ list: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: lists.length * MOST_A_LIST * 2,
  })
  return rows.map(({ id, list, name, query, isShared, accountId: owner }) => ({
    ...{ id, list, name, isShared, isOwn: owner === accountId },
    href: `${pathOf.get(list)}?${query}`,
  }))
}

export type KeptOfList = { filters: Pick<SavedFilter, 'id' | 'name' | 'href' | 'isOwn'>[]; hidden: string[] }

/**
 * What a reader keeps of one list: filters as above, and the columns they hide. Every list asks: one query, which
 * brings `beside` (one JSON value) along where the page needs something else at the same moment.
 */
export async function keptOfList<Beside = null>(
  db: Db,
  { accountId, organisationId }: Actor,
  { key, path }: NamedList,
  beside: Prisma.Sql = Prisma.sql`null`,
): Promise<KeptOfList & { beside: Beside }> {
  const [found] = await db.$queryRaw<
    {
      filters: { id: string; name: string; query: string; isOwn: boolean }[]
      hidden: string[]
      beside: Beside
    }[]
  >`
    select coalesce((select columns from hidden_columns
        where account_id = ${accountId}::uuid and list = ${key}), '{}') as hidden,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'query', query,
          'isOwn', account_id = ${accountId}::uuid) order by name, id)
        from (select * from saved_filter where list = ${key}
          and (account_id = ${accountId}::uuid or (organisation_id = ${organisationId}::uuid and is_shared))
          order by name, id limit ${MOST_A_LIST * 2}) kept), '[]') as filters,
      (${beside}) as beside`
  if (!found) throw new Error('a select without a table answers one row')
  const { filters, ...others } = found
  return {
    ...others,
    filters: filters.map(({ query, ...filter }) => ({ ...filter, href: `${path}?${query}` })),
  }
}

const refuse: Refuse<FilterRefusal> = refuseAct

export type FilterWish = { list: string; name: string; query: string; isShared: boolean }

/** Keeps a filter under a name. Whether the actor may use the list is asked before. */
export function saveFilter(
  db: PrismaClient,
  actor: Actor,
  wish: FilterWish & Keyed,
): Promise<Outcome<{ id: string }, FilterRefusal>> {
  const { accountId, organisationId, personId } = actor
  const { list, name, isShared } = wish
  return perform(db, actor, {
    name: 'saveFilter',
    input: wish,
    async lock(tx) {
      const filter = filterOf(wish.query)
      if (!filter.ok) refuse(filter.reason)
      // One at a time of an account: the number is counted under its lock.
      await tx.$queryRaw`select id from account where id = ${accountId}::uuid for no key update`
      if ((await tx.savedFilter.count({ where: { accountId, list } })) >= MOST_A_LIST)
        refuse('too_many', { most: MOST_A_LIST })
      return filter.query
    },
    async write(tx, query) {
      const id = newId()
      await tx.savedFilter.create({ data: { id, accountId, organisationId, list, name, query, isShared } })
      const about = { organisationId, personId, subject: `filter:${id}` }
      const event = {
        action: 'filter.saved',
        ...about,
        after: { name, list, filter: query, shared: isShared },
      }
      return { done: { id }, events: [event] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'same_name' : null),
  })
}

/** Deletes an own filter; another's is not there. */
export function deleteFilter(
  db: PrismaClient,
  actor: Actor,
  input: { id: string } & Keyed,
): Promise<Outcome<{ name: string }, FilterRefusal>> {
  const { accountId, organisationId, personId } = actor
  const { id } = input
  return perform(db, actor, {
    name: 'deleteFilter',
    input,
    lock: async (tx) => (await tx.savedFilter.findFirst({ where: { id, accountId } })) ?? refuse('not_found'),
    async write(tx, { name, list, query }) {
      await tx.savedFilter.delete({ where: { id } })
      const about = { organisationId, personId, subject: `filter:${id}` }
      const event = { action: 'filter.deleted', ...about, before: { name, list, filter: query } }
      return { done: { name }, events: [event] }
    },
  })
}
