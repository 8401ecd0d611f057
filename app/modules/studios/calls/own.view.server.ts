/** A teacher's own page of a call: what is asked, whether they may lead a studio and why, what they sent. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { teachingText } from '../words.server.ts'
import { stageOfCall } from './call.ts'
import { callForText, windowText } from './call.view.server.ts'
import type { CallRow } from './calls.queries.server.ts'
import { decisionView } from './decision.view.server.ts'
import { decisionFor } from './leader-facts.server.ts'
import { applicationFormView, withdrawView } from './own.form.server.ts'
import { type OwnApplication, ownApplication } from './own.queries.server.ts'

const tones: Record<OwnApplication['state'], Tone> = {
  sent: 'accent',
  withdrawn: 'neutral',
  proposed: 'amber',
  founded: 'green',
  refused: 'neutral',
}

export const ownStateView = (state: OwnApplication['state'], { t }: Words) => ({
  label: t(`application.state_${state}`),
  tone: tones[state],
})

export async function ownCallView(db: Db, personId: string, call: CallRow, today: PlainDate, words: Words) {
  const { t, locale } = words
  const own = await ownApplication(db, personId, call.id)
  const isOpen = stageOfCall(call, today) === 'open'
  const { decision } = await decisionFor(db, personId, today, call.termFrom)
  const may = decision.outcome === 'may'
  return {
    title: call.title,
    state: own && ownStateView(own.state, words),
    about: call.about,
    facts: [
      { term: t('call.bureau'), value: call.orgName },
      { term: t('call.document'), value: call.documentNo },
      { term: t('call.window'), value: windowText(call, words) },
      { term: t('call.for'), value: callForText(call, words) },
      { term: t('call.places'), value: formatNumber(call.places, locale) },
      { term: t('call.term_from'), value: formatDay(call.termFrom, locale) },
    ],
    why: decisionView(decision, words),
    may,
    form: isOpen && may ? applicationFormView(call, own, words) : null,
    withdraw: isOpen && own?.state === 'sent' ? withdrawView(own, words) : null,
    sent: own && {
      facts: [
        { term: t('application.name'), value: own.name },
        { term: t('application.teaching'), value: teachingText(own, words) },
      ],
      plan: own.plan,
    },
    isOpen,
  }
}
export type OwnCallView = Awaited<ReturnType<typeof ownCallView>>
