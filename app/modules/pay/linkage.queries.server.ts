/** What the linkage clock and the last twelve months are made of, read for counties at once. */
import { today as dayOf } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { basisIn } from './basis.ts'
import { type BenchmarkWord, type Clock, clockOf, raisesOf } from './linkage.ts'
import { type CountedMonth, type MonthNumber, type MonthPaid, monthsPaid } from './months-paid.ts'
import { basisWords, type County, payItems } from './parity.queries.server.ts'
import type { PayPolicies } from './parity.ts'

/** Everything that was said of the counties' benchmarks. */
export async function benchmarkWords(
  db: Db,
  counties: readonly County[],
): Promise<(countyId: string) => BenchmarkWord[]> {
  const found = await db.payBenchmark.findMany({
    where: { countyId: { in: counties.map(({ id }) => id) } },
    select: { countyId: true, year: true, version: true, fen: true, effectiveOn: true, setAt: true },
  })
  return (countyId) =>
    found
      .filter((one) => one.countyId === countyId)
      .map(({ effectiveOn, setAt, ...word }) => ({
        ...word,
        effectiveOn: fromDbDate(effectiveOn),
        setOn: dayOf(setAt),
      }))
}

/** Pay of counties month by month in the years given, of items that count in each. */
export async function monthsOf(
  db: Db,
  counties: readonly County[],
  years: readonly number[],
): Promise<(countyId: string) => Map<MonthNumber, MonthPaid>> {
  const [items, words] = await Promise.all([payItems(db), basisWords(db, counties)])
  const counted = counties.flatMap(({ id }) =>
    years.map((year) => {
      const basis = [...basisIn(year, items, words(id)).values()]
      return { id, year, items: basis.filter(({ counts }) => counts).map(({ itemId }) => itemId) }
    }),
  )
  const rows = await db.$queryRaw<(CountedMonth & { countyId: string })[]>`
    select h.county_id as "countyId", h.year, h.month, h.months, coalesce((
        select sum(f.fen) from pay_figure f where f.county_id = h.county_id and f.year = h.year and f.month = h.month
          and f.dimension = 'all' and f.value = '' and f.item_id = any(c.items)), 0)::bigint as fen
    from json_to_recordset(${JSON.stringify(counted)}::json) as c(id uuid, year int, items smallint[])
    join pay_heads h on h.county_id = c.id and h.year = c.year and h.dimension = 'all' and h.months > 0`
  return (countyId) => monthsPaid(rows.filter((one) => one.countyId === countyId))
}

export type CountyClock = { county: County; clock: Clock }

/** Of no county are older raises shown: who has not followed by then has later ones running. */
const YEARS_BACK = 4

/** Every county's clocks of the last years, the latest year first. */
export async function clocksOf(
  db: Db,
  counties: readonly County[],
  today: PlainDate,
): Promise<CountyClock[]> {
  const thisYear = Number(today.slice(0, 4))
  const words = await benchmarkWords(db, counties)
  const raised = counties.flatMap((county) =>
    raisesOf(words(county.id))
      .filter(({ year }) => year > thisYear - YEARS_BACK)
      .map((raise) => ({ county, raise })),
  )
  if (raised.length === 0) return []
  const first = Math.min(...raised.map(({ raise }) => raise.year)) - 1
  const years = Array.from({ length: thisYear - first + 1 }, (_, at) => first + at)
  const [months, policies] = await Promise.all([
    monthsOf(db, counties, years),
    policiesAtEach(
      db,
      counties.map(({ id: organisationId }) => ({ organisationId, day: today })),
    ),
  ])
  return raised
    .map(({ county, raise }) => ({
      county,
      clock: clockOf(raise, months(county.id), policies[counties.indexOf(county)] as PayPolicies, today),
    }))
    .sort((one, other) => other.clock.year - one.clock.year)
}

/** Those that have not followed in time, of each county the latest raise alone. */
export async function overdueClocks(
  db: Db,
  counties: readonly County[],
  today: PlainDate,
): Promise<CountyClock[]> {
  const seen = new Set<string>()
  return (await clocksOf(db, counties, today)).filter(({ county, clock }) => {
    const isLatest = !seen.has(county.id)
    seen.add(county.id)
    return isLatest && clock.state === 'overdue'
  })
}
