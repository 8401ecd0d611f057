/** What the settings say of each form of exchange: how long it may last, and whether it counts. Source: domain.md 5. */
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { EXCHANGE_FORMS, type ExchangeForm } from './exchange-form.ts'

const longest = {
  fixed_term: 'exchange.months_fixed_term',
  cross_school: 'exchange.months_cross_school',
  group: 'exchange.months_group',
  rounds: 'exchange.months_rounds',
  support: 'exchange.months_support',
  principal: 'exchange.months_principal',
} as const satisfies Record<ExchangeForm, string>

const counting = {
  fixed_term: 'exchange.counts_fixed_term',
  cross_school: 'exchange.counts_cross_school',
  group: 'exchange.counts_group',
  rounds: 'exchange.counts_rounds',
  support: 'exchange.counts_support',
  principal: 'exchange.counts_principal',
} as const satisfies Record<ExchangeForm, string>

/** The longest posting of a form, in months. */
export function mostMonths(form: ExchangeForm, policies: ExchangePolicies): number {
  return policies.use(longest[form]).value
}

/** The forms that count: towards the target, and as having been exchanged. */
export function countingForms(policies: ExchangePolicies): ExchangeForm[] {
  return EXCHANGE_FORMS.map(({ code }) => code).filter((form) => policies.use(counting[form]).value)
}
