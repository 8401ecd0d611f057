/** Codes of the trail in the reader's words; what has none is shown as it is. */
import { isRole } from '#app/platform/access/roles.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { formatDay, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { isMessageKey, type Translate } from '#app/platform/i18n/translate.ts'
import { auditActions, auditGroups } from '../actions.ts'
import type { Scalar } from '../changes.ts'
import type { TrailRow } from '../trail.ts'

function wordOr(key: string, otherwise: string, t: Translate): string {
  return isMessageKey(key) ? t(key) : otherwise
}

export function actionWord(action: string, t: Translate): string {
  return wordOr(`audit.${action}`, action, t)
}

/** All acts with words, grouped as choices of the filter. */
export function actionChoices(t: Translate) {
  return auditGroups.map((group) => ({
    label: t(`audit.group_${group}`),
    options: auditActions[group].map((action) => ({ value: action, label: t(`audit.${action}`) })),
  }))
}

/** What an entry is about: the person, else a name it carries, else the kind of thing. */
export function aboutWord({ person, about }: Pick<TrailRow, 'person' | 'about'>, t: Translate): string {
  if (person) return about ? `${person.name} · ${about}` : person.name
  return wordOr(`audit.noun_${about}`, about, t)
}

/** `counts.new` → "Rows · new"; places in a list count from one. */
export function fieldWord(path: string, t: Translate): string {
  const parts = path.split('.')
  const words = parts.map((part) =>
    /^\d+$/.test(part) ? String(Number(part) + 1) : wordOr(`audit.field_${part}`, part, t),
  )
  return words.join(' · ')
}

/** A value as people read it: organisations by name, roles and yes or no in words, days and moments in their form. */
export function valueWord(
  path: string,
  value: Scalar | undefined,
  { t, locale, names }: { t: Translate; locale: Locale; names: Record<string, string> },
): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? t('audit.yes') : t('audit.no')
  if (typeof value === 'number') return formatNumber(value, locale)
  if (names[value]) return names[value]
  if (path.endsWith('role') && isRole(value)) return t(`account.role_${value}`)
  if (isPlainDate(value)) return formatDay(value, locale)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return formatMoment(value)
  return value
}
