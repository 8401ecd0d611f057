/** A plan as a sheet: who goes where, then who does not and why. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { teachingText, type Words } from '../ui/due-words.server.ts'
import { rankText, reasonText } from './plan.view.server.ts'
import { type PlanRow, placementsOf, unplacedIn } from './plans.queries.server.ts'

export function planSheet(db: Db, actor: Actor, round: RoundRow, plan: PlanRow, words: Words): SheetSpec {
  const { t } = words
  const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)
  async function* rows() {
    for (const one of await placementsOf(db, actor, round, plan.id))
      yield [
        ...[
          one.staffNumber,
          one.name,
          one.homeName,
          teachingText(one, words),
          points(one.points),
          one.hostName,
        ],
        rankText(one.rank, words),
      ]
    for (const one of await unplacedIn(db, actor, round, plan.id)) {
      const why = one.why.reasons.map((reason) => reasonText(reason, words)).join('；')
      yield [one.staffNumber, one.name, one.homeName, teachingText(one, words), points(one.points), null, why]
    }
  }
  return {
    sheetName: t('plan.number', { number: plan.number }),
    columns: [
      { heading: t('due.number') },
      { heading: t('volunteer.name') },
      { heading: t('plan.home'), width: 28 },
      { heading: t('volunteer.teaching'), width: 16 },
      { heading: t('volunteer.points_of'), kind: 'number', width: 10 },
      { heading: t('plan.host'), width: 28 },
      { heading: t('plan.met'), width: 40 },
    ],
    rows: rows(),
  }
}
