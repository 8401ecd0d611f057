/** Volunteering as its pages show it: the teacher's own on the phone, and the volunteers of a round for officers. */
import type { Actor } from '#app/platform/access/actor.ts'
import { can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { formatDay, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf } from '#app/platform/lists/pages.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canExempt, canRunRound } from '../access.ts'
import { findDue } from '../due.queries.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { reasonText } from '../plans/plan.view.server.ts'
import { ownAnswer } from '../plans/plans.queries.server.ts'
import { roundCrumb, roundsCrumb, roundTitle } from '../rounds/round.form.server.ts'
import { needView } from '../rounds/round.view.server.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { decisionWords } from '../ui/due-why.server.ts'
import { teachingText, type Words } from '../ui/due-words.server.ts'
import {
  answerView,
  applicationView,
  claimsView,
  contestView,
  dropWishView,
  wishView,
  withdrawView,
} from './application.form.server.ts'
import { isContesting, isVolunteering, volunteeringProblem } from './application.ts'
import {
  type ApplicationRow,
  applicationOf,
  type ContestRow,
  contestsOf,
  listApplications,
  type OwnRound,
  ownRound,
  publishedPoints,
  rankedPosts,
} from './applications.queries.server.ts'
import { countPoints } from './point-facts.sql.server.ts'
import { POINT_RULES, type PointRule, partOf } from './points.ts'
import { ruralServiceOf } from './rural-service.ts'
import { wishesOf } from './wishes.server.ts'

const pointsText = (hundredths: number, { locale }: Words) => formatNumber(hundredths / 100, locale)

/** Points with their reasons, each with the number, what it saw, and where it is written. */
export function pointsView(points: number, why: Decision, words: Words) {
  const text = pointsText(points, words)
  const facts = (rule: PointRule) => words.t(`exchange.fact.${rule}`, { ...factsOf(why, rule) })
  return {
    text: words.t('volunteer.has_points', { points: text }),
    outcome: words.t('exchange.counted', { points: text }),
    reasons: reasonsView(why, {
      ...decisionWords(words),
      rule: (code) => words.t(`exchange.rule.${code as PointRule}`),
      fact: ({ rule }) => facts(rule as PointRule),
      number: (_, number) => number,
    }),
  }
}

function factsOf({ reasons }: Decision, rule: PointRule): Record<string, number> {
  const found = reasons.find((one) => one.rule === rule)?.facts ?? {}
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, Number(value)]))
}

/** The teacher's own page; null without a round. */
export async function ownView(db: Db, actor: Actor, personId: string, today: PlainDate, words: Words) {
  const own = await ownRound(db, personId, today)
  if (!own) return null
  const { round } = own
  const application = await applicationOf(db, round, personId)
  const ranked = application ? await rankedPosts(db, application.id) : []
  const isSent = application?.state === 'submitted'
  const problem = isVolunteering(round, today) ? await problemOf(db, actor, own, personId, today) : null
  const canVolunteer = isVolunteering(round, today) && problem === null && own.posts.length > 0
  const posts = await postsView(db, own, words)
  return {
    title: roundTitle(round, words),
    lead: leadOf(round, today, isSent, words),
    problem: problem && (`volunteer.error_${problem}` as const),
    answer: isSent ? await ownAnswerView(db, round, personId, words) : null,
    posts,
    ranked: isSent ? ranked.map((id) => posts.find((post) => post.id === id)?.label ?? '') : [],
    points: isSent ? await ownPoints(db, round, application, words) : null,
    form: canVolunteer ? applicationView(own.posts, application, ranked, words) : null,
    ...(isSent && (await wishesView(db, round, personId, today, words))),
    withdraw: isSent && isVolunteering(round, today) ? withdrawView(application, words) : null,
    ...(await publishedView(db, own, application, today, words)),
  }
}

export type OwnView = NonNullable<Awaited<ReturnType<typeof ownView>>>

