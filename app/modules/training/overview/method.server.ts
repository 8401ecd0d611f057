/** How the figures were made, in the place's own numbers: printed under its report. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatPercent } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'

export async function methodOf(db: Db, orgId: string, day: PlainDate, { t }: Words): Promise<string[]> {
  const policies = await policiesAt(db, orgId, day)
  const values = {
    cycle: policies.use('training.hours_cycle').value,
    years: policies.use('training.cycle_years').value,
    first: policies.use('training.cycle_first_year').value,
    share: formatPercent(policies.use('training.behind_share').value),
    pace: policies.use('training.reachable_year').value,
  }
  const newcomers = policies.use('training.newcomers').value
  return [
    t('training.method_who'),
    t('training.method_cycle', values),
    t(`training.method_newcomers_${newcomers}`),
    t('training.method_counted'),
    t('training.method_behind', values),
    t('training.method_out', values),
  ]
}
