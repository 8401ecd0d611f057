/** What a setting is called, its value in words, and a value as somebody typed it. */
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { MessageKey, ServerTranslate } from '#app/platform/i18n/translate.ts'
import { isAllowed, type PolicyDefinition, type PolicyUnit, type PolicyValue } from './define.ts'
import { knownPolicies } from './known-policies.ts'

export type PolicyWords = {
  t: ServerTranslate
  locale: Locale
  /** A choice of a setting in words. */
  choice(key: string, value: string): string
}

export type ChoiceText = (key: string, value: string, words: Omit<PolicyWords, 'choice'>) => string
const choiceTexts: { prefix: string; text: ChoiceText }[] = []

/** A room says the choices of its settings. */
export function registerPolicyChoices(prefix: string, text: ChoiceText): void {
  choiceTexts.push({ prefix, text })
}

/** Words in which every room's settings can be said. */
export function policyWords(words: Omit<PolicyWords, 'choice'>): PolicyWords {
  const choice = (key: string, value: string) =>
    choiceTexts.find(({ prefix }) => key.startsWith(prefix))?.text(key, value, words) ?? value
  return { ...words, choice }
}

/** A setting `<room>.<name>` is called by the message `<room>.policy.<name>`. */
export function settingName(key: string, { t }: Pick<PolicyWords, 't'>): string {
  return t(key.replace('.', '.policy.') as MessageKey)
}

/** The name of the room whose setting it is. */
export function roomName(key: string, { t }: Pick<PolicyWords, 't'>): string {
  return t(`${key.split('.')[0]}.policy` as MessageKey)
}

/** The value with its unit: "6 years", "10%". */
export function valueText({ key, value }: { key: string; value: PolicyValue }, words: PolicyWords): string {
  const { t, locale } = words
  if (typeof value === 'boolean') return t(value ? 'policy.flag_yes' : 'policy.flag_no')
  if (typeof value === 'string') return words.choice(key, value)
  const definition = knownPolicies()[key]
  if (definition?.kind === 'share') return `${formatNumber(Math.round(value * 1000) / 10, locale)}%`
  const unit = definition && unitOf(definition)
  const number = formatNumber(value, locale)
  return unit ? t(`policy.in_${unit}`, { count: value, value: number }) : number
}

export function unitOf(definition: PolicyDefinition): PolicyUnit | undefined {
  return 'unit' in definition ? definition.unit : undefined
}

/** How a value stands in its form control: a share as its percentage. */
export function typedText(definition: PolicyDefinition, value: PolicyValue): string {
  if (definition.kind === 'share' && typeof value === 'number') return String(Math.round(value * 1e6) / 1e4)
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** The other way round; null for what the setting does not take. */
export function typedValueOf(definition: PolicyDefinition, text: string): PolicyValue | null {
  const value = plainValue(definition, text.normalize('NFKC').trim())
  return isAllowed(definition, value) ? value : null
}

function plainValue({ kind }: PolicyDefinition, text: string): unknown {
  if (kind === 'choice') return text
  if (kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : null
  const number = /^-?\d+(\.\d+)?$/.test(text.replace(/%$/, '')) ? Number(text.replace(/%$/, '')) : Number.NaN
  return kind === 'share' ? number / 100 : number
}