/** Where they go, or why not, once that is public. */
async function ownAnswerView(db: Db, round: RoundRow, personId: string, words: Words) {
  const { t, locale } = words
  const answer = await ownAnswer(db, round.id, personId)
  if (!answer) return null
  const { hostName, why, isApproved } = answer
  if (hostName) {
    const text = t(isApproved ? 'volunteer.placed' : 'volunteer.placed_notice', { host: hostName })
    return { text, isPlaced: true }
  }
  const reasons = (why?.reasons ?? []).map((one) => reasonText(one, words))
  const told = { why: reasons.join(locale === 'en' ? '; ' : '；') }
  return { text: t('volunteer.unplaced', told), isPlaced: false }
}

/** Wishes with a colleague: what was stated by whom, and what can be done with it while the window is open. */
async function wishesView(db: Db, round: RoundRow, personId: string, today: PlainDate, words: Words) {
  const isOpen = isVolunteering(round, today)
  const wishes = await wishesOf(db, round.id, personId)
  return {
    wishes: wishes.map(({ id, kind, name, staffNumber, isMine, isTheirs }) => {
      const state = isMine && isTheirs ? 'holds' : isMine ? 'asked' : 'asks'
      return {
        id,
        text: words.t('volunteer.wish_text', {
          kind: words.t(`volunteer.wish_${kind}`),
          name,
          number: staffNumber,
        }),
        state: words.t(`volunteer.wish_${state}`),
        holds: state === 'holds',
        agree: isOpen && !isMine ? wishView({ kind, staffNumber }, words) : null,
        drop: isOpen ? dropWishView(id, words) : null,
      }
    }),
    wish: isOpen ? wishView(null, words) : null,
  }
}

async function problemOf(
  db: Db,
  actor: Actor,
  { round, teacher }: OwnRound,
  personId: string,
  today: PlainDate,
) {
  if (!teacher) return 'not_subject' as const
  const due = await findDue(db, actor, personId, round.schoolYear, today)
  const policies: ExchangePolicies = await policiesAt(db, round.orgId, schoolYearStart(round.schoolYear))
  return volunteeringProblem(due?.decision.outcome, policies.use('exchange.early_volunteers').value)
}

function leadOf(round: RoundRow, today: PlainDate, isSent: boolean, { t, locale }: Words): string {
  if (isVolunteering(round, today))
    return t('volunteer.until', { day: formatDay(round.volunteersUntil, locale) })
  if (!isSent) return t('volunteer.not_volunteered')
  if (isContesting(round, today))
    return t('volunteer.contest_until', { day: formatDay(round.contestUntil, locale) })
  return t(round.state === 'decided' ? 'volunteer.decided' : 'volunteer.planning')
}

async function postsView(db: Db, { round, posts }: OwnRound, words: Words) {
  const policies: ExchangePolicies = await policiesAt(db, round.orgId, schoolYearStart(round.schoolYear))
  return posts.map((post) => {
    const { outcome } = ruralServiceOf(post, policies)
    const { school, marks, form, places, from, until, note } = needView(post, words)
    return {
      ...{ id: post.id, label: school, marks, form, places, note },
      dates: `${formatDay(from, words.locale)} – ${formatDay(until, words.locale)}`,
      service: words.t(outcome === 'counts' ? 'volunteer.counts' : `volunteer.counts_${outcome}`),
      isService: outcome === 'counts',
    }
  })
}

async function ownPoints(db: Db, round: RoundRow, { id, points, pointsWhy }: ApplicationRow, words: Words) {
  if (points !== null && pointsWhy) return pointsView(points, pointsWhy, words)
  const now = (await countPoints(db, round, id)).get(id)
  if (!now) return null
  const text = words.t('volunteer.provisional', { points: pointsText(now.points, words) })
  return { ...pointsView(now.points, now.why, words), text }
}

/** Once points are published: those of all who teach the same, and what was contested of one's own. */
async function publishedView(
  db: Db,
  { round, teacher }: OwnRound,
  application: ApplicationRow | null,
  today: PlainDate,
  words: Words,
) {
  const isPublic = round.state !== 'volunteering' && application?.state === 'submitted' && teacher !== null
  if (!isPublic) return { published: [], contest: null, contests: [] }
  const rows = await publishedPoints(db, round, teacher)
  const contests = await contestsOf(db, application.id)
  return {
    published: rows.map((one) => ({
      ...{ id: one.id, name: one.name, school: one.orgName, isOwn: one.personId === application.personId },
      points: pointsText(one.points ?? 0, words),
      parts: POINT_RULES.map((rule) => (one.pointsWhy ? String(partOf(one.pointsWhy, rule)) : '')),
    })),
    contest: isContesting(round, today) ? contestView(rows, words) : null,
    contests: contests.map((one) => contestText(one, words)),
  }
}

