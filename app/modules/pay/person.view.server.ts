/** What was paid to one person in a year, a line a month and a column an item that was paid, with what of it counts. */
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { formatYuan } from '#app/platform/money.ts'
import type { NotCounted } from './codes.ts'
import { payItems } from './parity.queries.server.ts'
import { looksAt, type PaidMonth, paidMonths, paidYears } from './person.queries.server.ts'

const sum = (all: readonly bigint[]) => all.reduce((total, one) => total + one, 0n)

export async function personPayView(
  db: Db,
  { personId, year: asked, path }: { personId: string; year: number | null; path: string },
  words: Words,
) {
  const { t, locale } = words
  const years = await paidYears(db, personId)
  const year = years.find((one) => one === asked) ?? years[0] ?? null
  const [months, all] = await Promise.all([year === null ? [] : paidMonths(db, personId, year), payItems(db)])
  const amount = ({ items, fen }: PaidMonth, id: number) => fen[items.indexOf(id)] ?? 0n
  const used = all.filter(({ id }) => months.some((month) => amount(month, id) !== 0n))
  const text = (fen: bigint) => (fen === 0n ? '' : formatYuan(fen, locale))
  return {
    year,
    years: years.map((one) => ({
      href: `${path}?year=${one}`,
      label: t('pay.year', { year: one }),
      current: one === year,
    })),
    items: used.map(({ id, name, nameEn }) => ({ key: String(id), name: locale === 'en' ? nameEn : name })),
    months: months.map((month) => ({
      key: String(month.month),
      label: month.month === 0 ? t('pay.whole_year') : t('pay.month', { month: month.month }),
      place: month.orgName ?? '',
      amounts: Object.fromEntries(used.map(({ id }) => [String(id), text(amount(month, id))])),
      total: formatYuan(sum(month.fen), locale),
      note: month.why === '' ? t('pay.counts') : t(`pay.why_${month.why as NotCounted}`),
    })),
    totals: Object.fromEntries(
      used.map(({ id }) => [String(id), text(sum(months.map((month) => amount(month, id))))]),
    ),
    total: formatYuan(sum(months.flatMap(({ fen }) => fen)), locale),
  }
}
export type PersonPayView = Awaited<ReturnType<typeof personPayView>>

/** Who has looked at it. */
export async function looksView(db: Db, personId: string) {
  const looks = await looksAt(db, personId)
  return looks.map(({ at, name, organisation }) => ({
    ...{ key: `${at.toISOString()} ${name}`, at: formatMoment(at), name, organisation: organisation ?? '' },
  }))
}
export type LookLine = Awaited<ReturnType<typeof looksView>>[number]
