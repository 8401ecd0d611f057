/** The decision on somebody, reason by reason, in the reader's words. */
import { addDays } from '#app/platform/dates.ts'
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import { type DecisionWords, reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { MessageValues } from '#app/platform/i18n/translate.ts'
import { type BaseRule, type DueOutcome, type DueRule, isBaseRule } from '../eligibility.ts'
import type { WhyView } from './due-views.ts'
import { outcomeView, type Words, word } from './due-words.server.ts'

export function whyView(decision: Decision<DueOutcome>, words: Words): WhyView {
  return {
    outcome: outcomeView(decision.outcome, words),
    reasons: reasonsView(decision, decisionWords(words)),
  }
}

/** How this room says rules, facts and choices; the effect of a setting and stored decisions use it too. */
export function decisionWords(words: Words): DecisionWords {
  return {
    ...words,
    rule: (code) => words.t(`exchange.rule.${code as DueRule}`),
    fact: (reason, values) => factText(reason, values, words),
    choice: (key, value) => choiceText(key, value, words),
    number: ({ rule }, text) => (isBaseRule(rule) ? text : words.t('exchange.number_limit', { limit: text })),
  }
}

export function choiceText(key: string, value: string, words: Words): string {
  const { t } = words
  if (key === 'exchange.title_from') {
    if (value === 'none') return t('exchange.choice.title_none')
    return t('exchange.choice.title_from', { title: word('titleLevel', value, words) })
  }
  if (key === 'exchange.backbone_from') return word('honourLevel', value, words)
  if (value === 'compulsory' || value === 'compulsory_and_senior' || value === 'all') {
    return t(`exchange.choice.stages_${value}`)
  }
  return value
}

function factText({ rule, facts }: Reason, values: MessageValues, words: Words): string | undefined {
  const lastDay =
    typeof facts.until === 'string' ? formatDay(addDays(facts.until, -1), words.locale) : undefined
  const spoken = { ...values, lastDay: lastDay ?? '' }
  if (isBaseRule(rule)) return baseFact(rule, facts, spoken, words)
  return words.t(facts.documentNo ? 'exchange.fact.exemption_document' : 'exchange.fact.exemption', spoken)
}

function baseFact(
  rule: BaseRule,
  facts: Reason['facts'],
  values: MessageValues,
  words: Words,
): string | undefined {
  const { t } = words
  const code = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  switch (rule) {
    case 'school':
      if (!facts.school) return t('exchange.fact.school_none')
      return t(facts.public ? 'exchange.fact.school_public' : 'exchange.fact.school_private')
    case 'stage':
      return word('stage', code('stage'), words) || t('exchange.fact.stage_none')
    case 'establishment':
      return t(facts.established ? 'exchange.fact.established' : 'exchange.fact.not_established')
    case 'teaches':
      return [
        word('staffCategory', code('staffCategory'), words),
        word('schoolPost', code('schoolPost'), words),
      ]
        .filter(Boolean)
        .join(words.locale === 'en' ? ', ' : '，')
    case 'not_retired':
    case 'retirement_far':
      return t(facts.retiresOn ? 'exchange.fact.retires' : 'exchange.fact.retires_unknown', values)
    case 'years':
    case 'leader_years':
      return t(facts.afterExchange ? 'exchange.fact.years_after_exchange' : 'exchange.fact.years', values)
    case 'title':
      return word('titleLevel', code('titleLevel'), words) || t('exchange.fact.title_none')
    case 'in_post':
      return word('staffStatus', code('status'), words)
    case 'not_away':
      return t(facts.until ? 'exchange.fact.away' : 'exchange.fact.not_away', values)
  }
}
