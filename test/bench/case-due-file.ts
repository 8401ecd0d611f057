/** Cases: the whole real roster imported; a round of one county of it, the whole way; in every county the due list and the target are what an independent SQL says. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listDue } from '#app/modules/exchange/due.queries.server.ts'
import { listTargets } from '#app/modules/exchange/targets.queries.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { buildPolicySetting } from '#test/factories/exchange.ts'
import { countsOf, type Numbers, toldAgain, usual } from '#test/integration/exchange/independent.ts'
import { benchReader, everybodyDue } from './case-due.ts'
import { runScript } from './child.ts'
import type { ImportRun } from './import-run.ts'
import { findRoster } from './pa-file.ts'
import type { Place } from './place.ts'
import { type Finding, say } from './report.ts'
import { roundOnFile } from './round-on-file.ts'

/** The file's school year is 2012; the exchange that comes next begins in 2013. */
const SCHOOL_YEAR = 2013

/** What the file does not know is not asked: titles, the establishment, public or private. */
const settings = [
  ['exchange.title_from', 'none'],
  ['exchange.establishment_only', false],
  ['exchange.public_only', false],
  ['exchange.stages', 'all'],
] as const
const numbers: Numbers = {
  ...usual,
  titles: ['none'],
  stages: ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'],
  isStrict: false,
}

export async function dueFileCase(place: Place): Promise<Finding[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-due-'))
  const home = await place.home('due_file')
  try {
    await (await home.open()).close()
    const roster = findRoster(scratch)
    const run = await runScript<ImportRun>('import-run.ts', [roster.file], home.env)
    say(`imported ${run.counts.rows} rows in ${Math.round(run.ms / 1000)} s`)
    const opened = await home.open()
    try {
      return [await compare(opened, roster.isReal), await roundOnFile(opened, SCHOOL_YEAR)]
    } finally {
      await opened.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    await place.drop('due_file')
  }
}

async function compare(opened: Database, isReal: boolean): Promise<Finding> {
  const { db } = opened
  const root = await db.organisation.findFirstOrThrow({ where: { parentId: null } })
  for (const [key, value] of settings)
    await buildPolicySetting(db, { organisationId: root.id, key, value, validFrom: '2000-01-01' })
  const actor = await benchReader(opened)
  const counties = await db.organisation.findMany({ where: { kind: 'county' }, orderBy: { code: 'asc' } })
  const targets = await listTargets(db, actor, SCHOOL_YEAR)
  const wrong: string[] = []
  let due = 0
  for (const { id, name } of counties) {
    const told = countsOf(await toldAgain(db, schoolYearStart(SCHOOL_YEAR), id, numbers))
    const { counts } = await listDue(db, actor, {
      ...everybodyDue,
      schoolYear: SCHOOL_YEAR,
      countyId: id,
    })
    const target = targets.find(({ placeId }) => placeId === id)
    const agrees = Object.entries(counts).every(([outcome, count]) => told[outcome] === count)
    if (!agrees || (target?.due ?? 0) !== told.due) wrong.push(name)
    due += counts.due
  }
  return {
    case: `due list and target of the ${isReal ? 'real' : 'made'} file, ${counties.length} counties`,
    figure: `${due} due`,
    beside: 'independent SQL',
    value: wrong.length,
    shown: `${wrong.length} differ`,
    bound: { atMost: 0 },
    details: { wrong },
  }
}
