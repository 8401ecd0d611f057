/** The settings of who is due, as the rule and its SQL twin both read them. */
import { STAGES, TITLE_LEVELS } from '#app/modules/registry/index.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { exchangePolicies } from './policies.ts'

/** One place's settings on one day. */
export type ExchangePolicies = PoliciesOf<typeof exchangePolicies>

/** The stages that a choice of `exchange.stages` takes in. */
export function stagesOf(choice: string): readonly string[] {
  if (choice === 'all') return STAGES.map(({ code }) => code)
  return choice === 'compulsory_and_senior' ? ['primary', 'junior', 'senior'] : ['primary', 'junior']
}

/** The titles that meet `exchange.title_from`; `none` is among them where any will do. */
export function titlesOf(from: string): readonly string[] {
  const rank = TITLE_LEVELS.find(({ code }) => code === from)?.rank ?? 0
  return TITLE_LEVELS.filter((title) => title.rank >= rank).map(({ code }) => code)
}
