/** What the home page says of the inbox. */
import { totalText } from '#app/platform/lists/pages.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { countInbox } from './inbox.queries.server.ts'

export async function waitingTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const { waiting, overdue } = await countInbox(db, actor, day)
  if (waiting.count === 0) return []
  const note = overdue.count > 0 ? t('home.approvals_overdue', { overdue: totalText(overdue, locale) }) : ''
  const title = t('home.approvals_waiting', { count: waiting.count })
  return [{ href: '/approvals', figure: totalText(waiting, locale), title, note }]
}
