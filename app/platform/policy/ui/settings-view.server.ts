/** The settings pages in the reader's words. */

import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatMoment } from '#app/platform/i18n/format.ts'
import { personHref } from '#app/platform/manifest/person-page.server.ts'
import type { PolicyDefinition, PolicyUse } from '../define.ts'
import { effectOf } from '../effects.server.ts'
import { maySet, type SettingWish } from '../settings.commands.server.ts'
import { settingFormView } from '../settings.forms.server.ts'
import {
  type PolicyPlace,
  periodsOf,
  policyPlaces,
  type SettingInForce,
  type SettingPeriod,
  settingsAt,
  valueAbove,
} from '../settings.queries.server.ts'
import {
  type PolicyWords,
  roomName,
  settingName,
  typedText,
  unitOf,
  valueText,
} from '../value-text.server.ts'
import type {
  CheckView,
  EffectView,
  PeriodRow,
  SettingRow,
  SettingsView,
  SettingView,
  ValueControl,
} from './views.ts'

export async function settingsView(
  db: Db,
  actor: Actor,
  place: PolicyPlace,
  { day, today }: { day: PlainDate; today: PlainDate },
  words: PolicyWords,
): Promise<SettingsView> {
  const rooms = new Map<string, SettingRow[]>()
  for (const one of await settingsAt(db, place.id, day)) {
    const room = roomName(one.use.key, words)
    rooms.set(room, [...(rooms.get(room) ?? []), settingRow(place, one, words)])
  }
  const isToday = day === today
  return {
    heading: words.t('policy.on_day', { place: place.name, day: formatDay(day, words.locale) }),
    places: (await policyPlaces(db, actor)).map(({ id, name }) => ({ value: id, label: name })),
    placeId: place.id,
    day,
    isToday,
    rooms: [...rooms].map(([name, rows]) => ({ name, rows })),
    exportHref: `/policy/${place.id}/export.xlsx${isToday ? '' : `?day=${day}`}`,
  }
}

export function settingRow(place: PolicyPlace, { use }: SettingInForce, words: PolicyWords): SettingRow {
  return {
    key: use.key,
    href: `/policy/${place.id}/${use.key}`,
    name: settingName(use.key, words),
    value: valueText(use, words),
    from: words.t(`policy.from_${use.from}`),
    source: use.source,
  }
}

export async function settingView(
  db: Db,
  actor: Actor,
  place: PolicyPlace,
  key: string,
  today: PlainDate,
  words: PolicyWords,
): Promise<SettingView | null> {
  const found = (await settingsAt(db, place.id, today)).find(({ use }) => use.key === key)
  if (!found) return null
  const periods = await periodsOf(db, place, key)
  return {
    name: settingName(key, words),
    place: place.name,
    listHref: `/policy/${place.id}`,
    facts: factsOf(found, words),
    periods: periods.map((one) => periodRow(key, one, words)),
    form: maySet(actor, place, key)
      ? settingFormView(
          controlOf(found, words),
          today,
          periods.some(({ placeId, validTo }) => placeId === place.id && validTo === null),
          words,
        )
      : null,
  }
}

function factsOf({ definition, use }: SettingInForce, words: PolicyWords): SettingView['facts'] {
  const { t } = words
  const usual = { key: use.key, value: definition.default }
  const facts = [
    {
      term: t('policy.in_force'),
      value: t('policy.use', { value: valueText(use, words), from: t(`policy.from_${use.from}`) }),
    },
    { term: t('policy.source'), value: use.source },
    { term: t('policy.usual'), value: use.from === 'default' ? '' : valueText(usual, words) },
    { term: t('policy.bounds'), value: boundsText(use.key, definition, words) },
    {
      term: t('policy.clause'),
      value: definition.clause.replace('policy-source', t('policy.source_title')),
    },
    { term: t('policy.who_sets'), value: t(`policy.set_by_${definition.overridableBy}`) },
  ]
  return facts.filter(({ value }) => value !== '')
}

function boundsText(key: string, definition: PolicyDefinition, words: PolicyWords): string {
  if (!('min' in definition) || definition.min === undefined || definition.max === undefined) return ''
  const text = (value: number) => valueText({ key, value }, words)
  return words.t('policy.bounds_between', { min: text(definition.min), max: text(definition.max) })
}

function periodRow(key: string, one: SettingPeriod, words: PolicyWords): PeriodRow {
  const { t, locale } = words
  return {
    id: one.id,
    value: valueText({ key, value: one.value }, words),
    place: one.placeName,
    validFrom: formatDay(one.validFrom, locale),
    until: one.validTo ? formatDay(addDays(one.validTo, -1), locale) : t('policy.period_open'),
    source: one.source,
    setBy: `${one.setBy} ${formatMoment(one.setAt)}`,
  }
}

function controlOf({ definition, use }: SettingInForce, words: PolicyWords): ValueControl {
  const value = typedText(definition, use.value)
  if (definition.kind === 'flag') {
    const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: words.t(`policy.${one}`) }))
    return { kind: 'choice', options, value }
  }
  if (definition.kind === 'choice') {
    const options = definition.choices.map((one) => ({ value: one, label: words.choice(use.key, one) }))
    return { kind: 'choice', options, value }
  }
  const unit = unitOf(definition)
  const shown =
    definition.kind === 'share' ? words.t('policy.percent') : unit && words.t(`policy.unit_${unit}`)
  return { kind: 'number', options: [], value, ...(shown ? { unit: shown } : {}) }
}

/** What a change would do, before it is saved. */
export async function checkView(
  db: Db,
  actor: Actor,
  place: PolicyPlace,
  wish: SettingWish,
  typed: CheckView['typed'],
  words: PolicyWords,
): Promise<CheckView> {
  const { key, validFrom, source } = wish
  const before = (await settingsAt(db, place.id, validFrom)).find(({ use }) => use.key === key)?.use
  const after = await useAfter(db, place, wish)
  const { lines } = await effectOf(db, actor, {
    organisationId: place.id,
    key,
    value: after.value,
    validFrom,
  })
  const { t, locale } = words
  return {
    facts: [
      { term: t('policy.setting'), value: settingName(key, words) },
      {
        term: t('policy.check_change'),
        value: t('policy.check_from_to', {
          before: before ? valueText(before, words) : '',
          after: valueText(after, words),
        }),
      },
      { term: t('policy.where'), value: place.name },
      { term: t('policy.valid_from'), value: formatDay(validFrom, locale) },
      { term: t('policy.document'), value: source },
    ],
    effects: lines.filter(({ values }) => values.count !== 0).map((line) => effectView(line, words)),
    typed,
  }
}

async function useAfter(
  db: Db,
  place: PolicyPlace,
  { key, value, validFrom }: SettingWish,
): Promise<PolicyUse> {
  if (value === null) return valueAbove(db, place, key, validFrom)
  const from = place.kind === 'prefecture' ? 'prefecture' : 'county'
  return { key, value, from, source: '' }
}

function effectView(
  { key, values, people }: Awaited<ReturnType<typeof effectOf>>['lines'][number],
  { t }: PolicyWords,
): EffectView {
  return {
    text: t(key as Parameters<typeof t>[0], values),
    people: people.map((one) => ({ ...one, href: personHref(one.id) ?? undefined })),
    more: Number(values.count) > people.length,
  }
}
