/** Published points are contested, and the county answers: upheld, they are counted anew from what is on record then. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { Violation } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { canRunRound } from '../access.ts'
import { findRound } from '../rounds/rounds.queries.server.ts'
import { type ContestRefusal, isContesting } from './application.ts'
import { applicationOf, ownRound, publishedPoints } from './applications.queries.server.ts'
import { writePoints } from './point-facts.sql.server.ts'

export type ContestOutcome = Outcome<{ id: string }, ContestRefusal>

const refuse: Refuse<ContestRefusal> = refuseAct

/** How many contests one person may raise in a round. */
const MOST_CONTESTS = 10

const broken = ({ message }: Violation) => (message.includes('contest_closed') ? 'contest_closed' : null)

/** A volunteer contests points, their own or of somebody who teaches the same: while the window is open. */
export function contestPoints(
  db: PrismaClient,
  actor: Actor,
  wish: { applicationId: string; text: string } & Keyed,
  today: PlainDate,
): Promise<ContestOutcome> {
  return perform(db, actor, {
    name: 'contestPoints',
    input: wish,
    async lock(tx) {
      const byPersonId = actor.personId ?? refuse('not_found')
      const own = await ownRound(tx, byPersonId, today)
      if (!own?.teacher) refuse('not_found')
      if (!isContesting(own.round, today)) refuse('contest_closed')
      const mine = await applicationOf(tx, own.round, byPersonId)
      if (mine?.state !== 'submitted') refuse('not_allowed')
      const published = await publishedPoints(tx, own.round, own.teacher)
      const about = published.find(({ id }) => id === wish.applicationId)
      if (!about) refuse('not_found')
      await tx.$queryRaw`select id from exchange_application where id = ${mine.id}::uuid for update`
      const raised = { byPersonId, application: { roundId: own.round.id } }
      if ((await tx.exchangeContest.count({ where: raised })) >= MOST_CONTESTS)
        refuse('too_many', { most: MOST_CONTESTS })
      return { about, byPersonId, orgId: own.teacher.orgId }
    },
    async write(tx, { about, byPersonId, orgId }) {
      const id = newId()
      await tx.exchangeContest.create({ data: { id, applicationId: about.id, byPersonId, text: wish.text } })
      const event = { action: 'contest.raised', organisationId: orgId, personId: about.personId }
      return {
        done: { id },
        events: [{ ...event, subject: `contest:${id}`, after: { points: about.points } }],
      }
    },
    broken,
  })
}

export type ContestAnswer = {
  roundId: string
  personId: string
  contestId: string
  answer: string
  upheld: boolean
}

/** The county answers a contest, once; nobody answers one of their own points or raised by themselves. */
export function answerContest(
  db: PrismaClient,
  actor: Actor,
  given: ContestAnswer & Keyed,
): Promise<ContestOutcome> {
  return perform(db, actor, {
    name: 'answerContest',
    input: given,
    async lock(tx) {
      const round = await findRound(tx, actor, given.roundId)
      const application = round && (await applicationOf(tx, round, given.personId))
      if (!application) refuse('not_found')
      if (!canRunRound(actor, round)) refuse('not_allowed')
      await tx.$queryRaw`select id from exchange_contest where id = ${given.contestId}::uuid for update`
      const where = { id: given.contestId, applicationId: application.id }
      const contest = await tx.exchangeContest.findFirst({ where })
      if (!contest) refuse('not_found')
      if (actor.personId && [given.personId, contest.byPersonId].includes(actor.personId))
        refuse('own_points')
      if (contest.answeredAt) refuse('answered')
      return { round, application }
    },
    async write(tx, { round, application }) {
      const { answer, upheld, contestId: id } = given
      const by = { answeredById: actor.accountId, answeredByName: actor.displayName, answeredAt: new Date() }
      await tx.exchangeContest.update({ where: { id }, data: { answer, upheld, ...by } })
      if (upheld) await writePoints(tx, round, application.id)
      const now = await tx.exchangeApplication.findUniqueOrThrow({ where: { id: application.id } })
      const about = { organisationId: application.orgId, personId: application.personId }
      const change = { before: { points: application.points }, after: { points: now.points, upheld } }
      return {
        done: { id },
        events: [{ action: 'contest.answered', ...about, subject: `contest:${id}`, ...change }],
      }
    },
    broken,
  })
}
