/** What the settings say of each form of exchange: how long it may last, and whether it counts. Source: domain.md 5. */
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { EXCHANGE_FORMS, type ExchangeForm } from './exchange-form.ts'

/** The longest posting of a form, in months. */
export function mostMonths(form: ExchangeForm, policies: ExchangePolicies): number {
  return policies.use(`exchange.months_${form}`).value
}

/** The forms that count: towards the target, and as having been exchanged. */
export function countingForms(policies: ExchangePolicies): ExchangeForm[] {
  return EXCHANGE_FORMS.map(({ code }) => code).filter(
    (form) => policies.use(`exchange.counts_${form}`).value,
  )
}
