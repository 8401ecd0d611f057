/** Objections to a public notice 异议: taken in from anybody, answered by those who put the notice up. */
import { RateLimiterPrisma } from 'rate-limiter-flexible'
import type { Actor } from '#app/platform/access/actor.ts'
import { type Keyed, type Outcome, refused } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { type LockedCase, lockCases } from './case-facts.server.ts'
import { organisationOf, writeMoves } from './case-writes.server.ts'
import { type EntryKind, movedTo } from './move.ts'
import { isOpen, MOST_OBJECTIONS } from './notice.ts'
import { endNotices } from './notices.server.ts'
import { isSeatedAt } from './stand-in.server.ts'

export type ObjectionRefusal =
  | 'not_found'
  | 'closed'
  | 'too_many'
  | 'too_often'
  | 'answered_already'
  | 'not_awaited'
  | 'own_case'
  | 'recused'

const refuse: Refuse<ObjectionRefusal> = refuseAct

/** Whoever objects has no account: the trail says so, and nothing of who they are. */
const anybody = { accountId: null, displayName: '公众 The public' }

/** From one address so many an hour: a notice must not be held up by whoever can click. Counted in the database. */
const MOST_AN_HOUR = 10

function limiter(db: PrismaClient): RateLimiterPrisma {
  return new RateLimiterPrisma({
    ...{ storeClient: db, keyPrefix: 'objection', points: MOST_AN_HOUR, duration: 3_600 },
  })
}

export type ObjectionWish = { noticeId: string; text: string; contact: string; address: string }

/**
 * Takes an objection while the notice runs. Who objects is kept encrypted, for those who answer. The form's key is the
 * objection's id, so that sent twice it stands once.
 */
export async function objectTo(
  db: PrismaClient,
  { noticeId, text, contact, address, formKey }: ObjectionWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, ObjectionRefusal>> {
  const id = formKey ?? newId()
  const mayGoOn = await limiter(db)
    .consume(address)
    .then(
      () => true,
      (refusal: unknown) => {
        if (refusal instanceof Error) throw refusal
        return false
      },
    )
  if (!mayGoOn) return refused('too_often')
  return perform(db, anybody, {
    name: 'objectTo',
    input: { noticeId, text },
    async lock(tx) {
      const notice = await lockNotice(tx, noticeId)
      const dates = { firstDay: fromDbDate(notice.firstDay), lastDay: fromDbDate(notice.lastDay) }
      if (!isOpen({ ...notice, ...dates }, today)) refuse('closed')
      const waiting = await tx.noticeObjection.count({ where: { noticeId, answer: null } })
      if (waiting >= MOST_OBJECTIONS) refuse('too_many')
      return notice
    },
    async write(tx, { caseId, organisationId }) {
      const isThere = (await tx.noticeObjection.count({ where: { id } })) > 0
      if (isThere) return { done: { id }, events: [] }
      await tx.noticeObjection.create({ data: { id, noticeId, text, contact: encryptPersonal(contact) } })
      await addEntry(tx, caseId, { kind: 'objected', byName: anybody.displayName })
      const event = { action: 'notice.objected', organisationId, subject: `case:${caseId}` }
      return { done: { id }, events: [event] }
    },
  })
}

async function lockNotice(tx: Db, noticeId: string) {
  const [found] = await tx.$queryRaw<{ caseId: string }[]>`
    select c.id as "caseId" from public_notice n join approval_case c on c.id = n.case_id
    where n.id = ${noticeId}::uuid for update of c, n`
  const notice =
    found && (await tx.publicNotice.findUnique({ where: { id: noticeId }, include: { case: true } }))
  if (!notice) return refuse('not_found')
  return { ...notice, organisationId: notice.case.organisationId }
}

async function addEntry(
  tx: Db,
  caseId: string,
  entry: { kind: EntryKind; byName: string; accountId?: string; comment?: string },
): Promise<void> {
  const number = (await tx.approvalEntry.count({ where: { caseId } })) + 1
  await tx.approvalEntry.create({ data: { caseId, number, ...entry } })
}

export type AnswerWish = { objectionId: string; answer: string; isUpheld: boolean }

/**
 * Answers an objection, for those who made the case's last decision. Upheld, the case goes back for correction and its notice
 * comes down; otherwise the notice runs on.
 */
export function answerObjection(
  db: PrismaClient,
  actor: Actor,
  input: AnswerWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ caseId: string }, ObjectionRefusal>> {
  const { objectionId, answer, isUpheld } = input
  return perform(db, actor, {
    name: 'answerObjection',
    input,
    async lock(tx) {
      const found = await tx.noticeObjection.findUnique({
        where: { id: objectionId },
        include: { notice: { select: { caseId: true } } },
      })
      const [one] = found ? await lockCases(tx, actor, [found.notice.caseId], today) : []
      if (!found || !one) return refuse('not_found')
      const refusal = mayAnswer(actor, one)
      if (refusal) refuse(refusal)
      const now = await tx.noticeObjection.findUniqueOrThrow({ where: { id: objectionId } })
      if (now.answer !== null) refuse('answered_already')
      return one
    },
    async write(tx, one) {
      const { accountId, displayName } = actor
      const by = { answeredById: accountId, answeredByName: displayName, answeredAt: new Date() }
      await tx.noticeObjection.update({ where: { id: objectionId }, data: { answer, isUpheld, ...by } })
      await addEntry(tx, one.id, { kind: 'answered', byName: displayName, accountId, comment: answer })
      const about = { organisationId: one.place.id, subject: `case:${one.id}` }
      const event = { action: 'notice.answered', ...about, after: { upheld: isUpheld } }
      const to = isUpheld ? movedTo(one, 'uphold') : null
      if (!to) return { done: { caseId: one.id }, events: [event] }
      const moved = { case: { ...one, entries: one.entries + 1 }, to, by: actor, comment: answer }
      const events = await writeMoves(tx, 'uphold', [moved], today)
      await endNotices(tx, [one.id], 'replaced')
      return { done: { caseId: one.id }, events: [event, ...events] }
    },
  })
}

type Answerable = Pick<LockedCase, 'process' | 'place'> & {
  mover: Pick<LockedCase['mover'], 'isParty' | 'isRecused'>
}

/** Why the actor does not answer objections to the case's notice: whoever decides its last step does. Null where they may. */
export function mayAnswer(actor: Actor, { process, place, mover }: Answerable): ObjectionRefusal | null {
  const last = process.steps.at(-1)
  if (!last) return 'not_awaited'
  if (mover.isParty) return 'own_case'
  if (mover.isRecused) return 'recused'
  const seat = {
    organisationId: organisationOf(last.at === 'each' ? 'own' : last.at, place),
    action: last.action,
  }
  return isSeatedAt(actor, seat) ? null : 'not_awaited'
}
