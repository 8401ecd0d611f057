/**
 * The demo's pay: three years of everybody's, two by the year and the last by the month, and what civil servants got. In some counties
 * less than teachers, in some more; two have not followed the last raise. The same seed gives the same amounts.
 */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type BenchmarkParts, keptParts } from './benchmark.ts'
import { MONTHS, WHOLE_YEAR } from './codes.ts'
import { type County, everyCounty, paritiesOf } from './parity.queries.server.ts'
import { drawUp } from './reports/report.data.server.ts'
import { keptReport } from './reports/stored-report.server.ts'

const AUTHOR = 'shizi seed'

export async function seedPay(tx: Db, { today, newId }: SeedWish): Promise<void> {
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number)
  const years = [thisYear - 2, thisYear - 1, thisYear]
  await payPeople(
    tx,
    years.flatMap((year) =>
      year < thisYear
        ? [{ year, month: WHOLE_YEAR }]
        : Array.from({ length: thisMonth - 1 }, (_, at) => ({ year, month: at + 1 })),
    ),
    thisYear,
  )
  await sayBenchmarks(tx, years, today, newId)
  await drawUpReports(tx, today, newId)
}

/**
 * Post and grade pay by title and age, performance pay, awards, and what is paid for a place or a task. Counties pay differently, and
 * raise it by 4% a year; every fourth of them did not this year.
 */
async function payPeople(
  tx: Db,
  periods: readonly { year: number; month: number }[],
  thisYear: number,
): Promise<void> {
  await tx.$executeRaw`
    insert into pay_slip (id, person_id, year, month, org_id, kind, items, fen, by_name)
    select gen_random_uuid(), x.person_id, x.year, x.month, x.org_id, 'paid', array[1, 2, 3, 4, 5, 8, 11, 12, 13, 17]::smallint[],
      array[x.post, x.grade, x.base, x.reward, x.year_end, x.award, x.adviser, x.township, x.rural, (x.post + x.grade + x.base) / 5]
        ::bigint[], ${AUTHOR}
    from (
      select w.*, m.times * w.post_a_month as post, m.times * w.grade_a_month as grade,
        round(m.times * 195000 * w.county) as base, round(m.times * (120000 + w.chance % 60000) * w.county) as reward,
        case when w.month in (0, 12) then w.post_a_month + w.grade_a_month else 0 end as year_end,
        case when w.month in (0, 6) then round(900000 * w.county) else 0 end as award,
        case when w.chance % 4 = 0 then m.times * 50000 else 0 end as adviser,
        case when w.place_type in ('122', '210', '220') then m.times * 40000 else 0 end as township,
        case when w.place_type = '220' then m.times * 50000 else 0 end as rural
      from (
        select p.year, p.month, r.person_id, r.org_id, o.place_type, abs(hashtext(r.person_id::text)) as chance, r.worked,
          round(case r.title_level when 'full_senior' then 520000 when 'senior' then 385000 when 'level_1' then 272000
            when 'level_2' then 218000 else 195000 end * c.county)::bigint as post_a_month,
          round((90000 + 4500 * greatest(0, p.year - extract(year from coalesce(r.birth_date, date '1985-01-01'))::int - 22)) * c.county)
            ::bigint as grade_a_month,
          c.county
        from json_to_recordset(${JSON.stringify(periods)}::json) as p(year int, month int)
        cross join lateral (
          select e.person_id, (array_agg(e.org_id order by e.valid_from desc))[1] as org_id,
            (array_agg(e.county_id order by e.valid_from desc))[1] as county_id, max(e.title_level) as title_level,
            max(e.birth_date) as birth_date, count(*)::int as worked
          from (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)) as n(of)
          join roster_entry e on e.valid_from <= (make_date(p.year, n.of, 1) + interval '1 month - 1 day')::date
            and (make_date(p.year, n.of, 1) + interval '1 month - 1 day')::date < e.valid_to
          where p.month in (0, n.of) and e.status in ('in_post', 'loaned_out', 'study_leave', 'maternity_leave', 'sick_leave')
          group by e.person_id
        ) r
        join organisation o on o.id = r.org_id
        cross join lateral (
          select (0.94 + abs(hashtext(r.county_id::text || 'pay')) % 100 / 1000.0) * power(1.04, p.year - ${thisYear}
            - case when p.year = ${thisYear} and abs(hashtext(r.county_id::text || 'pay')) % 4 = 0 then 1 else 0 end) as county
        ) c
      ) w
      cross join lateral (select case w.month when 0 then w.worked else 1 end as times) m
    ) x`
}

