/** Real salaries of one county, with a benchmark that was made: the same to the cent as plain SQL over the raw file. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { database } from '#app/platform/database/client.server.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'
import {
  putOnEstablishment,
  rawComparison,
  setMadeBenchmarks,
  shownComparison,
  writePaPay,
} from '#test/bench/pa-pay.ts'
import { test } from '#test/harness/db.ts'

const fixture = path.resolve(import.meta.dirname, '../../fixtures/pa-2012-one-county.csv')

test('a county compares as its raw file does', async () => {
  const roster = await runImportCommand({ subject: 'staff', file: fixture, profile: 'pa-2012-k12' })
  const opened = await database()
  await putOnEstablishment(opened)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'shizi-')), 'pay.csv')
  const rows = await writePaPay(opened, roster.report.batchId ?? '', fixture, file)
  const paid = await runImportCommand({ subject: 'pay', file })
  expect(paid.report.counts).toMatchObject({ rows, new: rows })
  await setMadeBenchmarks(opened)
  const shown = await shownComparison(opened)
  expect(shown).toMatchObject([{ county: 'Forest' }])
  expect(shown).toEqual(await rawComparison(opened, fixture))
})
