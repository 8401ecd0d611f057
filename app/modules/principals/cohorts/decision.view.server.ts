/** Whether somebody may be cultivated, reason by reason, in the reader's words. */
import { CODE_LISTS, codeLabel } from '#app/modules/registry/index.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { type DecisionWords, reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { CandidateRule } from './candidate.ts'

export function decisionView(decision: Decision<'may' | 'may_not'>, words: Words) {
  const { t, locale } = words
  const spoken: DecisionWords = {
    ...words,
    rule: (code) => t(`principals.rule_${code as CandidateRule}`),
    fact: ({ rule, facts }, values) => {
      if (rule === 'in_post') return codeLabel(CODE_LISTS.staffStatus, String(facts.status), locale)
      if (rule === 'head' || facts[Object.keys(facts)[0] ?? ''] === null) return undefined
      return t(`principals.fact_${rule as Exclude<CandidateRule, 'in_post' | 'head'>}`, values)
    },
    choice: (_, value) => value,
  }
  return { outcome: t(`principals.outcome_${decision.outcome}`), reasons: reasonsView(decision, spoken) }
}
