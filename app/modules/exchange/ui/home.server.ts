/** What waits in exchange: exemptions that lapse soon, for those who record them. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { addDays } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { exemptionsLapsing } from '../exemptions.queries.server.ts'
import { postingTasks } from '../postings/home.server.ts'
import { roundTasks } from '../rounds/home.server.ts'
import { volunteeringTasks } from '../volunteering/home.server.ts'

const LAPSING_DAYS = 30

export async function exchangeTasks(reading: Reading): Promise<HomeTask[]> {
  return [
    ...(await volunteeringTasks(reading)),
    ...(await postingTasks(reading)),
    ...(await roundTasks(reading)),
    ...(await lapsingTasks(reading)),
  ]
}

async function lapsingTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'exchange:exempt')) return []
  const { count, first } = await exemptionsLapsing(db, actor, day, addDays(day, LAPSING_DAYS))
  if (!first) return []
  const note = t('home.exemptions_lapsing_note', {
    name: first.name,
    day: formatDay(addDays(first.validTo, -1), locale),
  })
  const title = t('home.exemptions_lapsing', { count })
  return [{ href: `/exchange/exemptions/${first.id}`, figure: formatNumber(count, locale), title, note }]
}
