/** What waits of researchers: for a school days to confirm, for a researcher the lessons of the term. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { termOf } from '#app/platform/dates.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { spanOf } from '../coverage/coverage.ts'
import { termText } from '../coverage/coverage.view.server.ts'
import { dutiesOf, ownResearcher, waitingLogs } from './researchers.queries.server.ts'
import { HOSTED_RESEARCH_PATH, RESEARCH_PATH } from './tell-researchers.server.ts'

export async function researchTasks(reading: Reading): Promise<HomeTask[]> {
  return [...(await hostTask(reading)), ...(await lessonsTask(reading))]
}

async function hostTask({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'studios:host')) return []
  const waiting = await waitingLogs(db, actor)
  if (!waiting) return []
  const figure = formatNumber(waiting.count, locale)
  return [{ href: HOSTED_RESEARCH_PATH, figure, title: t('home.research_logs'), note: waiting.title }]
}

async function lessonsTask({ db, actor, day, t, locale }: Reading): Promise<HomeTask[]> {
  const researcher = actor.personId && (await ownResearcher(db, actor.personId))
  if (!researcher) return []
  const term = spanOf(termOf(day))
  const [duty] = await dutiesOf(db, researcher.id, { terms: [term], today: day })
  const { value: owed } = (await policiesAt(db, researcher.orgId, day)).use(
    'studios.researcher_lessons_a_term',
  )
  const missing = duty ? owed - duty.lessons : 0
  if (missing <= 0) return []
  const figure = formatNumber(missing, locale)
  const note = termText(term, { t, locale })
  return [{ href: RESEARCH_PATH, figure, title: t('home.research_lessons'), note }]
}
