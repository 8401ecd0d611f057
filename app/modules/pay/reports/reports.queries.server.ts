/** Reports of counties as lists and pages ask for them. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { isId } from '#app/platform/ids.ts'
import { type County, countiesFor } from '../parity.queries.server.ts'
import { readAnswer, readReport, type StoredReport } from './stored-report.server.ts'

export const REPORT_STATES = ['draft', 'submitted', 'published', 'refused'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export type ReportRow = {
  id: string
  countyId: string
  year: number
  number: number
  state: ReportState
  drawnByName: string
  drawnAt: Date
  decidedAt: Date | null
  version: number
}

const ROW = {
  ...{ id: true, countyId: true, year: true, number: true, state: true },
  ...{ drawnByName: true, drawnAt: true, decidedAt: true, version: true },
} as const

/** Reports of the counties, the latest year and number first; drafts and refused ones only for those who draw up. */
export async function reportsOf(
  db: Db,
  counties: readonly County[],
  maySet: boolean,
): Promise<(ReportRow & { answer: StoredReport['parity'] })[]> {
  const states = maySet ? REPORT_STATES : (['submitted', 'published'] as const)
  const found = await db.$queryRaw<(ReportRow & { parity: unknown })[]>`
    select r.id, r.county_id as "countyId", r.year, r.number, r.state, r.drawn_by_name as "drawnByName", r.drawn_at as "drawnAt",
      r.decided_at as "decidedAt", r.version, r.figures -> 'parity' as parity
    from pay_report r join organisation o on o.id = r.county_id
    where r.county_id = any(${counties.map(({ id }) => id)}::uuid[]) and r.state = any(${[...states]})
    order by r.year desc, o.code, r.number desc`
  return found.map(({ parity, ...row }) => ({ ...row, answer: readAnswer(parity) }))
}

/** A report of a county within the reader's reach, and that county; null where there is none. */
export async function findReport(db: Db, actor: Actor, id: string | undefined) {
  if (!isId(id)) return null
  const found = await db.payReport.findUnique({ where: { id }, select: { ...ROW, figures: true } })
  if (!found) return null
  const counties = await countiesFor(db, actor)
  const county = counties.find((one) => one.id === found.countyId)
  if (!county) return null
  const { figures, state, ...row } = found
  return { report: { ...row, state: state as ReportState }, figures: readReport(figures), county }
}
export type FoundReport = NonNullable<Awaited<ReturnType<typeof findReport>>>