function contestText(one: ContestRow, { t }: Words) {
  const outcome = t(one.upheld ? 'volunteer.outcome_upheld' : 'volunteer.outcome_refused')
  return {
    id: one.id,
    text: one.text,
    at: formatMoment(one.raisedAt),
    answer:
      one.answer === null
        ? t('volunteer.waits')
        : t('volunteer.answered', { outcome, answer: one.answer, name: one.answeredBy ?? '' }),
  }
}

export async function volunteersView(
  db: Db,
  actor: Actor,
  round: RoundRow,
  params: URLSearchParams,
  words: Words,
) {
  const path = `/exchange/rounds/${round.id}/volunteers`
  const page = await listApplications(db, actor, round, decodeKeyset(params.get('cursor'), ['name']))
  return {
    trail: [roundsCrumb(words), roundCrumb(round, words)],
    count: words.t('volunteer.count', { count: formatNumber(round.volunteers, words.locale) }),
    pages: pagesOf(path, params, page),
    exportHref: `${path}/export.xlsx`,
    rows: page.rows.map((row) => volunteerRow(row, words)),
  }
}

export type VolunteersView = Awaited<ReturnType<typeof volunteersView>>

export const uncheckedOf = ({ claims }: ApplicationRow): number =>
  claims.filter(({ isConfirmed }) => isConfirmed === null).length

function volunteerRow(row: ApplicationRow, words: Words) {
  const figure = (value: number) => (value === 0 ? '' : formatNumber(value, words.locale))
  return {
    id: row.id,
    href: `/exchange/rounds/${row.roundId}/volunteers/${row.personId}`,
    name: row.name,
    school: row.orgName,
    teaching: teachingText(row, words),
    points: row.points === null ? '' : pointsText(row.points, words),
    unchecked: figure(uncheckedOf(row)),
    unanswered: figure(row.unanswered),
  }
}

/** One volunteer for who may read them: what they rank, their points and why, what waits to be checked or answered. */
export async function volunteerView(
  db: Db,
  actor: Actor,
  round: RoundRow,
  row: ApplicationRow,
  posts: ReadonlyMap<string, string>,
  words: Words,
) {
  const ranked = await rankedPosts(db, row.id)
  const contests = await contestsOf(db, row.id)
  const runs = canRunRound(actor, round)
  const checks = row.claims.length > 0 && canExempt(actor, row) && isCheckable(round)
  return {
    trail: [
      ...[roundsCrumb(words), roundCrumb(round, words)],
      { href: `/exchange/rounds/${round.id}/volunteers`, label: words.t('volunteer.of_round') },
    ],
    title: row.name,
    description: [row.staffNumber, row.orgName, teachingText(row, words)].join(' · '),
    staffHref: can(actor, 'staff:read', row) ? `/staff/${row.personId}` : null,
    ranked: ranked.map((id) => posts.get(id) ?? ''),
    statement: row.statement,
    points: await ownPoints(db, round, row, words),
    claims: checks ? claimsView(row, words) : null,
    contests: contests.map((one) => ({
      ...contestText(one, words),
      by: words.t('volunteer.contest_by', { name: one.byName, at: formatMoment(one.raisedAt) }),
      form: answerFormOf(one, actor, row, runs && round.state === 'contest', words),
    })),
  }
}

export type VolunteerView = Awaited<ReturnType<typeof volunteerView>>

function isCheckable({ state }: RoundRow): boolean {
  return state === 'volunteering' || state === 'contest'
}

function answerFormOf(
  one: ContestRow,
  actor: Actor,
  row: ApplicationRow,
  mayAnswer: boolean,
  words: Words,
): FormView | null {
  const isOwn = actor.personId !== null && [row.personId, one.byPersonId].includes(actor.personId)
  return mayAnswer && one.answer === null && !isOwn ? answerView(one, words) : null
}
