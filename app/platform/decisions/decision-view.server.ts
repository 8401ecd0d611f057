/** A decision in the reader's words, as ui/why-sheet.tsx shows it. */

import { isPlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { MessageValues, ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { PolicyUse } from '#app/platform/policy/define.ts'
import { type PolicyWords, valueText } from '#app/platform/policy/value-text.server.ts'
import type { WhyReason } from '#app/ui/why-sheet.tsx'
import type { Decision, Reason } from './decision.ts'

/** How a room says its decisions. */
export type DecisionWords = {
  t: ServerTranslate
  locale: Locale
  rule(code: string): string
  /** What the reason saw, in a sentence; nothing where there is nothing to say. */
  fact(reason: Reason, values: MessageValues): string | undefined
  /** A choice of a setting in words. */
  choice(key: string, value: string): string
  /** The setting of a reason, where "5 years" alone would not say of what. */
  number?(reason: Reason, text: string): string
}

/** The reasons of a decision: first those that stand against it, each kind in the rule's own order. */
export function reasonsView(decision: Decision, words: DecisionWords): WhyReason[] {
  const failing = decision.reasons.filter(({ holds }) => !holds)
  const holding = decision.reasons.filter(({ holds }) => holds)
  return [...failing, ...holding].map((reason) => ({
    rule: words.rule(reason.rule),
    number: reason.policy && numberText(reason, reason.policy, words),
    fact: words.fact(reason, spokenValues(reason.facts, words.locale)),
    clause: clauseText(reason, words),
    tone: reason.holds ? 'green' : 'amber',
  }))
}

function numberText(reason: Reason, policy: PolicyUse, words: DecisionWords): string {
  const text = policyText(policy, words)
  return words.number ? words.number(reason, text) : text
}

/** The clause, and the document that sets the number. */
function clauseText({ clause, policy }: Reason, { t }: DecisionWords): string {
  const named = clause.replace('policy-source', t('policy.source_title'))
  return policy ? t('policy.clause_and_source', { clause: named, source: policy.source }) : named
}

/** The value with its unit, and whose it is. */
export function policyText(use: PolicyUse, words: PolicyWords): string {
  return words.t('policy.use', { value: valueText(use, words), from: words.t(`policy.from_${use.from}`) })
}

/** Days as people read them; everything else as it is, nothing for null. */
function spokenValues(facts: Reason['facts'], locale: Locale): MessageValues {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value === 'string' && isPlainDate(value)) return [name, formatDay(value, locale)]
      return [name, typeof value === 'number' ? value : value === null ? '' : String(value)]
    }),
  )
}
