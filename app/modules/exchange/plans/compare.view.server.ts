/** Two plans side by side, in the reader's words. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { roundCrumb, roundsCrumb } from '../rounds/round.form.server.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { teachingText, type Words } from '../ui/due-words.server.ts'
import { differencesOf } from './compare.queries.server.ts'
import { planRow, rankText } from './plan.view.server.ts'
import { listPlans, type PlanRow } from './plans.queries.server.ts'

/** The plans that have an answer; the two asked for, else the two latest. Null where there are not two. */
async function chosen(db: Db, round: RoundRow, params: URLSearchParams) {
  const plans = (await listPlans(db, round)).filter(({ result }) => result?.status === 'solved')
  const [latest, before] = plans
  if (!latest || !before) return null
  const asked = (key: string) => plans.find(({ id }) => id === params.get(key))
  const right = asked('right') ?? latest
  const left = asked('left') ?? (right.id === before.id ? latest : before)
  return { plans, left, right }
}

export async function compareView(
  db: Db,
  actor: Actor,
  round: RoundRow,
  params: URLSearchParams,
  words: Words,
) {
  const { t } = words
  const path = `/exchange/rounds/${round.id}/plans`
  const trail = [roundsCrumb(words), roundCrumb(round, words), { href: path, label: t('plan.title') }]
  const two = await chosen(db, round, params)
  if (!two) return { trail, two: null }
  const { plans, left, right } = two
  const rows = await differencesOf(db, actor, round, left.id, right.id)
  const at = (host: string | null, rank: number | null) => (host ? `${host}（${rankText(rank, words)}）` : '')
  const figures = (plan: PlanRow) => planRow(round, plan, words)
  const [a, b] = [figures(left), figures(right)]
  return {
    trail,
    two: {
      path: `${path}/compare`,
      options: plans.map(({ id, number }) => ({ value: id, label: t('plan.number', { number }) })),
      left: a,
      right: b,
      figures: (['placed', 'unplaced', 'value', 'proof'] as const).map((key) => ({
        key,
        left: a[key],
        right: b[key],
      })),
      rows: rows.map((one) => ({
        id: one.personId,
        href: `/exchange/rounds/${round.id}/volunteers/${one.personId}`,
        name: one.name,
        home: one.homeName,
        teaching: teachingText(one, words),
        left: at(one.leftHost, one.leftRank),
        right: at(one.rightHost, one.rightRank),
      })),
    },
  }
}

export type CompareView = Awaited<ReturnType<typeof compareView>>
