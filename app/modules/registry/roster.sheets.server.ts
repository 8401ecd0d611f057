/**
 * The roster under its filter as a sheet: what the list's columns tell and more, codes in the reader's words,
 * organisations as the importer finds them again.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import type { SheetValue } from '#app/platform/sheets/sheet-spec.ts'
import { CODE_LISTS, codeLabel } from './codes/index.ts'
import { streamRoster } from './roster.queries.server.ts'
import type { RosterFilter } from './roster.ts'
import { ROSTER_COLUMNS, type RosterColumn, type RosterRow } from './roster-columns.ts'
import { namesAsRead } from './staff-import/names-as-read.server.ts'

/** Columns that hold long names, in characters. */
const wide: Partial<Record<RosterColumn['key'], number>> = {
  orgName: 28,
  establishmentOrgName: 28,
  payOrgName: 28,
  honours: 32,
}

export function rosterSheet(db: Db, actor: Actor, filter: RosterFilter, locale: Locale): ListSheet {
  const t = translator(locale)
  async function* rows() {
    const named = namesAsRead(db)
    for await (const found of streamRoster(db, actor, filter, 'staff:export'))
      for (const row of await named(found)) yield ROSTER_COLUMNS.map((column) => cellOf(row, column, locale))
  }
  return {
    sheetName: `${t('staff.list_title')} ${filter.asOf ?? today()}`,
    columns: ROSTER_COLUMNS.map(({ key, label, kind, shows }) => ({
      heading: t(label),
      shows,
      kind: kind === 'date' ? 'date' : 'text',
      width: wide[key],
    })),
    rows: rows(),
  }
}

function cellOf(row: RosterRow, { key, codes }: RosterColumn, locale: Locale): SheetValue {
  const value = row[key]
  if (value === null) return null
  const word = (code: string) => (codes ? codeLabel(CODE_LISTS[codes], code, locale) : code)
  return Array.isArray(value) ? value.map(word).join('、') : word(value)
}
