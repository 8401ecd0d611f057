/** What waits in rounds: for the county, posts to sign off; for a school, a round that asks for posts and has none of it. */
import { type Actor, canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { canRunRound } from '../access.ts'
import { listRounds, type RoundRow } from './rounds.queries.server.ts'

export async function roundTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'exchange:offer')) return []
  const listing = (await listRounds(db, actor)).filter(({ state }) => state === 'needs')
  const toSignOff = listing.filter((one) => canRunRound(actor, one) && one.needsUntil < day)
  const asking = listing.filter((one) => !canRunRound(actor, one) && one.needsUntil >= day)
  const unanswered = asking.length > 0 && !(await hasOffered(db, actor, asking)) ? asking : []
  const task = (rounds: readonly RoundRow[], key: 'round_needs' | 'round_offer'): HomeTask[] => {
    const [first] = rounds
    if (!first) return []
    return [
      {
        href: `/exchange/rounds/${first.id}`,
        figure: formatNumber(rounds.length, locale),
        title: t(`home.${key}`),
        note: t(`home.${key}_note`, { county: first.orgName, day: formatDay(first.needsUntil, locale) }),
      },
    ]
  }
  return [...task(toSignOff, 'round_needs'), ...task(unanswered, 'round_offer')]
}

async function hasOffered(db: Db, actor: Actor, rounds: readonly RoundRow[]): Promise<boolean> {
  const scope = scopeOf(actor, 'exchange:offer')
  const found = await db.exchangeNeed.findFirst({
    where: { roundId: { in: rounds.map(({ id }) => id) }, org: { lineage: { hasSome: scope } } },
    select: { id: true },
  })
  return found !== null
}
