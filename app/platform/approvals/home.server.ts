/** What the home page says of the inbox. */
import { totalText } from '#app/platform/lists/pages.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { countInbox } from './inbox.queries.server.ts'

export async function waitingTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const { waiting, urgent } = await countInbox(db, actor, day)
  if (waiting.count === 0) return []
  const note = urgent.count > 0 ? t('home.approvals_urgent', { urgent: totalText(urgent, locale) }) : ''
  const title = t('home.approvals_waiting', { count: waiting.count })
  return [{ href: '/approvals', figure: totalText(waiting, locale), title, note }]
}
