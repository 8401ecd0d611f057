/** The people behind a county's figure, as the page and its workbook show them. */
import type { Db } from '#app/platform/database/client.server.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatList, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf } from '#app/platform/lists/pages.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { County } from '../parity.queries.server.ts'
import {
  countedMonths,
  listRows,
  type PaidRow,
  ROW_KINDS,
  type RowsFilter,
  streamRows,
} from './rows.queries.server.ts'

export type AskedRows = { county: County; year: number; params: URLSearchParams }

export function rowsFilterOf({ county, year, params }: AskedRows): RowsFilter {
  const kind = ROW_KINDS.find((one) => one === params.get('kind')) ?? null
  return { countyId: county.id, year, kind }
}

export async function rowsView(db: Db, asked: AskedRows, words: Words) {
  const { county, year, params } = asked
  const { t, locale } = words
  const filter = rowsFilterOf(asked)
  const path = `/pay/parity/${county.id}/people`
  const [page, { months, years }] = await Promise.all([
    listRows(db, filter, decodeKeyset(params.get('cursor'), ['person'])),
    countedMonths(db, filter),
  ])
  return {
    ...{ name: county.name, year, countyHref: `/pay/parity/${county.id}?year=${year}` },
    total: t('pay.rows_total', { months: formatNumber(months, locale), years: formatNumber(years, locale) }),
    kinds: [null, ...ROW_KINDS].map((kind) => ({
      href: addressWith(path, params, { kind, cursor: null }),
      label: t(`pay.rows_${kind ?? 'all'}`),
      current: kind === filter.kind,
    })),
    rows: page.rows.map((row) => ({
      ...{ key: row.personId, name: row.name, number: row.staffNumber, school: row.school ?? '—' },
      href: `/pay/people/${row.personId}?year=${year}`,
      months: formatNumber(row.months, locale),
      leftOut: row.leftOut > 0 ? formatNumber(row.leftOut, locale) : '—',
      why: whyText(row, words),
    })),
    pages: pagesOf(path, params, page),
    exportHref: addressWith(`${path}/export.xlsx`, params, { cursor: null }),
  }
}
export type RowsView = Awaited<ReturnType<typeof rowsView>>

const whyText = ({ why }: PaidRow, { t, locale }: Words) =>
  formatList(
    why.map((one) => t(`pay.why_${one}`)),
    locale,
  )

export function rowsSheet(db: Db, asked: AskedRows, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for await (const found of streamRows(db, rowsFilterOf(asked)))
      for (const row of found)
        yield [row.name, row.staffNumber, row.school ?? '', row.months, row.leftOut, whyText(row, words)]
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 12 }) as const
  return {
    sheetName: t('pay.rows'),
    columns: [
      { heading: t('pay.col_name'), width: 14 },
      { heading: t('pay.col_staff_number'), width: 16 },
      { heading: t('pay.col_school'), width: 30 },
      number(t('pay.col_counted_months')),
      number(t('pay.col_left_out')),
      { heading: t('pay.col_why_left_out'), width: 30 },
    ],
    rows: rows(),
  }
}
