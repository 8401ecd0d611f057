/** Reports a training, puts it right, takes it back; approves, returns and reverses what was reported. On `platform/acts`. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { turnKey } from '#app/platform/acts/form-turn.server.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient, TrainingEntry } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION, type Violation } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import {
  attach,
  checkFile,
  type FileProblem,
  type ReceivedFile,
} from '#app/platform/files/attachment.server.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canCheckEntry, canReadEntry } from './access.ts'
import { kindOf } from './codes.ts'
import { canBe, type EntryFacts, type EntryRefusal, type EntryState, entryProblem } from './entry.ts'
import { noteDecisions, noteEntry, takeBack } from './ledger.server.ts'
import { MEGABYTE, PROOF_KIND } from './proof.ts'
import { tellOwner } from './tell-owner.server.ts'
import { type TrainingPolicies, yearOf } from './training-policy.ts'
import { worthOf } from './worth.ts'

export type EntryOutcome = Outcome<{ id: string }, EntryRefusal>

const refuse: Refuse<EntryRefusal> = refuseAct

const SUBMIT = 'submitEntry'

/** The database's own laws: nobody is at two trainings at once. */
const broken = ({ code }: Violation) => (code === EXCLUSION_VIOLATION ? 'overlaps' : null)

export type EntryWish = EntryFacts & {
  proof: ReceivedFile | null
  /** The returned entry that this puts right, and its version. */
  corrects?: { id: string; version: number }
}

/**
 * Reports a training of one's own, or hands a returned one in again; answers the year of training it belongs to. The same form
 * sent again, also days later by a phone that never heard the answer, is answered as it was then.
 */
export async function submitEntry(
  db: PrismaClient,
  actor: Actor,
  { corrects, proof, formKey, ...facts }: EntryWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string; year: number }, EntryRefusal>> {
  const input = { ...facts, proof, corrects, formKey }
  const sentKey = turnKey(SUBMIT, input)
  const sent = sentKey && (await entrySent(db, actor, sentKey))
  if (sent) return { ok: true, ...sent }
  return perform(db, actor, {
    name: SUBMIT,
    input,
    async lock(tx) {
      const { personId } = actor
      if (!personId) return refuse('not_allowed')
      const place = (await placeOf(tx, personId, today)) ?? refuse('not_allowed')
      const policies = await policiesAt(tx, place.orgId, today)
      const before = corrects ? await ownEntry(tx, actor, corrects, 'submitted') : null
      const problem = entryProblem(facts, { today, since: await serviceSince(tx, personId), policies })
      if (problem) refuse(problem.reason, problem.values)
      const checked = checkedProof(policies, facts, proof, before?.proofId != null)
      return { personId, orgId: place.orgId, policies, before, proof: checked }
    },
    async write(tx, { personId, orgId, policies, before, proof: checked }) {
      const attached =
        checked &&
        (await attach(tx, checked, {
          ...{ kind: PROOF_KIND, organisationId: orgId, personId, addedById: actor.accountId },
        }))
      const { kind, level, category, title, provider, startsOn, lastDay, part, tenths, evidence, note } =
        facts
      const data = {
        ...{ kind, level, category, title, provider, part, tenths, evidence, note, personId, orgId },
        ...{ startsOn: toDbDate(startsOn), lastDay: toDbDate(lastDay) },
        year: yearOf(lastDay, policies.use('training.year').value),
        ...(attached && { proofId: attached.id }),
        sentKey,
      }
      const state = { state: 'submitted', submittedAt: new Date(), reason: null }
      const entry = before
        ? await tx.trainingEntry.update({
            where: { id: before.id },
            data: { ...data, ...state, version: before.version + 1 },
          })
        : await tx.trainingEntry.create({ data: { id: newId(), ...data, ...state } })
      await noteEntry(tx, actor, entry)
      const after = { ...told(entry), ...(attached && { file: attached.name, fileSha256: attached.sha256 }) }
      const action = before ? 'training.corrected' : 'training.submitted'
      return {
        done: { id: entry.id, year: entry.year },
        events: [{ action, ...about(entry), ...(before && { before: told(before) }), after }],
      }
    },
    broken,
  })
}

