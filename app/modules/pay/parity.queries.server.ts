/** What the comparison of pay is made of: counties within reach, kept sums, which items count, benchmarks. Nothing is counted here. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { type BasisWord, basisIn, type ItemBasis } from './basis.ts'
import { type BenchmarkParts, readParts } from './benchmark.ts'
import type { BenchmarkState, PayPart } from './codes.ts'
import { type Paid, type Parity, type PayPolicies, parityOf } from './parity.ts'

export type County = {
  id: string
  code: string
  name: string
  prefectureId: string | null
  lineage: string[]
}
export type Item = { id: number; code: string; part: PayPart; name: string; nameEn: string }
export type Benchmark = {
  id: string
  countyId: string
  year: number
  version: number
  state: BenchmarkState
  fen: bigint
  parts: BenchmarkParts
  documentNo: string
  setByName: string
  setAt: Date
}

const COUNTY = { id: true, code: true, name: true, prefectureId: true, lineage: true } as const

/** Every county and zone there is. */
export const everyCounty = (db: Db): Promise<County[]> =>
  db.organisation.findMany({
    where: { kind: { in: ['county', 'zone'] } },
    select: COUNTY,
    orderBy: { code: 'asc' },
  })

/** Counties and zones that the reader may see figures of, in the tree's order. */
export function countiesFor(db: Db, actor: Actor): Promise<County[]> {
  const within = scopeOf(actor, 'pay:read')
  if (within.length === 0) return Promise.resolve([])
  return db.organisation.findMany({
    where: { kind: { in: ['county', 'zone'] }, lineage: { hasSome: within } },
    select: COUNTY,
    orderBy: { code: 'asc' },
  })
}

/** Items of teachers' pay, in order. */
export async function payItems(db: Db): Promise<Item[]> {
  const items = await db.payItem.findMany({
    where: { side: { not: 'civil' } },
    select: { id: true, code: true, part: true, name: true, nameEn: true },
    orderBy: { id: 'asc' },
  })
  return items.map((one) => ({ ...one, part: one.part as PayPart }))
}

/** Everything that was said of which items count in the counties: in their prefecture, by themselves. */
export async function basisWords(
  db: Db,
  counties: readonly County[],
): Promise<(countyId: string) => BasisWord[]> {
  const ids = counties.flatMap(({ id, prefectureId }) => (prefectureId ? [id, prefectureId] : [id]))
  const found = await db.payBasis.findMany({ where: { orgId: { in: ids } } })
  const byCounty = new Map(counties.map((one) => [one.id, one]))
  return (countyId) =>
    found
      .filter(({ orgId }) => orgId === countyId || orgId === byCounty.get(countyId)?.prefectureId)
      .map(({ orgId, setAt, ...word }) => ({
        ...word,
        level: orgId === countyId ? 'county' : 'prefecture',
        at: setAt.getTime(),
      }))
}

/** Sums of counties and years. `people`: of the month in which most were paid. */
export async function paidOf(
  db: Db,
  countyIds: readonly string[],
  years: readonly number[],
): Promise<(countyId: string, year: number) => Paid & { people: number }> {
  const [heads, items] = await Promise.all([
    db.$queryRaw<{ countyId: string; year: number; months: number; people: number }[]>`
      select county_id as "countyId", year, sum(months)::int as months, max(people)::int as people from pay_heads
      where county_id = any(${[...countyIds]}::uuid[]) and year = any(${[...years]}::int[]) and dimension = 'all' group by 1, 2`,
    db.$queryRaw<{ countyId: string; year: number; itemId: number; fen: bigint }[]>`
      select county_id as "countyId", year, item_id as "itemId", fen from pay_figure
      where county_id = any(${[...countyIds]}::uuid[]) and year = any(${[...years]}::int[]) and dimension = 'year'`,
  ])
  return (countyId, year) => {
    const head = heads.find((one) => one.countyId === countyId && one.year === year)
    const own = items.filter((one) => one.countyId === countyId && one.year === year)
    return {
      months: head?.months ?? 0,
      people: head?.people ?? 0,
      items: new Map(own.map(({ itemId, fen }) => [itemId, fen])),
    }
  }
}

/** Years of which anything was paid or set, the latest first. */
export async function payYears(db: Db, countyIds: readonly string[]): Promise<number[]> {
  const found = await db.$queryRaw<{ year: number }[]>`
    select distinct year from (
      select year from pay_heads where county_id = any(${[...countyIds]}::uuid[]) and dimension = 'all' and months > 0
      union select year from pay_benchmark where county_id = any(${[...countyIds]}::uuid[])) x order by year desc`
  return found.map(({ year }) => year)
}

/** The latest word on the benchmark of each county and year. */
export async function benchmarksOf(
  db: Db,
  countyIds: readonly string[],
  years: readonly number[],
): Promise<(countyId: string, year: number) => Benchmark | null> {
  const found = await db.payBenchmark.findMany({
    where: { countyId: { in: [...countyIds] }, year: { in: [...years] } },
    distinct: ['countyId', 'year'],
    orderBy: [{ countyId: 'asc' }, { year: 'asc' }, { version: 'desc' }],
  })
  return (countyId, year) => {
    const one = found.find((benchmark) => benchmark.countyId === countyId && benchmark.year === year)
    return one ? { ...one, state: one.state as BenchmarkState, parts: readParts(one.parts) } : null
  }
}

export type CountyParity = {
  county: County
  year: number
  parity: Parity
  people: number
  paid: Paid
  benchmark: Benchmark | null
  basis: ReadonlyMap<number, ItemBasis>
}

/**
 * The comparison of counties and years, each by the items and settings that hold in it. `also`: words that are not said yet, to show
 * what they would do.
 */
export async function paritiesOf(
  db: Db,
  counties: readonly County[],
  years: readonly number[],
  today: PlainDate,
  also: (county: County) => readonly BasisWord[] = () => [],
): Promise<CountyParity[]> {
  const ids = counties.map(({ id }) => id)
  const [items, words, paid, benchmark, policies] = await Promise.all([
    payItems(db),
    basisWords(db, counties),
    paidOf(db, ids, years),
    benchmarksOf(db, ids, years),
    policiesAtEach(
      db,
      ids.map((organisationId) => ({ organisationId, day: today })),
    ),
  ])
  return counties.flatMap((county, at) =>
    years.map((year) => {
      const basis = basisIn(year, items, [...words(county.id), ...also(county)])
      const own = paid(county.id, year)
      const found = benchmark(county.id, year)
      const counts = (itemId: number) => basis.get(itemId)?.counts ?? false
      const parity = parityOf(own, counts, found?.fen ?? null, policies[at] as PayPolicies)
      return { county, year, parity, people: own.people, paid: own, benchmark: found, basis }
    }),
  )
}
