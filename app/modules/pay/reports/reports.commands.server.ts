/** Draws up the year's report of a county, sends it to be published, or removes a draft. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { openCase, sendIn } from '#app/platform/approvals/cases.commands.server.ts'
import type { DecidedCase } from '#app/platform/approvals/process.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { everyCounty } from '../parity.queries.server.ts'
import { drawUp } from './report.data.server.ts'
import { REPORT_PROCESS, reportIdOf, subjectOf } from './report-process.ts'
import { keptReport } from './stored-report.server.ts'

export const REPORT_REFUSALS = [
  'not_found',
  'not_allowed',
  'year_ahead',
  'nobody_paid',
  'not_the_ledger',
  'wrong_state',
  'already_sent',
  'stale',
] as const
export type ReportRefusal = (typeof REPORT_REFUSALS)[number]
type ReportOutcome = Outcome<{ id: string }, ReportRefusal>

const refuse: Refuse<ReportRefusal> = refuseAct

/**
 * Keeps the figures as they are now, as a draft. Years ahead, and those of which nobody was paid, have none; nor has one whose sums are
 * not yet, or not, what its slips add up to.
 */
export function drawUpReport(
  db: PrismaClient,
  actor: Actor,
  wish: { countyId: string; year: number } & Keyed,
  today: PlainDate,
): Promise<ReportOutcome> {
  const { countyId, year } = wish
  return perform(db, actor, {
    name: 'drawUpReport',
    input: wish,
    async lock(tx) {
      const county = (await everyCounty(tx)).find(({ id }) => id === countyId)
      if (!county) return refuse('not_found')
      if (!can(actor, 'pay:set', county)) refuse('not_allowed')
      // Two drawn up at once get numbers one after the other.
      await tx.$queryRaw`select id from organisation where id = ${countyId}::uuid for no key update`
      return county
    },
    async write(tx, county) {
      if (year > Number(today.slice(0, 4))) refuse('year_ahead')
      const figures = await drawUp(tx, county, year, today)
      if (figures.parity.months === 0) refuse('nobody_paid')
      if (!figures.quality.recounted) refuse('not_the_ledger')
      const last = await tx.payReport.findFirst({
        where: { countyId, year },
        orderBy: { number: 'desc' },
        select: { number: true },
      })
      const id = newId()
      const number = (last?.number ?? 0) + 1
      await tx.payReport.create({
        data: {
          ...{ id, countyId, year, number, ...keptReport(figures) },
          ...{ drawnById: actor.accountId, drawnByName: actor.displayName },
        },
      })
      const about = { organisationId: countyId, subject: `pay_report:${id}` }
      return { done: { id }, events: [{ action: 'pay.report_drawn', ...about, after: { year, number } }] }
    },
  })
}

/** Sends a draft on its way to be published; of a county and year one at a time. */
export function sendReport(
  db: PrismaClient,
  actor: Actor,
  asked: { id: string; version: number } & Keyed,
  today: PlainDate,
): Promise<ReportOutcome> {
  return perform(db, actor, {
    name: 'sendReport',
    input: asked,
    lock: (tx) => lockReport(tx, actor, asked),
    async write(tx, report) {
      const { id, countyId, year, number, contentHash, county } = report
      const other = await tx.payReport.findFirst({ where: { countyId, year, state: 'submitted' } })
      if (other) refuse('already_sent')
      await tx.payReport.update({ where: { id }, data: { state: 'submitted', version: { increment: 1 } } })
      const opened = await openCase(tx, actor, {
        ...{ process: REPORT_PROCESS, subject: subjectOf(id), organisationId: countyId, contentHash },
        ...{ title: `${county.name} ${year} 年义务教育教师工资收入比较报告`, parties: [] },
      })
      const sent = await sendIn(tx, actor, opened.id, today)
      const about = { organisationId: countyId, subject: `pay_report:${id}`, after: { year, number } }
      return { done: { id }, events: [{ action: 'pay.report_sent', ...about }, ...opened.events, ...sent] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'already_sent' : null),
  })
}

export function removeReport(
  db: PrismaClient,
  actor: Actor,
  asked: { id: string; version: number } & Keyed,
): Promise<ReportOutcome> {
  return perform(db, actor, {
    name: 'removeReport',
    input: asked,
    lock: (tx) => lockReport(tx, actor, asked),
    async write(tx, { id, countyId, year, number }) {
      await tx.payReport.delete({ where: { id } })
      const about = { organisationId: countyId, subject: `pay_report:${id}` }
      return { done: { id }, events: [{ action: 'pay.report_removed', ...about, before: { year, number } }] }
    },
  })
}

/** A draft that the actor may act on. */
async function lockReport(tx: Db, actor: Actor, { id, version }: { id: string; version: number }) {
  await tx.$queryRaw`select id from pay_report where id = ${id}::uuid for update`
  const report = await tx.payReport.findUnique({
    where: { id },
    omit: { figures: true },
    include: { county: { select: { name: true, lineage: true } } },
  })
  if (!report) return refuse('not_found')
  if (!can(actor, 'pay:set', report.county)) refuse('not_allowed')
  if (report.state !== 'draft') refuse('wrong_state')
  if (report.version !== version) refuse('stale')
  return report
}

/** Approved, it is published as it stands; refused or taken back, it stays as what was not published. */
export async function followReports(tx: Db, cases: readonly DecidedCase[]): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  for (const { subject, outcome } of cases) {
    const id = reportIdOf(subject)
    const report = await tx.payReport.findFirst({
      where: { id, state: 'submitted' },
      select: { countyId: true, year: true, number: true },
    })
    if (!report) continue
    const { countyId, year, number } = report
    const state = outcome === 'approved' ? 'published' : 'refused'
    await tx.payReport.update({
      where: { id },
      data: { state, decidedAt: new Date(), version: { increment: 1 } },
    })
    const about = { organisationId: countyId, subject: `pay_report:${id}`, after: { year, number } }
    events.push({ action: `pay.report_${state}`, ...about })
  }
  return events
}
