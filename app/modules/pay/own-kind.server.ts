/** One's own pay of a year beside published averages of one's kind: of the county, and of the groups one is in. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { PAY_DIMENSIONS, type PayDimension } from './codes.ts'
import { yuanText } from './figures.ts'
import { yearlyAverage } from './parity.ts'
import { groupLabel } from './parity.view.server.ts'
import { readReport, type StoredReport } from './reports/stored-report.server.ts'

type Kind = Record<PayDimension, string> & { countyId: string; months: number }

/** Null where nothing of the year counts; `lines` is null where nothing is published of the county's year. */
export async function ownKindView(
  db: Db,
  { personId, year }: { personId: string; year: number },
  words: Words,
) {
  const kind = await kindOf(db, personId, year)
  if (!kind) return null
  const report = await db.payReport.findFirst({
    where: { countyId: kind.countyId, year, state: 'published' },
    orderBy: { number: 'desc' },
    select: { figures: true },
  })
  if (!report) return { mine: null, lines: null }
  const figures = readReport(report.figures)
  const mine = yearlyAverage(await ownFen(db, personId, year, figures), kind.months)
  const all = { key: 'all', label: figures.countyName, average: yuanText(figures.parity.average, words) }
  const groups = PAY_DIMENSIONS.flatMap((dimension) => lineOf(dimension, kind[dimension], figures, words))
  return { mine: yuanText(mine, words), lines: [all, ...groups] }
}
export type OwnKindView = Awaited<ReturnType<typeof ownKindView>>

function lineOf(dimension: PayDimension, value: string, { groups }: StoredReport, words: Words) {
  const found = groups
    .find((group) => group.dimension === dimension)
    ?.lines.find((line) => line.value === value)
  if (!found || value === '') return []
  const average = found.shown
    ? yuanText(yearlyAverage(found.shown.fen, found.shown.months), words)
    : words.t('pay.suppressed')
  return [{ key: dimension, label: groupLabel(dimension, value, words), average }]
}

/** As the person stood when they were last counted in the year, with the months that count of it all. */
async function kindOf(db: Db, personId: string, year: number): Promise<Kind | null> {
  const [row] = await db.$queryRaw<Kind[]>`
    select county_id as "countyId", stage, place_type as place, title_level as title, sex, age_band as age,
      (sum(months) over ())::int as months
    from pay_month where person_id = ${personId}::uuid and year = ${year} and why = '' order by month desc limit 1`
  return row ?? null
}

/** What was paid in months that count, of the items that count in the report. */
async function ownFen(db: Db, personId: string, year: number, { items }: StoredReport): Promise<bigint> {
  const codes = items.filter(({ counts }) => counts).map(({ code }) => code)
  const [row] = await db.$queryRaw<{ fen: bigint | null }[]>`
    select sum(u.fen)::bigint as fen from pay_month m cross join unnest(m.items, m.fen) as u(item, fen)
    join pay_item i on i.id = u.item and i.code = any(${codes})
    where m.person_id = ${personId}::uuid and m.year = ${year} and m.why = ''`
  return row?.fen ?? 0n
}
