/** What the home page shows of the registry, in the reader's language. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import { totalText } from '#app/platform/lists/pages.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import {
  countBeginning,
  countWithoutBirthDate,
  listRetiring,
  type RetiringList,
} from '../waiting.queries.server.ts'

/** What waits for this reader in the registry, the most pressing first; nothing that they could not act on or read. */
export async function waitingTasks(reading: Reading): Promise<HomeTask[]> {
  const { db, actor, day } = reading
  if (!canSomewhere(actor, 'staff:read')) return []
  const { soon, overdue } = await listRetiring(db, actor, day, 1)
  return [
    ...retirementTask(overdue, 'home.overdue', '/staff/retiring#overdue', reading),
    ...retirementTask(soon, 'home.retiring', '/staff/retiring#soon', reading),
    ...(await beginningTask(reading)),
    ...(await incompleteTask(reading)),
  ]
}

function retirementTask(
  { people: [first], total }: RetiringList,
  key: 'home.overdue' | 'home.retiring',
  href: string,
  { t, locale }: Reading,
): HomeTask[] {
  if (!first) return []
  const note = t('home.retiring_note', { name: first.name, day: formatDay(first.retiresOn, locale) })
  return [{ href, figure: totalText(total, locale), title: t(key, { count: total.count }), note }]
}

async function beginningTask({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const { count, first } = await countBeginning(db, actor, day)
  if (!first) return []
  const note = t('home.beginning_note', { name: first.name, day: formatDay(first.on, locale) })
  const href = `/staff/${first.personId}`
  return [{ href, figure: formatNumber(count, locale), title: t('home.beginning', { count }), note }]
}

/** For those who can mend it: people of whom nobody can tell when they retire. */
async function incompleteTask({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'staff:write')) return []
  const total = await countWithoutBirthDate(db, actor, day)
  if (total.count === 0) return []
  const figure = totalText(total, locale)
  const title = t('home.incomplete', { count: total.count })
  return [{ href: '/staff?lacks=birthDate', figure, title, note: t('home.incomplete_note') }]
}
