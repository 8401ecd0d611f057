/** English words of who is due, exemptions, targets. */
import type { dueZhCN } from './due.zh-CN.ts'

export const dueEn = {
  'exchange.title': 'Exchange',
  'exchange.tab_due': 'Who is due',
  'exchange.tab_exemptions': 'Exemptions',
  'exchange.tab_targets': 'Yearly targets',
} satisfies Record<keyof typeof dueZhCN, string>
