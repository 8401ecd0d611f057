/** Writes where cases have come to: their rows, whom they wait for now, what was said, their notices. Set-based: a thousand as one. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { addWorkingDays, type CalendarOverrides } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { groupedBy } from '#app/platform/grouped.ts'
import type { Policies } from '#app/platform/policy/known-policies.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import type { LockedCase, Place } from './case-facts.server.ts'
import { type EntryKind, isDecided, type Move, type Outcome, type Standing } from './move.ts'
import { beginNotices } from './notices.server.ts'
import type { StepSpec } from './process.ts'

/** Who did it: somebody, perhaps for another; or a job of the house. */
export type Doer = { accountId: string | null; displayName: string; holder?: Actor | undefined }

export type MovedCase = { case: LockedCase; to: Pick<Standing, 'state' | 'step'>; by: Doer; comment: string }

/** What is done to a case, as its entries say it. */
const entryKinds: Record<Move, EntryKind> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  withdraw: 'withdrawn',
  change: 'changed',
  conclude: 'concluded',
  uphold: 'returned',
}

/** Writes moves that were found to be allowed, and what follows from them. Answers what the trail is told. */
export async function writeMoves(
  tx: Db,
  move: Move,
  moved: readonly MovedCase[],
  today: PlainDate,
): Promise<AuditEvent[]> {
  const overrides = await overridesFrom(tx, today)
  const policies = await policiesOf(tx, moved, today)
  await endWaits(tx, move, moved)
  await updateCases(
    tx,
    moved.filter((one) => !isPartial(move, one)),
  )
  await writeEntries(tx, move, moved)
  const begun = moved.filter((one) => one.to.state === 'waiting' && !isPartial(move, one))
  const waits = begun.map(({ case: one, to }) => waitsOf(tx, one, to.step, today, policies, overrides))
  await tx.approvalWait.createMany({ data: (await Promise.all(waits)).flat() })
  const noticed = moved.filter(({ to }) => to.state === 'notice').map((one) => one.case)
  await beginNotices(tx, noticed, today, (place) =>
    addWorkingDays(today, settingAt(policies, place, 'approvals.notice_days'), overrides),
  )
  return [...moved.map(({ case: one, to }) => eventOf(move, one, to)), ...(await whatFollows(tx, moved))]
}

/** One word of several that a step needs: the case stands where it stood, and waits for the others. */
function isPartial(move: Move, one: MovedCase): boolean {
  return move === 'approve' && one.case.others > 0
}

/** Nobody's word is awaited any more; after one of several, the others' still is. */
async function endWaits(tx: Db, move: Move, moved: readonly MovedCase[]): Promise<void> {
  const [partial, whole] = partition(moved, (one) => isPartial(move, one))
  await tx.approvalWait.deleteMany({ where: { caseId: { in: whole.map((one) => one.case.id) } } })
  const answered = partial.flatMap(({ case: { id, mover } }) => mover.answersFor.map((org) => ({ id, org })))
  await tx.$executeRaw`
    delete from approval_wait w
    using unnest(${answered.map(({ id }) => id)}::uuid[], ${answered.map(({ org }) => org)}::uuid[]) as told (case_id, org_id)
    where w.case_id = told.case_id and w.for_org_id = told.org_id`
}

function partition<Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(is), items.filter((item) => !is(item))]
}

async function policiesOf(tx: Db, moved: readonly MovedCase[], day: PlainDate) {
  const places = [...new Map(moved.map(({ case: { place } }) => [place.id, place])).keys()]
  const found = await policiesAtEach(
    tx,
    places.map((organisationId) => ({ organisationId, day })),
  )
  return new Map(places.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])))
}

function settingAt(
  policies: ReadonlyMap<string, Policies>,
  place: Place,
  key: 'approvals.step_days' | 'approvals.notice_days',
): number {
  const found = policies.get(place.id)
  if (!found) throw new Error(`no settings of ${place.id}`)
  return found.use(key).value
}

async function updateCases(tx: Db, moved: readonly MovedCase[]): Promise<void> {
  await tx.$executeRaw`
    update approval_case c set state = m.state, step = m.step, version = c.version + 1, content_hash = m.hash, title = m.title,
      decided_at = case when m.state in ('approved', 'rejected', 'withdrawn') then now() end
    from unnest(${moved.map((one) => one.case.id)}::uuid[], ${moved.map((one) => one.to.state)}::text[],
      ${moved.map((one) => one.to.step)}::int[], ${moved.map((one) => one.case.contentHash)}::text[],
      ${moved.map((one) => one.case.title)}::text[]) as m (id, state, step, hash, title)
    where c.id = m.id`
}

async function writeEntries(tx: Db, move: Move, moved: readonly MovedCase[]): Promise<void> {
  await tx.approvalEntry.createMany({
    data: moved.map(({ case: one, by, comment }) => ({
      ...{ caseId: one.id, number: one.entries + 1, kind: entryKinds[move], comment },
      step: one.state === 'waiting' ? (one.process.steps[one.step]?.key ?? null) : null,
      ...{ accountId: by.accountId, byName: by.displayName },
      ...(by.holder && by.holder.accountId !== by.accountId
        ? { onBehalfOfId: by.holder.accountId, behalfName: by.holder.displayName }
        : {}),
    })),
  })
}

/** Where a step is decided: a school straight below the prefecture has no county, and its county's step is the prefecture's. */
export function organisationOf(
  at: Exclude<StepSpec['at'], 'each'>,
  { id, countyId, prefectureId }: Place,
): string {
  const prefecture = prefectureId ?? id
  if (at === 'own') return id
  return at === 'county' ? (countyId ?? prefecture) : prefecture
}

/** Whom the case waits for at a step. */
async function waitsOf(
  tx: Db,
  { id, process, place, subject }: LockedCase,
  step: number,
  today: PlainDate,
  policies: ReadonlyMap<string, Policies>,
  overrides: CalendarOverrides,
) {
  const spec = process.steps[step]
  if (!spec) throw new Error(`${process.key} has no step ${step}`)
  const named = spec.at === 'each' ? await process.each?.(tx, subject) : [organisationOf(spec.at, place)]
  if (!named || named.length === 0) throw new Error(`${process.key} names nobody for its step ${spec.key}`)
  const dueOn = toDbDate(addWorkingDays(today, settingAt(policies, place, 'approvals.step_days'), overrides))
  return named.map((organisationId) => ({
    ...{ caseId: id, organisationId, forOrgId: organisationId, action: spec.action, dueOn },
  }))
}

function eventOf(move: Move, one: LockedCase, to: MovedCase['to']): AuditEvent {
  return {
    action: `case.${entryKinds[move]}`,
    organisationId: one.place.id,
    subject: `case:${one.id}`,
    before: { state: one.state, step: one.step + 1 },
    after: { state: to.state, step: to.step + 1, process: one.process.key, about: one.subject },
  }
}

/** Each process is told once of all its cases that are decided now. */
async function whatFollows(tx: Db, moved: readonly MovedCase[]): Promise<AuditEvent[]> {
  const decided = moved.filter(({ to }) => isDecided(to.state))
  const events: AuditEvent[] = []
  for (const [process, cases] of groupedBy(decided, (one) => one.case.process)) {
    const told = cases.map(({ case: { id, subject }, to }) => ({ id, subject, outcome: to.state as Outcome }))
    events.push(...((await process.decided?.(tx, told)) ?? []))
  }
  return events
}
