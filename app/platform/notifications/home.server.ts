/** How many notifications are not read, on the home page. */
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { countUnread } from './notifications.view.server.ts'

export async function unreadTask({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  const count = await countUnread(db, actor.accountId)
  if (count === 0) return []
  const title = t('home.notifications', { count })
  const note = t('home.notifications_note')
  return [{ href: '/me/notifications', figure: formatNumber(count, locale), title, note }]
}
