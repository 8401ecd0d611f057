/** One county of a real state's staff file: in, in again, next year's, and back out. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { refreshRoster } from '#app/modules/registry/roster.sql.server.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'
import { runUndo } from '#app/platform/imports/undo.server.ts'
import { test } from '#test/harness/db.ts'
import { registryDigest } from './steps.ts'

const fixture = path.resolve(import.meta.dirname, '../../fixtures/pa-2012-one-county.csv')
const [headings = '', ...lines] = readFileSync(fixture, 'utf8').trimEnd().split('\n')
const column = (name: string) => headings.split(',').indexOf(name)
const cells = (line: string) => line.split(',')
const cell = (line: string, name: string) => cells(line)[column(name)] ?? ''

function countBy(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1
  return counts
}

function importFile(file: string, asOf?: string) {
  return runImportCommand({ subject: 'staff', file, profile: 'pa-2012-k12', asOf })
}

async function staffBy(db: PrismaClient, kind: 'county' | 'school'): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ name: string; count: number }[]>`
    select o.name, count(*)::int as count from roster_entry r
    join organisation w on w.id = r.org_id join organisation o on o.id = any(w.lineage) and o.kind = ${kind}
    where r.valid_from <= '2012-09-01' and r.valid_to > '2012-09-01' group by o.name`
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

/**
 * The file of the year after: all a year older, two moved to another school of the district, three gone, one new. Only
 * people with a name of their own move and go: the file tells namesakes apart by nothing but their order.
 */
function nextYear(): string {
  const names = lines.map((line) => cell(line, 'LastName') + cell(line, 'FirstName'))
  const single = lines.filter(
    (_, at) => names.indexOf(names[at] ?? '') === names.lastIndexOf(names[at] ?? ''),
  )
  const gone = single.slice(0, 3)
  const moving = single.slice(3, 5)
  const schools = [...new Set(lines.map((line) => cell(line, 'School')))]
  const older = lines
    .filter((line) => !gone.includes(line))
    .map((line) => {
      const next = cells(line)
      next[column('SchoolYear')] = '2013-2014'
      for (const name of ['YearsInEd', 'YearsInLEA'])
        next[column(name)] = String(Number(cell(line, name)) + 1)
      const elsewhere = schools.find((school) => school !== cell(line, 'School')) ?? ''
      if (moving.includes(line)) next[column('School')] = elsewhere
      return next.join(',')
    })
  const fresh = cells(older[5] ?? '')
  fresh[column('LastName')] = '新'
  fresh[column('FirstName')] = '来'
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'shizi-')), 'next.csv')
  writeFileSync(file, [headings, ...older, fresh.join(',')].join('\n'))
  return file
}

describe('the county', () => {
  test('comes in with the counts that the file itself has', async ({ db }) => {
    const { exitCode, report } = await importFile(fixture)
    expect(exitCode).toBe(0)
    expect(report.counts).toMatchObject({ rows: lines.length, new: lines.length, rejected: 0 })
    expect(await staffBy(db, 'county')).toEqual(countBy(lines.map((line) => cell(line, 'LEACounty'))))
    expect(await staffBy(db, 'school')).toEqual(countBy(lines.map((line) => cell(line, 'School'))))
    const [first = ''] = lines
    const person = await db.person.findFirst({
      where: { name: cell(first, 'LastName') + cell(first, 'FirstName'), batchId: report.batchId },
      include: { appointments: true, education: true },
    })
    expect(person?.appointments).toHaveLength(1)
    expect(person?.education).toHaveLength(1)
    expect((await verifyAudit(db)).ok).toBe(true)
    const sealed = await db.auditEntry.findMany({ where: { action: 'import.committed' } })
    expect(sealed.map(({ after }) => (after as { rowsSha256?: string }).rowsSha256)).toEqual([report.digest])
  })

  test('has roster rows as refreshRoster makes them', async ({ db }) => {
    await importFile(fixture)
    const straight = await registryDigest(db)
    await db.$transaction((tx) => refreshRoster(tx, Prisma.sql`select id from person`))
    expect(await registryDigest(db)).toEqual(straight)
  })

  test('changes nothing when it comes again', async ({ db }) => {
    await importFile(fixture)
    const before = await registryDigest(db)
    const { exitCode, report } = await importFile(fixture)
    expect(exitCode).toBe(0)
    expect(report).toMatchObject({
      reason: 'nothing_to_do',
      counts: { unchanged: lines.length, new: 0, changed: 0, left: 0 },
    })
    expect(await registryDigest(db)).toEqual(before)
  })

  test('a dry run writes nothing at all', async ({ db }) => {
    const before = await registryDigest(db)
    const { report } = await runImportCommand({
      subject: 'staff',
      file: fixture,
      profile: 'pa-2012-k12',
      dryRun: true,
    })
    expect(report.counts.new).toBe(lines.length)
    expect(await registryDigest(db)).toEqual(before)
    expect(await db.staffImportRow.count()).toBe(0)
    expect(await db.storedFile.count()).toBe(0)
  })
})

describe("next year's file", () => {
  test('shows who moved, came and left, and writes history', async ({ db }) => {
    await importFile(fixture)
    const { report } = await importFile(nextYear(), '2013-09-01')
    expect(report.counts).toMatchObject({
      moved: 2,
      changed: 2,
      new: 1,
      left: 3,
      unchanged: lines.length - 5,
    })
    const moved = await db.appointment.findMany({
      where: { startReason: 'transferred' },
      include: { person: { include: { appointments: { orderBy: { validFrom: 'asc' } } } } },
    })
    expect(moved).toHaveLength(2)
    for (const { person } of moved) {
      expect(person.appointments.map(({ endReason }) => endReason)).toEqual(['transferred', null])
      expect(person.appointments[0]?.validTo).toEqual(person.appointments[1]?.validFrom)
    }
    expect(await db.appointment.count({ where: { endReason: 'not_in_roster' } })).toBe(3)
    const straight = await registryDigest(db)
    await db.$transaction((tx) => refreshRoster(tx, Prisma.sql`select id from person`))
    expect(await registryDigest(db)).toEqual(straight)
  })

  test('is taken back whole, and then the first year can be too', async ({ db }) => {
    const empty = await registryDigest(db)
    const first = await importFile(fixture)
    const afterFirst = await registryDigest(db)
    const second = await importFile(nextYear(), '2013-09-01')
    const ids = { first: first.report.batchId ?? '', second: second.report.batchId ?? '' }
    const undo = async (id: string) => {
      await db.importBatch.update({ where: { id }, data: { state: 'undoing' } })
      await runUndo(id)
      return db.importBatch.findUniqueOrThrow({ where: { id } })
    }
    expect(await undo(ids.first)).toMatchObject({ state: 'committed', problem: 'stands_on_it' })
    expect(await undo(ids.second)).toMatchObject({ state: 'undone' })
    expect(await registryDigest(db)).toEqual(afterFirst)
    expect(await undo(ids.first)).toMatchObject({ state: 'undone' })
    // The root organisation was made by the command, not by the batch.
    expect({ ...(await registryDigest(db)), organisation: '' }).toEqual({ ...empty, organisation: '' })
    expect(await db.organisation.count()).toBe(1)
  })
})