function entrySent(db: Db, { personId }: Actor, sentKey: string) {
  return db.trainingEntry.findFirst({
    where: { personId: personId ?? '', sentKey },
    select: { id: true, year: true },
  })
}

/** Takes back what was not decided yet. */
export function withdrawEntry(
  db: PrismaClient,
  actor: Actor,
  asked: { id: string; version: number } & Keyed,
): Promise<EntryOutcome> {
  return perform(db, actor, {
    name: 'withdrawEntry',
    input: asked,
    lock: (tx) => ownEntry(tx, actor, asked, 'withdrawn'),
    async write(tx, before) {
      await moved(tx, before, { state: 'withdrawn' })
      return {
        done: { id: before.id },
        events: [{ action: 'training.withdrawn', ...about(before), after: {} }],
      }
    },
    broken,
  })
}

export type Approved = { approved: number; left: number }

/**
 * Approves those of these entries that still wait and are the actor's to check; the rest are left, and counted. `version`: of a
 * single one, as it was looked at.
 */
export function approveEntries(
  db: PrismaClient,
  actor: Actor,
  asked: { ids: readonly string[]; version?: number } & Keyed,
  today: PlainDate,
): Promise<Outcome<Approved, EntryRefusal>> {
  return perform(db, actor, {
    name: 'approveEntries',
    input: asked,
    async lock(tx) {
      const found = await lockEntries(tx, asked.ids)
      const mine = found.filter(
        (one) => canCheckEntry(actor, one) && canBe(one.state as EntryState, 'approved'),
      )
      if (mine.length === 0) refuse('not_open')
      if (asked.version !== undefined && mine[0]?.version !== asked.version) refuse('changed_meanwhile')
      return mine
    },
    async write(tx, entries) {
      const policies = await policiesOf(tx, entries, today)
      const decided = entries.map((entry) => ({
        entry,
        worth: worthOf(factsOf(entry), policies.get(entry.orgId) as TrainingPolicies),
      }))
      await tx.trainingEntry.updateMany({
        where: { id: { in: entries.map(({ id }) => id) } },
        data: { state: 'approved', ...decidedBy(actor), version: { increment: 1 } },
      })
      await noteDecisions(tx, actor, decided)
      return {
        done: { approved: entries.length, left: asked.ids.length - entries.length },
        events: decided.map(({ entry, worth }) => ({
          action: 'training.approved',
          ...about(entry),
          after: { tenths: worth.tenths },
        })),
      }
    },
    broken,
  })
}

type Checked = { id: string; version: number; reason: string } & Keyed

/** Gives an entry back to its teacher, with what is to be put right. */
export function returnEntry(db: PrismaClient, actor: Actor, asked: Checked): Promise<EntryOutcome> {
  return check(db, actor, asked, 'returned', async (tx, entry) => {
    await moved(tx, entry, { state: 'returned', reason: asked.reason, ...decidedBy(actor) })
    await tellOwner(tx, entry, 'returned', asked.reason)
  })
}

/** Takes back an approval: what it added to the ledger is taken off again, and both stay to be seen. */
export function reverseEntry(db: PrismaClient, actor: Actor, asked: Checked): Promise<EntryOutcome> {
  return check(db, actor, asked, 'reversed', (tx, entry) => takeBack(tx, actor, entry, asked.reason))
}

function check(
  db: PrismaClient,
  actor: Actor,
  asked: Checked,
  state: 'returned' | 'reversed',
  write: (tx: Db, entry: TrainingEntry) => Promise<void>,
): Promise<EntryOutcome> {
  const { id, version, reason } = asked
  return perform(db, actor, {
    name: `${state}Entry`,
    input: asked,
    async lock(tx) {
      const [entry] = await lockEntries(tx, [id])
      if (!entry || !canReadEntry(actor, entry)) return refuse('not_found')
      if (entry.personId === actor.personId) refuse('own_entry')
      if (!canCheckEntry(actor, entry)) refuse('not_allowed')
      if (entry.version !== version) refuse('changed_meanwhile')
      if (!canBe(entry.state as EntryState, state)) refuse('not_open')
      return entry
    },
    async write(tx, { lineage: _, ...entry }) {
      await write(tx, entry)
      return { done: { id }, events: [{ action: `training.${state}`, ...about(entry), after: { reason } }] }
    },
    broken,
  })
}

