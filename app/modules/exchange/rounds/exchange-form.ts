/** The forms of exchange 交流形式. Source: domain.md 5. */
import type { CodeOf } from '#app/modules/registry/index.ts'
import { isCodeOf } from '#app/modules/registry/index.ts'

export const EXCHANGE_FORMS = [
  { code: 'fixed_term', zh: '定期交流', en: 'Fixed-term exchange' },
  { code: 'cross_school', zh: '跨校竞聘', en: 'Cross-school appointment' },
  { code: 'group', zh: '学区（集团）内交流', en: 'Within a district or group' },
  { code: 'rounds', zh: '乡镇走教', en: 'Township teaching rounds' },
  { code: 'support', zh: '支教', en: 'Support teaching' },
  { code: 'principal', zh: '校长交流', en: "Principals' exchange" },
] as const

export type ExchangeForm = CodeOf<typeof EXCHANGE_FORMS>

/** Whether the person's post itself moves to the host (县管校聘). */
export function transfers(form: ExchangeForm): boolean {
  return form === 'cross_school'
}

/** Whether somebody is away for all of their hours: 走教 is beside the home school, some hours a week. */
export function fullTime(form: ExchangeForm): boolean {
  return form !== 'rounds'
}

export function isExchangeForm(code: string): code is ExchangeForm {
  return isCodeOf(EXCHANGE_FORMS, code)
}
