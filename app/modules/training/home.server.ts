/** What waits in training: reports to check, one's own that came back; and the reader's own hours in a few figures. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, OwnPanel, Reading } from '#app/platform/manifest/manifest.ts'
import { returnedOf, waitingFor } from './entries.queries.server.ts'
import { standingOf } from './hours.queries.server.ts'
import { requirementView, yearText } from './hours.view.server.ts'

export async function trainingTasks(reading: Reading): Promise<HomeTask[]> {
  return [...(await returnedTasks(reading)), ...(await waitingTasks(reading))]
}

async function returnedTasks({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  if (!actor.personId) return []
  const { count, first } = await returnedOf(db, actor.personId)
  if (!first) return []
  const note = t('home.training_returned_note', { title: first.title })
  const title = t('home.training_returned', { count })
  return [{ href: `/me/hours/${first.id}`, figure: formatNumber(count, locale), title, note }]
}

async function waitingTasks({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'training:check')) return []
  const { count, since } = await waitingFor(db, actor)
  if (!since) return []
  const note = t('home.training_waiting_note', { day: formatDay(since, locale) })
  const title = t('home.training_waiting', { count })
  return [{ href: '/training/entries', figure: formatNumber(count, locale), title, note }]
}

export async function ownHours({ db, actor, t, locale, day }: Reading): Promise<OwnPanel | null> {
  const standing = actor.personId && (await standingOf(db, actor.personId, day))
  if (!standing) return null
  return {
    title: t('home.hours'),
    lead: t('home.hours_lead', { year: yearText(standing, { t, locale }) }),
    facts: standing.requirements.map((one) => {
      const { label, figures, note } = requirementView(one, { t, locale })
      return { term: label, value: figures, note }
    }),
    href: '/me/hours',
    linkLabel: t('home.hours_open'),
  }
}
