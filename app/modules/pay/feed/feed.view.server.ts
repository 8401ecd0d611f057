/** The outside feed: whether there is one, what became of the last fetches, and the form that has it fetched now. */
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { type FeedRefusal, feedAddress } from './feed.commands.server.ts'

const LAST = 30
const STATES = ['waiting', 'taken', 'same', 'refused', 'failed'] as const
type RunState = (typeof STATES)[number]
const tones: Record<RunState, Tone> = {
  ...{ waiting: 'accent', taken: 'green', same: 'neutral', refused: 'red', failed: 'red' },
}

/** The host alone: an address may carry a secret. */
export function feedHost(): string | null {
  const address = feedAddress()
  return address && new URL(address.url).hostname
}

export async function feedView(db: Db, { t, locale }: Words) {
  const runs = await db.payFeedRun.findMany({ orderBy: { askedAt: 'desc' }, take: LAST })
  return {
    host: feedHost(),
    isUnderWay: runs.some(({ state, attempts }) => state === 'waiting' && attempts === 0),
    runs: runs.map((run) => {
      const state = run.state as RunState
      const { where = '' } = run.detail as { where?: string }
      return {
        ...{ key: run.id, at: formatMoment(run.askedAt), by: run.askedByName },
        state: { tone: tones[state], label: t(`pay.feed_${state}`) },
        added: state === 'taken' ? formatNumber(run.added, locale) : '—',
        tries: formatNumber(run.attempts, locale),
        problem: run.problem ? t(`pay.feed_problem_${run.problem}` as ServerKey, { where }) : '',
        next:
          state === 'waiting' && run.attempts > 0 ? t('pay.feed_next', { at: formatMoment(run.nextAt) }) : '',
      }
    }),
  }
}
export type FeedView = Awaited<ReturnType<typeof feedView>>

export const askFeedForm = declareForm({ sections: [{ id: 'feed', fields: {} }] })

export function askFeedView({ t }: Words): FormView {
  return {
    title: t('pay.feed_ask'),
    trail: [
      { href: '/pay/benchmarks', label: t('pay.benchmarks') },
      { href: '/pay/benchmarks/feed', label: t('pay.feed') },
    ],
    intro: t('pay.feed_ask_about', { host: feedHost() ?? '—' }),
    sections: [],
    submitLabel: t('pay.feed_ask'),
    cancelHref: '/pay/benchmarks/feed',
  }
}

export const feedRefusal = ({ reason }: Refused<FeedRefusal>): ActRefusal => ({
  ok: false,
  key: `pay.error_${reason === 'not_allowed' ? 'feed_not_allowed' : reason}`,
})
