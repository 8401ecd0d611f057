/** The demo's saved filters: what an office of staff looks up every term, shared with its colleagues. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { staffList } from './ui/lists.ts'

const FILTERS = [
  { name: '55 岁以上在职', query: 'ageFrom=55' },
  { name: '小学数学', query: 'stage=primary&subject=mathematics' },
  { name: '在本校满 6 年', query: 'yearsFrom=6' },
] as const

export async function seedFilters(tx: Db, { newId }: SeedWish): Promise<void> {
  const registrars = await tx.account.findMany({
    where: { grants: { some: { role: 'registrar', revokedAt: null } } },
    select: { id: true, organisationId: true },
    orderBy: { id: 'asc' },
  })
  await tx.savedFilter.createMany({
    data: registrars.flatMap(({ id: accountId, organisationId }) =>
      FILTERS.map((filter, at) => ({
        ...{ id: newId(), accountId, organisationId, list: staffList.key },
        ...filter,
        isShared: at === 0,
      })),
    ),
  })
}
