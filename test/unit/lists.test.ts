/** Every list of every room: each column is told by its workbook, so that a hidden one is in neither. */
import { describe, expect, test } from 'vitest'
import { rooms } from '#app/composition/register.server.ts'
import { dueSheet } from '#app/modules/exchange/due.sheets.server.ts'
import { exemptionsSheet } from '#app/modules/exchange/exemptions.sheets.server.ts'
import { placesSheet } from '#app/modules/exchange/places/place.view.server.ts'
import { postingsSheet } from '#app/modules/exchange/postings/postings.sheet.server.ts'
import { roundsSheet } from '#app/modules/exchange/rounds/round.sheets.server.ts'
import { organisationsSheet } from '#app/modules/registry/organisations.sheets.server.ts'
import { rosterSheet } from '#app/modules/registry/roster.sheets.server.ts'
import { visitsSheet } from '#app/modules/studios/activities/visits.view.server.ts'
import { callsSheet } from '#app/modules/studios/calls/calls.sheets.server.ts'
import { studiosSheet } from '#app/modules/studios/studios/studios.sheet.server.ts'
import { entriesSheet } from '#app/modules/training/entries.sheet.server.ts'
import { outlookSheet } from '#app/modules/training/overview/outlook-list.view.server.ts'
import { drawnSheet, samplesSheet } from '#app/modules/training/sample.view.server.ts'
import { trailSheet } from '#app/platform/audit/trail.sheets.server.ts'
import { accountsSheet } from '#app/platform/auth/accounts.sheets.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { hideable } from '#app/platform/lists/list-spec.ts'
import { type ListSheet, shownSheet } from '#app/platform/lists/shown-sheet.ts'

const words = { t: translator('zh-CN'), locale: 'zh-CN' } as const
const nobody = undefined as never
const filter = { schoolYear: 2026 } as never

/** Made without reading a row. */
const sheets: Record<string, ListSheet> = {
  staff: rosterSheet(nobody, nobody, filter, 'zh-CN'),
  organisations: organisationsSheet(nobody, nobody, filter, words),
  due: dueSheet(nobody, nobody, filter, words),
  exemptions: exemptionsSheet(nobody, nobody, filter, '2026-09-01', words),
  postings: postingsSheet(nobody, nobody, filter, '2026-09-01', words),
  'school-places': placesSheet(nobody, nobody, filter, words),
  rounds: roundsSheet(nobody, nobody, words),
  studios: studiosSheet(nobody, nobody, filter, '2026-09-01', words),
  'studio-visits': visitsSheet(nobody, nobody, words),
  'studio-calls': callsSheet(nobody, nobody, '2026-09-01', words),
  'training-samples': samplesSheet(nobody, nobody, words),
  'training-drawn': drawnSheet({ id: '', rows: [] }, words),
  'training-outlooks': outlookSheet(nobody, nobody, filter, words),
  'training-entries': entriesSheet(nobody, nobody, filter, words),
  accounts: accountsSheet(nobody, nobody, filter, words.t),
  audit: trailSheet(nobody, nobody, filter, words.t),
}
const lists = rooms().flatMap(({ lists = [] }) => lists.map(({ list }) => list))

test('there are as many as are known here', () => {
  expect(lists.map(({ key }) => key).sort()).toEqual(Object.keys(sheets).sort())
})

describe.each(lists)('$key', (list) => {
  test('has one column that a row is about, and its workbook tells each of the others', () => {
    expect(Object.values(list.columns).filter(({ primary }) => primary)).toHaveLength(1)
    const told = new Set(sheets[list.key]?.columns.flatMap(({ shows }) => shows ?? []))
    expect([...told].sort()).toEqual(
      hideable(list)
        .map(({ key }) => key)
        .sort(),
    )
  })
})

test('a hidden column is left out of the workbook, with its cells', async () => {
  const columns = [
    { heading: 'name' },
    { heading: 'a', shows: 'a' },
    { heading: 'a too', shows: 'a' },
    { heading: 'b', shows: 'b' },
  ]
  const sheet = { sheetName: 'x', columns, rows: [['n', 1, 2, 3]] }
  const shown = shownSheet(sheet, ['a', 'gone'])
  expect(shown.columns.map(({ heading }) => heading)).toEqual(['name', 'b'])
  const rows = []
  for await (const row of shown.rows) rows.push(row)
  expect(rows).toEqual([['n', 3]])
  expect(shownSheet(sheet, [])).toBe(sheet)
})
