/** Whether somebody may lead a studio, reason by reason, in the reader's words. */
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import { type DecisionWords, reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import type { MessageValues } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { word } from '../words.server.ts'
import type { LeaderRule } from './leader-decision.ts'

export function decisionView(decision: Decision<'may' | 'may_not'>, words: Words) {
  const spoken: DecisionWords = {
    ...words,
    rule: (code) => words.t(`studios.rule_${code as LeaderRule}`),
    fact: (reason, values) => factText(reason, values, words),
    choice: (key, value) => choiceText(key, value, words),
    number: ({ rule }, text) =>
      rule === 'years_left' || rule === 'ethics' ? text : words.t('studios.at_least', { limit: text }),
  }
  return { outcome: words.t(`studios.leader_${decision.outcome}`), reasons: reasonsView(decision, spoken) }
}

/** A choice of this room's settings in words. */
export function choiceText(key: string, value: string, words: Words): string {
  if (key === 'studios.leader_title_from') return word('titleLevel', value, words)
  return key === 'studios.leader_honour_level' ? word('honourLevel', value, words) : value
}

function factText({ rule, facts }: Reason, values: MessageValues, words: Words): string | undefined {
  const { t } = words
  const code = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  switch (rule as LeaderRule) {
    case 'in_post':
      return word('staffStatus', code('status'), words)
    case 'teaches':
      return word('staffCategory', code('staffCategory'), words)
    case 'title':
      return word('titleLevel', code('titleLevel'), words) || t('studios.fact_no_title')
    case 'honour':
      return word('honourLevel', code('honourLevel'), words) || t('studios.fact_no_honour')
    case 'ethics':
      return t('studios.fact_ethics')
    case 'years_left':
      return facts.retiresOn ? t('studios.fact_retires', values) : t('studios.fact_retires_unknown')
    case 'not_engaged':
      return undefined
  }
}
