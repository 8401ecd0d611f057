/** What a county's year is at this moment, to be kept as a report; and what it is made of that a reader of the report asks about. */
import { today as dayOf } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { MONTHS, type NotCounted, WHOLE_YEAR } from '../codes.ts'
import { shownGroups } from '../groups.server.ts'
import { type County, type CountyParity, paritiesOf, payItems } from '../parity.queries.server.ts'
import { isSamePaid, recountedYear } from '../recount.sql.server.ts'
import { METHOD_VERSION, type StoredReport } from './stored-report.server.ts'

/** Years before the report's own that its trend shows. */
const YEARS_BEFORE = 5

export async function drawUp(db: Db, county: County, year: number, today: PlainDate): Promise<StoredReport> {
  const years = Array.from({ length: YEARS_BEFORE + 1 }, (_, at) => year - YEARS_BEFORE + at)
  const [trend, items, groups, policies, quality, recounted] = await Promise.all([
    paritiesOf(db, [county], years, today),
    payItems(db),
    shownGroups(db, county, year, today),
    policiesAt(db, county.id, today),
    qualityOf(db, county, year),
    recountedYear(db, [county.id], year),
  ])
  const own = trend.at(-1)
  if (!own) throw new Error(`no parity of ${year}`)
  const duty = policies.use('pay.duty_ratio').value
  return {
    ...{ method: METHOD_VERSION, countyName: county.name },
    settings: {
      ...{ duty, amber: duty + policies.use('pay.amber_margin').value },
      least: policies.use('pay.least_group').value,
    },
    parity: { ...own.parity, people: own.people },
    benchmark: own.benchmark && {
      ...{ version: own.benchmark.version, state: own.benchmark.state },
      ...{ documentNo: own.benchmark.documentNo, setByName: own.benchmark.setByName },
      setOn: dayOf(own.benchmark.setAt),
    },
    items: items.flatMap(({ id, code, part, name, nameEn }) => {
      const basis = own.basis.get(id)
      const fen = own.paid.items.get(id) ?? 0n
      if (!basis || (fen === 0n && !basis.counts)) return []
      const { counts, from, fromYear, reason, documentNo } = basis
      return [{ code, part, name, nameEn, fen, counts, from, fromYear, reason, documentNo }]
    }),
    trend: trend.filter(isKnown).map(({ year: of, parity: { state, average, benchmark, ratio } }) => ({
      ...{ year: of, state, average, benchmark, ratio },
    })),
    groups,
    quality: { ...quality, recounted: isSamePaid(own.paid, recounted.get(county.id) ?? NOTHING) },
  }
}

const NOTHING = { months: 0, items: new Map<number, bigint>() }

const isKnown = ({ parity }: CountyParity) => parity.average !== null || parity.benchmark !== null

async function qualityOf(
  db: Db,
  { id }: County,
  year: number,
): Promise<Omit<StoredReport['quality'], 'recounted'>> {
  const [notCounted, paid, [counted]] = await Promise.all([
    db.$queryRaw<{ why: NotCounted; people: number; months: number }[]>`
      select why, count(distinct person_id)::int as people, count(*)::int as months from pay_month
      where county_id = ${id}::uuid and year = ${year} and why not in ('', 'nothing') group by 1 order by 1`,
    db.payHeads.findMany({
      where: { countyId: id, year, dimension: 'all', months: { gt: 0 } },
      select: { month: true },
    }),
    db.$queryRaw<{ reversed: number; waiting: number }[]>`
      select (select count(*)::int from pay_slip s join organisation o on o.id = s.org_id
          where s.kind = 'reversal' and s.year = ${year} and o.county_id = ${id}::uuid) as reversed,
        (select count(*)::int from pay_stale s where exists (select from pay_month m
          where m.person_id = s.person_id and m.year = ${year} and m.county_id = ${id}::uuid)) as waiting`,
  ])
  const months = new Set(paid.map(({ month }) => month))
  const without = months.has(WHOLE_YEAR)
    ? []
    : Array.from({ length: MONTHS }, (_, at) => at + 1).filter((month) => !months.has(month))
  return { notCounted, without, reversed: counted?.reversed ?? 0, waiting: counted?.waiting ?? 0 }
}