/** Around what teachers got in the years that are over, 4% more each; the running year's is a forecast. */
async function sayBenchmarks(
  tx: Db,
  years: readonly number[],
  today: PlainDate,
  newId: SeedWish['newId'],
): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  const counties = await everyCounty(tx)
  const found = await paritiesOf(tx, counties, [thisYear - 1], today)
  const base = new Map(found.map(({ county, parity }) => [county.id, parity.average]))
  const lines = counties.flatMap((county, at) =>
    years.map((year) => ({
      county,
      year,
      fen: benchmarkOf(base.get(county.id) ?? null, at, year - thisYear + 1),
    })),
  )
  await tx.payBenchmark.createMany({
    data: lines.flatMap(({ county, year, fen }) =>
      fen ? [benchmarkRow(newId(), county, year, fen, thisYear)] : [],
    ),
  })
}

/** The year before last is published everywhere, the last one of every second county; one is a draft. */
async function drawUpReports(tx: Db, today: PlainDate, newId: SeedWish['newId']): Promise<void> {
  const lastYear = Number(today.slice(0, 4)) - 1
  const counties = await everyCounty(tx)
  for (const [at, county] of counties.entries())
    for (const year of at % 2 === 0 ? [lastYear - 1, lastYear] : [lastYear - 1]) {
      const figures = await drawUp(tx, county, year, today)
      if (figures.parity.months === 0) continue
      const isDraft = at === 0 && year === lastYear
      await tx.payReport.create({
        data: {
          ...{ id: newId(), countyId: county.id, year, number: 1, ...keptReport(figures) },
          ...{
            state: isDraft ? 'draft' : 'published',
            decidedAt: isDraft ? null : new Date(`${today}T02:00:00Z`),
          },
          drawnByName: AUTHOR,
        },
      })
    }
}

/** Of what teachers got, county by county: some short of it, some just met. */
const SHARES = [96n, 99n, 103n, 98n, 95n, 101n, 97n]

/** To whole yuan. `years`: after the year that teachers' pay is of. */
function benchmarkOf(average: bigint | null, at: number, years: number): bigint | null {
  if (average === null) return null
  const share = (average * (SHARES[at % SHARES.length] ?? 98n)) / 100n
  const risen = years > 0 ? (share * 104n) / 100n : years < 0 ? (share * 100n) / 104n : share
  return (risen / 100n) * 100n
}

/** About what each part is of it. */
function partsOf(fen: bigint): BenchmarkParts {
  const [basic, allowance, yearEnd] = [(fen * 44n) / 100n, (fen * 37n) / 100n, (fen * 4n) / 100n]
  return { basic, allowance, year_end: yearEnd, award: fen - basic - allowance - yearEnd }
}

function benchmarkRow(id: string, county: County, year: number, fen: bigint, thisYear: number) {
  const isOver = year < thisYear
  return {
    ...{ id, countyId: county.id, year, version: 1, fen, source: 'typed' },
    state: isOver ? 'final' : 'provisional',
    parts: isOver ? keptParts(partsOf(fen)) : {},
    documentNo: isOver ? `人社函〔${year + 1}〕${MONTHS} 号` : `人社函〔${year}〕8 号`,
    effectiveOn: toDbDate(`${year}-01-01`),
    setAt: new Date(Date.UTC(isOver ? year + 1 : year, 2, 10, 2)),
    setByName: AUTHOR,
  }
}
