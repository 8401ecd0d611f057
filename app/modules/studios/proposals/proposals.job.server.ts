/** Solves proposals that were asked for, tells how far it is, and marks those whose solver was lost. */
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { log } from '#app/platform/log.server.ts'
import { spanOf } from '../coverage/coverage.ts'
import { readProblem } from './problem.sql.server.ts'
import { isRunning, type ProposalProblem, SEARCH_SECONDS, SILENT_SECONDS } from './proposal.ts'
import { type ProposalAnswer, runProposal } from './propose.server.ts'

const house = { accountId: null, displayName: 'Shizi' }
const LISTEN_MS = 1_000

export async function workOnProposal({ proposalId = '' }: Record<string, string>): Promise<void> {
  const { db } = await database()
  await solveProposal(db, proposalId)
}

/** From queued to solved; one that was cancelled meanwhile stays so, and its thread ends at once. */
export async function solveProposal(db: PrismaClient, id: string): Promise<void> {
  const began = { state: 'solving', startedAt: new Date(), heardAt: new Date() }
  const { count } = await db.studioProposal.updateMany({ where: { id, state: 'queued' }, data: began })
  if (count === 0) return
  const { orgId, schoolYear, season } = await db.studioProposal.findUniqueOrThrow({ where: { id } })
  const cancelled = new AbortController()
  let told: { phase?: string; gap?: number | null } = {}
  const timer = setInterval(() => {
    void listen(db, id, told).then((isWanted) => {
      if (!isWanted) cancelled.abort(new Error('cancelled'))
    })
  }, LISTEN_MS)
  try {
    const term = spanOf({ schoolYear, season: season === 'spring' ? 'spring' : 'autumn' })
    const problem = await readProblem(db, orgId, term, today())
    const answer = await runProposal(problem, {
      ...{ searchSeconds: SEARCH_SECONDS, signal: cancelled.signal },
      report: ({ phase, gap }) => {
        told = { phase, gap }
      },
    })
    await keep(db, { id, orgId }, problem, answer)
  } catch (error) {
    if (cancelled.signal.aborted) return
    log.error({ error, proposalId: id }, 'a proposal failed')
    await db.studioProposal.updateMany({
      where: { id, state: 'solving' },
      data: { state: 'failed', finishedAt: new Date() },
    })
  } finally {
    clearInterval(timer)
  }
}

/** Writes that the solver lives and what it is at; whether the proposal is still wanted. */
async function listen(db: PrismaClient, id: string, told: { phase?: string; gap?: number | null }) {
  const data = { heardAt: new Date(), ...told }
  const { count } = await db.studioProposal.updateMany({ where: { id, state: 'solving' }, data })
  return count > 0
}

/** The answer with every visit and why, in one transaction. */
async function keep(
  db: PrismaClient,
  { id, orgId }: { id: string; orgId: string },
  { goals, travelMost, studios }: ProposalProblem,
  { visits, ...result }: ProposalAnswer,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from studio_proposal where id = ${id}::uuid for update`
    const now = await tx.studioProposal.findUniqueOrThrow({ where: { id } })
    if (!isRunning(now.state)) return
    const settings = { ...goals, travelMost, studios: studios.length }
    await tx.studioProposal.update({
      where: { id },
      data: { state: 'solved', result, settings, phase: null, finishedAt: new Date() },
    })
    await tx.studioProposedVisit.createMany({
      data: visits.map(({ studio, school, km, why }) => ({
        ...{ id: newId(), proposalId: id, studioId: studio.id, schoolId: school.id, km, why },
      })),
    })
    const event = {
      action: 'studio_proposal.solved',
      organisationId: orgId,
      subject: `studio_proposal:${id}`,
    }
    const after = { visits: visits.length, unreached: result.unreached.length }
    await appendAudit(tx, house, [{ ...event, after }])
  })
}

/** Proposals whose solver died with its process. */
export async function sweepProposals(): Promise<void> {
  const { db } = await database()
  const silent = new Date(Date.now() - SILENT_SECONDS * 1000)
  await db.studioProposal.updateMany({
    where: { state: 'solving', heardAt: { lt: silent } },
    data: { state: 'failed', finishedAt: new Date() },
  })
}