async function lockEntries(tx: Db, ids: readonly string[]) {
  await tx.$queryRaw`
    select id from training_entry where id = any(${[...ids]}::uuid[]) order by id for update`
  const found = await tx.trainingEntry.findMany({
    where: { id: { in: [...ids] } },
    include: { org: { select: { lineage: true } } },
    orderBy: { id: 'asc' },
  })
  return found.map(({ org, ...entry }) => ({ ...entry, lineage: org.lineage }))
}

/** The actor's own entry, locked, where it may go on to that state. */
async function ownEntry(
  tx: Db,
  actor: Actor,
  { id, version }: { id: string; version: number },
  next: EntryState,
): Promise<TrainingEntry> {
  const [found] = await lockEntries(tx, [id])
  if (!found || found.personId !== actor.personId) return refuse('not_found')
  const { lineage: _, ...entry } = found
  if (entry.version !== version) refuse('changed_meanwhile')
  if (!canBe(entry.state as EntryState, next)) refuse('not_open')
  return entry
}

async function moved(
  tx: Db,
  { id, version }: TrainingEntry,
  data: Partial<Pick<TrainingEntry, 'state' | 'reason' | 'decidedAt' | 'decidedById' | 'decidedByName'>>,
): Promise<void> {
  await tx.trainingEntry.update({ where: { id }, data: { ...data, version: version + 1 } })
}

const decidedBy = ({ accountId, displayName }: Actor) => ({
  ...{ decidedAt: new Date(), decidedById: accountId, decidedByName: displayName },
})

/** The settings of each school among the entries. */
async function policiesOf(tx: Db, entries: readonly TrainingEntry[], day: PlainDate) {
  const found = new Map<string, TrainingPolicies>()
  for (const { orgId } of entries) {
    if (!found.has(orgId)) found.set(orgId, await policiesAt(tx, orgId, day))
  }
  return found
}

/** The first day of service that is known, else that of birth. */
async function serviceSince(tx: Db, personId: string): Promise<PlainDate | null> {
  const { workStartedOn, birthDate } = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  return fromDbDateOrNull(workStartedOn ?? birthDate)
}

function checkedProof(
  policies: TrainingPolicies,
  { kind }: EntryFacts,
  proof: ReceivedFile | null,
  hasOne: boolean,
) {
  const { value: megabytes } = policies.use('training.proof_megabytes')
  const checked = checkFile(proof, megabytes * MEGABYTE)
  if (proof && checked.ok) return { ...proof, type: checked.type }
  const isMissing = checked.ok || checked.problem === 'missing'
  if (isMissing && (hasOne || !kindOf(kind).needsProof)) return null
  return refuse(isMissing ? 'proof_missing' : `proof_${checked.problem as Exclude<FileProblem, 'missing'>}`, {
    megabytes,
  })
}

export function factsOf(entry: TrainingEntry): EntryFacts {
  const { kind, level, category, title, provider, part, tenths, evidence, note, startsOn, lastDay } = entry
  return {
    ...{ kind, level, category, title, provider, part, tenths, evidence, note },
    ...{ startsOn: fromDbDate(startsOn), lastDay: fromDbDate(lastDay) },
  } as EntryFacts
}

/** What the trail is told of an entry: no more than what it says of the training. */
function told(entry: TrainingEntry) {
  const { note: _, ...facts } = factsOf(entry)
  return facts
}

const about = ({ id, orgId, personId }: TrainingEntry) => ({
  ...{ organisationId: orgId, personId, subject: `training:${id}` },
})
