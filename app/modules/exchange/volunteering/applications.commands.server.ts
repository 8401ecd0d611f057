/** A teacher volunteers, changes what they rank, withdraws; their school checks the family grounds. */

import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION, type Violation } from '#app/platform/database/violation.server.ts'
import { type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canExempt } from '../access.ts'
import { findDue } from '../due.queries.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { findRound, type RoundRow } from '../rounds/rounds.queries.server.ts'
import {
  type ApplicationRefusal,
  isVolunteering,
  rankingProblem,
  volunteeringProblem,
} from './application.ts'
import {
  type ApplicationRow,
  applicationOf,
  findApplication,
  ownRound,
} from './applications.queries.server.ts'
import { claimsOf, type FamilyGround, restated } from './family-claim.ts'

export type ApplicationOutcome = Outcome<{ id: string }, ApplicationRefusal>

const refuse: Refuse<ApplicationRefusal> = refuseAct

export type ApplicationWish = {
  /** Posts in the order of preference, first to fifth. */
  ranked: string[]
  statement: string | null
  acceptsOther: boolean
  grounds: FamilyGround[]
  /** 0 for the first time. */
  version: number
}

/** Volunteers in the round of one's own county, or changes it: until the window closes. */
export function volunteer(
  db: PrismaClient,
  actor: Actor,
  wish: ApplicationWish & Keyed,
  today: PlainDate,
): Promise<ApplicationOutcome> {
  return perform(db, actor, {
    name: 'volunteer',
    input: wish,
    async lock(tx) {
      const own = await openWindow(tx, actor, today)
      await checkMayGo(tx, actor, own.round, own.personId, today)
      const problem = rankingProblem(wish.ranked, own.posts)
      if (problem) refuse(problem)
      if ((own.application?.version ?? 0) !== wish.version) refuse('changed_meanwhile')
      return own
    },
    async write(tx, { round, personId, application, orgId }) {
      const id = application?.id ?? newId()
      const said = {
        ...{ state: 'submitted', statement: wish.statement ?? '', acceptsOther: wish.acceptsOther },
        claims: restated(wish.grounds, application?.claims ?? []),
        submittedAt: new Date(),
      }
      if (application)
        await tx.exchangeApplication.update({ where: { id }, data: { ...said, version: wish.version + 1 } })
      else await tx.exchangeApplication.create({ data: { id, roundId: round.id, personId, ...said } })
      await tx.exchangePreference.deleteMany({ where: { applicationId: id } })
      const ranks = wish.ranked.map((needId, at) => ({ applicationId: id, rank: at + 1, needId }))
      await tx.exchangePreference.createMany({ data: ranks })
      const isNew = application?.state !== 'submitted'
      const after = { schoolYear: round.schoolYear, ranked: wish.ranked, acceptsOther: wish.acceptsOther }
      const event = {
        action: isNew ? 'application.submitted' : 'application.changed',
        ...{ organisationId: orgId, personId, subject: `application:${id}` },
      }
      return { done: { id }, events: [{ ...event, after: { ...after, grounds: wish.grounds } }] }
    },
    broken,
  })
}

/** Withdraws: until the window closes. */
export function withdraw(
  db: PrismaClient,
  actor: Actor,
  asked: { version: number } & Keyed,
  today: PlainDate,
): Promise<ApplicationOutcome> {
  return perform(db, actor, {
    name: 'withdraw',
    input: asked,
    async lock(tx) {
      const { application, ...own } = await openWindow(tx, actor, today)
      if (application?.state !== 'submitted') refuse('not_found')
      if (application.version !== asked.version) refuse('changed_meanwhile')
      return { ...own, application }
    },
    async write(tx, { application: { id, version }, personId, orgId }) {
      await tx.exchangeApplication.update({
        where: { id },
        data: { state: 'withdrawn', version: version + 1 },
      })
      const about = { organisationId: orgId, personId, subject: `application:${id}` }
      return { done: { id }, events: [{ action: 'application.withdrawn', ...about }] }
    },
    broken,
  })
}

/** The database's own guard: the window was closed meanwhile, or two forms came at once. */
function broken({ code, message }: Violation): ApplicationRefusal | null {
  if (code === UNIQUE_VIOLATION) return 'changed_meanwhile'
  return message.includes('window_closed') ? 'window_closed' : null
}

async function openWindow(tx: Db, actor: Actor, today: PlainDate) {
  const personId = actor.personId ?? refuse('not_found')
  const own = await ownRound(tx, personId, today)
  if (!own) refuse('not_found')
  if (!isVolunteering(own.round, today)) refuse('window_closed')
  // Under lock before it is read: of two forms filled in on one version, the second is told.
  await lockApplication(tx, own.round.id, personId)
  const application = await applicationOf(tx, own.round, personId)
  const orgId = own.teacher?.orgId ?? refuse('not_subject')
  return { round: own.round, posts: own.posts.map(({ id }) => id), personId, orgId, application }
}

async function lockApplication(tx: Db, roundId: string, personId: string): Promise<void> {
  await tx.$queryRaw`
    select id from exchange_application where round_id = ${roundId}::uuid and person_id = ${personId}::uuid for update`
}

async function checkMayGo(tx: Db, actor: Actor, round: RoundRow, personId: string, today: PlainDate) {
  const due = await findDue(tx, actor, personId, round.schoolYear, today)
  const policies: ExchangePolicies = await policiesAt(tx, round.orgId, schoolYearStart(round.schoolYear))
  const problem = volunteeringProblem(due?.decision.outcome, policies.use('exchange.early_volunteers').value)
  if (problem) refuse(problem)
}

export type ClaimsCheck = { roundId: string; personId: string; version: number; confirmed: FamilyGround[] }
export type ClaimsRefusal = 'not_found' | 'not_allowed' | 'points_published' | 'changed_meanwhile'

const refuseCheck: Refuse<ClaimsRefusal> = refuseAct

/** The school (or county) says which of somebody's family grounds hold; the others are refused. Nobody checks their own. */
export function checkClaims(
  db: PrismaClient,
  actor: Actor,
  check: ClaimsCheck & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, ClaimsRefusal>> {
  return perform(db, actor, {
    name: 'checkClaims',
    input: check,
    async lock(tx) {
      const round = await findRound(tx, actor, check.roundId)
      await lockApplication(tx, check.roundId, check.personId)
      const found = round && (await findApplication(tx, actor, round, check.personId))
      if (!found) refuseCheck('not_found')
      const place = await placeOf(tx, check.personId, today)
      if (!place || !canExempt(actor, { ...place, personId: check.personId })) refuseCheck('not_allowed')
      if (round.state === 'matching' || round.state === 'decided') refuseCheck('points_published')
      if (found.version !== check.version) refuseCheck('changed_meanwhile')
      return found
    },
    async write(tx, found) {
      const { id, claims, version, orgId, personId } = found
      const checked = claimsOf(claims).map(({ ground }) => ({
        ...{ ground, isConfirmed: check.confirmed.includes(ground), checkedBy: actor.displayName },
      }))
      await tx.exchangeApplication.update({ where: { id }, data: { claims: checked, version: version + 1 } })
      const about = { organisationId: orgId, personId, subject: `application:${id}` }
      const change = { before: { confirmed: confirmedOf(found) }, after: { confirmed: check.confirmed } }
      return { done: { id }, events: [{ action: 'application.claims_checked', ...about, ...change }] }
    },
  })
}

function confirmedOf({ claims }: Pick<ApplicationRow, 'claims'>): FamilyGround[] {
  return claims.filter(({ isConfirmed }) => isConfirmed === true).map(({ ground }) => ground)
}
