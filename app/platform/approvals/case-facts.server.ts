/** Cases under lock, with all that decides who may move them, for one or for a thousand: a few queries either way. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { groupedBy } from '#app/platform/grouped.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import type { Mover, Standing } from './move.ts'
import { type ApprovalProcess, findProcess } from './process.ts'
import { holdersFor, isSeatedAt } from './stand-in.server.ts'

export type Place = { id: string; countyId: string | null; prefectureId: string | null; lineage: string[] }

/** What one who would move a case is to it, and for whom they would. */
export type CaseMover = Mover & {
  holder: Actor
  /** The organisations whose word the mover gives. */
  answersFor: string[]
}

export type CaseWithMover = Standing & {
  id: string
  process: ApprovalProcess
  subject: string
  title: string
  place: Place
  openedById: string
  version: number
  contentHash: string
  /** How many entries it has. */
  entries: number
  mover: CaseMover
}

/** A case whose row is locked. */
export type LockedCase = CaseWithMover & { isLocked: true }

type CaseRow = Omit<CaseWithMover, 'process' | 'place' | 'mover' | 'hasNotice' | 'others' | 'entries'> & {
  process: string
  organisationId: string
}

/** Locks cases in the order of their ids, so that two who decide many never wait for each other; those that are not there are left out. */
export async function lockCases(
  tx: Db,
  actor: Actor,
  ids: readonly string[],
  today: PlainDate,
): Promise<LockedCase[]> {
  const rows = await tx.$queryRaw<CaseRow[]>`${selected(ids)} for update of c`
  return (await withMovers(tx, actor, rows, today)).map((one) => ({ ...one, isLocked: true }))
}

/** The same to look at. */
export async function readCases(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  today: PlainDate,
): Promise<CaseWithMover[]> {
  return withMovers(db, actor, await db.$queryRaw<CaseRow[]>(selected(ids)), today)
}

function selected(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    select c.id, c.process, c.subject, c.title, c.organisation_id as "organisationId", c.opened_by_id as "openedById", c.state,
      c.step, c.steps, c.version, c.content_hash as "contentHash"
    from approval_case c where c.id = any(${[...ids]}::uuid[]) order by c.id`
}

async function withMovers(
  tx: Db,
  actor: Actor,
  rows: readonly CaseRow[],
  today: PlainDate,
): Promise<CaseWithMover[]> {
  const places = await placesOf(tx, rows)
  const movers = await moversOf(tx, actor, rows, today)
  // Counted only now: what the lock was waited for may have written one.
  const entries = await entriesOf(tx, rows)
  return rows.flatMap(({ process, organisationId, ...row }) => {
    const [known, place, mover] = [findProcess(process), places.get(organisationId), movers.get(row.id)]
    if (!place || !mover) throw new Error(`case ${row.id} stands nowhere`)
    const { others, ...is } = mover
    const hasNotice = known?.notice !== undefined
    return known
      ? [{ ...row, process: known, hasNotice, place, others, entries: entries.get(row.id) ?? 0, mover: is }]
      : []
  })
}

async function entriesOf(tx: Db, rows: readonly CaseRow[]): Promise<Map<string, number>> {
  const where = { caseId: { in: rows.map(({ id }) => id) } }
  const counts = await tx.approvalEntry.groupBy({ by: ['caseId'], where, _count: true })
  return new Map(counts.map(({ caseId, _count }) => [caseId, _count]))
}

async function placesOf(tx: Db, rows: readonly CaseRow[]): Promise<Map<string, Place>> {
  const ids = [...new Set(rows.map((row) => row.organisationId))]
  const found = await tx.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, countyId: true, prefectureId: true, lineage: true },
  })
  return new Map(found.map((place) => [place.id, place]))
}

/**
 * What the actor is to each case. Who stands in for somebody decides as they would: not what either is a party to, nor what
 * either stood back from.
 */
async function moversOf(
  tx: Db,
  actor: Actor,
  rows: readonly CaseRow[],
  today: PlainDate,
): Promise<Map<string, CaseMover & { others: number }>> {
  const ids = rows.map(({ id }) => id)
  const holders = await holdersFor(tx, actor, today)
  const accounts = holders.map(({ accountId }) => accountId)
  const people = holders.flatMap(({ personId }) => personId ?? [])
  const where = { caseId: { in: ids } }
  const waits = groupedBy(await tx.approvalWait.findMany({ where }), (wait) => wait.caseId)
  const parties = groupedBy(
    await tx.approvalParty.findMany({ where: { ...where, personId: { in: people } } }),
    (party) => party.caseId,
  )
  const recusals = await tx.approvalRecusal.findMany({ where: { ...where, accountId: { in: accounts } } })
  const recused = new Set(recusals.map(({ caseId, accountId }) => `${caseId} ${accountId}`))
  const strict = await endorsersAreRecused(tx, rows, today)
  return new Map(
    rows.map((row) => {
      const awaited = waits.get(row.id) ?? []
      const seated = holders.find((one) => awaited.some((wait) => isSeatedAt(one, wait)))
      const holder = seated ?? actor
      const answersFor = new Set(
        awaited.filter((wait) => isSeatedAt(holder, wait)).map(({ forOrgId }) => forOrgId),
      )
      const isOf = (one: { personId: string }) =>
        one.personId === actor.personId || one.personId === holder.personId
      const own = (parties.get(row.id) ?? []).filter(isOf)
      const mover = {
        ...{ holder, answersFor: [...answersFor] },
        others: new Set(awaited.map(({ forOrgId }) => forOrgId)).size - answersFor.size,
        isAwaited: seated !== undefined,
        isOwner:
          row.openedById === actor.accountId ||
          own.some((party) => party.relation === 'applicant' && party.personId === actor.personId),
        isParty: own.some(({ relation }) => relation !== 'endorser' || strict.has(row.organisationId)),
        isRecused: [actor, holder].some(({ accountId }) => recused.has(`${row.id} ${accountId}`)),
      }
      return [row.id, mover]
    }),
  )
}

/** The organisations at which who endorsed an applicant does not decide. */
async function endorsersAreRecused(tx: Db, rows: readonly CaseRow[], today: PlainDate): Promise<Set<string>> {
  const places = [...new Set(rows.map((row) => row.organisationId))]
  const policies = await policiesAtEach(
    tx,
    places.map((organisationId) => ({ organisationId, day: today })),
  )
  return new Set(places.filter((_, at) => policies[at]?.use('approvals.endorser_recused').value))
}
