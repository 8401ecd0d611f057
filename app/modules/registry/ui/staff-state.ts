/** A person's status as a tag: in post, away, gone. */
import type { Locale } from '#app/platform/i18n/locale.ts'
import { ACTIVE_STATUSES, codeLabel, STAFF_STATUSES } from '../codes/index.ts'
import type { StateView } from './staff-views.ts'

export function stateOf(status: string, locale: Locale): StateView {
  const label = codeLabel(STAFF_STATUSES, status, locale)
  if (status === 'in_post') return { label, tone: 'green' }
  return { label, tone: ACTIVE_STATUSES.some((one) => one === status) ? 'amber' : 'neutral' }
}
