/** The groups that explain a county's average: of small ones, and of those that would tell them, nothing (suppression.ts). */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { MONTHS, PAY_DIMENSIONS, type PayDimension, WHOLE_YEAR } from './codes.ts'
import { type County, paritiesOf } from './parity.queries.server.ts'
import { countedFen } from './parity.ts'
import { keyOf, suppressed } from './suppression.ts'

/** What may be shown of a group; null where nothing may. */
export type ShownGroup = { value: string; shown: { people: number; months: number; fen: bigint } | null }
export type ShownGroups = { dimension: PayDimension; lines: ShownGroup[] }

export async function shownGroups(
  db: Db,
  county: County,
  year: number,
  today: PlainDate,
): Promise<ShownGroups[]> {
  // What is left out has to fit all counties of the prefecture at once, whoever reads which.
  const peers = await db.organisation.findMany({
    where: { kind: { in: ['county', 'zone'] }, prefectureId: county.prefectureId },
    select: { id: true },
  })
  const ids = peers.map(({ id }) => id)
  const [{ heads, items, span }, policies, [parity]] = await Promise.all([
    groupsOf(db, ids, year),
    policiesAt(db, county.id, today),
    paritiesOf(db, [county], [year], today),
  ])
  const counts = (itemId: number) => parity?.basis.get(itemId)?.counts ?? false
  const least = policies.use('pay.least_group').value
  return PAY_DIMENSIONS.map((dimension) => {
    const of = heads.filter((one) => one.dimension === dimension)
    const hidden = suppressed(
      of.map(({ countyId, value, months }) => ({
        ...{ row: countyId, column: `is ${value}`, people: Math.floor(months / span(countyId)) },
      })),
      least,
    )
    const lines = of
      .filter(({ countyId }) => countyId === county.id)
      .map(({ value, months }): ShownGroup => {
        if (hidden.has(keyOf({ row: county.id, column: `is ${value}` }))) return { value, shown: null }
        const paid = items.filter(
          (one) => one.countyId === county.id && one.dimension === dimension && one.value === value,
        )
        const fen = countedFen({ months, items: new Map(paid.map((one) => [one.itemId, one.fen])) }, counts)
        return { value, shown: { people: Math.round(months / span(county.id)), months, fen } }
      })
    return { dimension, lines }
  })
}

/** What explains a year's average: groups of counties, and what each was paid, by item; and how many months of the year are paid. */
async function groupsOf(db: Db, countyIds: readonly string[], year: number) {
  const dimensions = [...PAY_DIMENSIONS]
  const [heads, items, paid] = await Promise.all([
    db.payHeads.findMany({
      where: { countyId: { in: [...countyIds] }, year, dimension: { in: dimensions }, months: { gt: 0 } },
    }),
    db.payFigure.findMany({
      where: { countyId: { in: [...countyIds] }, year, dimension: { in: dimensions } },
    }),
    db.payHeads.findMany({
      where: { countyId: { in: [...countyIds] }, year, dimension: 'all', months: { gt: 0 } },
      select: { countyId: true, month: true },
    }),
  ])
  const span = (countyId: string) => {
    const own = paid.filter((one) => one.countyId === countyId)
    return own.some(({ month }) => month === WHOLE_YEAR) ? MONTHS : Math.max(1, own.length)
  }
  return { heads, items, span }
}
