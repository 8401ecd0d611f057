/** A researcher's days at schools: reported by them, confirmed or refused by the school. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { type DayPart, type LogKind, type LogProblem, logProblem } from './researcher.ts'
import { tellResearcher, tellSchool } from './tell-researchers.server.ts'

export type LogRefusal =
  | LogProblem
  | 'not_found'
  | 'not_allowed'
  | 'stale'
  | 'wrong_state'
  | 'not_of_area'
  | 'taken'
  | 'no_note'
type LogOutcome = Outcome<{ id: string }, LogRefusal>

const refuse: Refuse<LogRefusal> = refuseAct

export type LogWish = {
  researcherId: string
  schoolId: string
  heldOn: PlainDate
  part: DayPart
  kind: LogKind
  title: string
  about: string
}

/** Of one's own service; at a school of the bureau's area, which is asked to confirm it. */
export function reportLog(
  db: PrismaClient,
  actor: Actor,
  wish: LogWish & Keyed,
  today: PlainDate,
): Promise<LogOutcome> {
  const { researcherId, schoolId, heldOn, part, kind, title, about } = wish
  return perform(db, actor, {
    name: 'reportResearcherLog',
    input: wish,
    async lock(tx) {
      const researcher = await tx.researcher.findUnique({
        where: { id: researcherId },
        include: { person: true },
      })
      if (!researcher || researcher.personId !== actor.personId) return refuse('not_found')
      return researcher
    },
    async write(tx, { orgId, personId, person, ...service }) {
      const days = { validFrom: fromDbDate(service.validFrom), validTo: fromDbDate(service.validTo) }
      const problem = logProblem(heldOn, days, today)
      if (problem) refuse(problem)
      const school = await tx.organisation.findUnique({ where: { id: schoolId } })
      if (!school?.lineage.includes(orgId) || school.kind !== 'school') return refuse('not_of_area')
      const id = newId()
      await tx.researcherLog.create({
        data: { id, researcherId, schoolId, heldOn: toDbDate(heldOn), part, kind, title, about },
      })
      const values = { name: person.name, day: heldOn, title }
      await tellSchool(tx, 'notice.researcher_reported', { schoolId, values, key: id })
      const facts = { schoolId, heldOn, part, kind, title }
      return { done: { id }, events: [eventOf('researcher_log.reported', { id, orgId, personId }, facts)] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'taken' : null),
  })
}

type Versioned = { id: string; version: number }

/** As long as the school has not answered. */
export function withdrawLog(db: PrismaClient, actor: Actor, wish: Versioned & Keyed): Promise<LogOutcome> {
  const { id } = wish
  return perform(db, actor, {
    name: 'withdrawResearcherLog',
    input: wish,
    async lock(tx) {
      const log = await lockReported(tx, wish)
      if (log.researcher.personId !== actor.personId) refuse('not_found')
      return checked(log, wish)
    },
    async write(tx, { researcher: { orgId, personId } }) {
      await tx.researcherLog.update({
        where: { id },
        data: { state: 'withdrawn', version: { increment: 1 } },
      })
      return { done: { id }, events: [eventOf('researcher_log.withdrawn', { id, orgId, personId }, {})] }
    },
  })
}

export type LogAnswer = 'confirmed' | 'refused'

/** The word of the school at which it was; a refusal says why. */
export function answerLog(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { answer: LogAnswer; note: string } & Keyed,
): Promise<LogOutcome> {
  const { id, answer, note } = wish
  return perform(db, actor, {
    name: 'answerResearcherLog',
    input: wish,
    async lock(tx) {
      const log = await lockReported(tx, wish)
      if (!can(actor, 'studios:host', log.school)) refuse('not_found')
      if (log.researcher.personId === actor.personId) refuse('not_allowed')
      return checked(log, wish)
    },
    async write(tx, { school, title, heldOn, researcher: { orgId, personId } }) {
      if (answer === 'refused' && note === '') refuse('no_note')
      const word = { state: answer, note, answeredByName: actor.displayName, answeredAt: new Date() }
      await tx.researcherLog.update({ where: { id }, data: { ...word, version: { increment: 1 } } })
      const values = { school: school.name, day: fromDbDate(heldOn), title }
      await tellResearcher(tx, `notice.researcher_${answer}`, { personId, values, key: id })
      const about = { id, orgId, personId }
      return { done: { id }, events: [eventOf(`researcher_log.${answer}`, about, { note })] }
    },
  })
}

async function lockReported(tx: Db, { id }: Versioned) {
  await tx.$queryRaw`select id from researcher_log where id = ${id}::uuid for no key update`
  const log = await tx.researcherLog.findUnique({
    where: { id },
    include: { researcher: true, school: true },
  })
  return log ?? refuse('not_found')
}

function checked<Log extends { version: number; state: string }>(log: Log, { version }: Versioned): Log {
  if (log.version !== version) refuse('stale')
  if (log.state !== 'reported') refuse('wrong_state')
  return log
}

function eventOf(
  action: string,
  { id, orgId, personId }: { id: string; orgId: string; personId: string },
  after: Readonly<Record<string, string>>,
): AuditEvent {
  return { action, organisationId: orgId, personId, subject: `researcher_log:${id}`, after }
}
