/** While somebody is away: the host confirms their arrival, both write down what was done, the host assesses. */
import { giveHours } from '#app/modules/training/index.server.ts'
import { type Actor, can } from '#app/platform/access/actor.ts'
import { perform } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { type AssessmentKind, arrivalProblem, assessmentProblem, dayProblem, type Grade } from './posting.ts'
import { type PostingAsked, type PostingOutcome, postingEvent, refuse } from './postings.commands.server.ts'
import { lockPosting, type PostingRow } from './postings.queries.server.ts'

/** The host school says since when they are there. */
export function confirmArrival(
  db: PrismaClient,
  actor: Actor,
  asked: PostingAsked & { day: PlainDate },
  today: PlainDate,
): Promise<PostingOutcome> {
  return perform(db, actor, {
    name: 'confirmArrival',
    input: asked,
    async lock(tx) {
      const posting = await hosted(tx, actor, asked)
      if (posting.version !== asked.version) refuse('changed_meanwhile')
      const problem = arrivalProblem(posting, asked.day, today)
      if (problem) refuse(problem)
      return posting
    },
    async write(tx, posting) {
      const { id, version } = posting
      const data = { arrivedOn: toDbDate(asked.day), arrivalByName: actor.displayName, version: version + 1 }
      await tx.exchangePosting.update({ where: { id }, data })
      return { done: { id }, events: [postingEvent('posting.arrived', posting, { day: asked.day })] }
    },
  })
}

/** Writes down what was done on a day: the teacher for themselves, the host school as a duty it gave. */
export function writeLog(
  db: PrismaClient,
  actor: Actor,
  asked: Omit<PostingAsked, 'version'> & { day: PlainDate; text: string },
  today: PlainDate,
): Promise<PostingOutcome> {
  return perform(db, actor, {
    name: 'writeLog',
    input: asked,
    async lock(tx) {
      const posting = await lockPosting(tx, actor, asked.id)
      if (!posting) refuse('not_found')
      if (!isOwn(actor, posting) && !canHost(actor, posting)) refuse('not_allowed')
      const problem = dayProblem(posting, asked.day, today)
      if (problem) refuse(problem)
      return posting
    },
    async write(tx, posting) {
      const kind = isOwn(actor, posting) ? 'own' : 'duty'
      const by = { byId: actor.accountId, byName: actor.displayName }
      const { day, text } = asked
      await tx.exchangeLog.create({
        data: { id: newId(), postingId: posting.id, kind, day: toDbDate(day), text, ...by },
      })
      return { done: { id: posting.id }, events: [postingEvent('posting.logged', posting, { kind, day })] }
    },
  })
}

/** A posting that was served well counts as training 交流轮岗计入培训学时, as many hours as the setting says. */
async function trainingOf(tx: Db, actor: Actor, posting: PostingRow, hours: number, day: PlainDate) {
  if (hours === 0) return []
  const lastDay = addDays(posting.validTo, -1)
  return giveHours(tx, actor, {
    ...{ personId: posting.personId, orgId: posting.homeId, source: `exchange:${posting.id}`, day },
    ...{ kind: 'shadowing', level: 'county', category: 'pedagogy', title: `交流轮岗：${posting.hostName}` },
    ...{ provider: posting.hostName, startsOn: posting.validFrom, lastDay: lastDay < day ? lastDay : day },
    ...{ part: 'spread', tenths: hours * 10, evidence: 'confirmed', note: null },
  })
}

/** The host school's mid-term or final assessment; one of each, and nobody's own. */
export function assess(
  db: PrismaClient,
  actor: Actor,
  asked: Omit<PostingAsked, 'version'> & { kind: AssessmentKind; grade: Grade; text: string },
  today: PlainDate,
): Promise<PostingOutcome> {
  const { kind, grade, text } = asked
  return perform(db, actor, {
    name: 'assessPosting',
    input: asked,
    async lock(tx) {
      const posting = await hosted(tx, actor, asked)
      const policies: ExchangePolicies = await policiesAt(tx, posting.homeId, today)
      const days = policies.use('exchange.final_days').value
      const problem = assessmentProblem(posting, kind, days, today)
      if (problem) refuse(problem, { days })
      return { ...posting, trainingHours: policies.use('exchange.training_hours').value }
    },
    async write(tx, { trainingHours, ...posting }) {
      const by = { assessedById: actor.accountId, assessedByName: actor.displayName }
      await tx.exchangeAssessment.create({
        data: { id: newId(), postingId: posting.id, kind, grade, text, ...by, assessedOn: toDbDate(today) },
      })
      return {
        done: { id: posting.id },
        events: [
          postingEvent('posting.assessed', posting, { kind, grade }),
          ...(kind === 'final' && grade !== 'unqualified'
            ? await trainingOf(tx, actor, posting, trainingHours, today)
            : []),
        ],
      }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'assessed_already' : null),
  })
}

function isOwn(actor: Actor, { personId }: PostingRow): boolean {
  return actor.personId === personId
}

/** Whether the actor speaks for the host school. */
export function canHost(actor: Actor, { hostLineage }: PostingRow): boolean {
  return can(actor, 'exchange:host', { lineage: hostLineage })
}

async function hosted(tx: Db, actor: Actor, { id }: { id: string }): Promise<PostingRow> {
  const posting = await lockPosting(tx, actor, id)
  if (!posting) refuse('not_found')
  if (isOwn(actor, posting)) refuse('own_posting')
  if (!canHost(actor, posting)) refuse('not_allowed')
  return posting
}
