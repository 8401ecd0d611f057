/** Studios as the bureau's and schools' pages show them. */

import { CODE_LISTS, codeLabel, isCodeOf } from '#app/modules/registry/index.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { teachingText } from '../words.server.ts'
import { phaseOf, STUDIO_PHASES, type StudioPhase } from './studio.ts'
import { listStudios, type StudioFilter, type StudioRow } from './studios.queries.server.ts'

const tones: Record<StudioPhase, Tone> = { standing: 'green', ahead: 'accent', ended: 'neutral' }

export function phaseView(studio: StudioRow, day: PlainDate, { t }: Words) {
  const phase = phaseOf(studio, day)
  const key = phase === 'ended' && studio.dissolvedOn ? 'dissolved' : phase
  return { label: t(`studio.phase_${key}`), tone: tones[phase] }
}

export function studioFilterOf(params: URLSearchParams): StudioFilter {
  const code = (name: 'stage' | 'subject') => {
    const value = params.get(name)
    return value && isCodeOf(CODE_LISTS[name], value) ? value : null
  }
  const phase = STUDIO_PHASES.find((one) => one === params.get('state')) ?? null
  return { stage: code('stage'), subject: code('subject'), phase }
}

export async function studioListView(
  db: Db,
  actor: Actor,
  { filter, params }: { filter: StudioFilter; params: URLSearchParams },
  day: PlainDate,
  words: Words,
) {
  const { t, locale } = words
  const studios = await listStudios(db, actor, filter, day)
  const options = (name: 'stage' | 'subject') =>
    CODE_LISTS[name].map(({ code }) => ({ value: code, label: codeLabel(CODE_LISTS[name], code, locale) }))
  return {
    rows: studios.map((one) => ({
      id: one.id,
      href: `/studios/${one.id}`,
      name: one.name,
      leader: one.leaderName ?? '',
      school: one.schoolName,
      teaching: teachingText(one, words),
      tier: t(`studio.tier_${one.tier}`),
      until: addDays(one.validTo, -1),
      members: formatNumber(one.members, locale),
      state: phaseView(one, day, words),
    })),
    total: t('studio.count', { count: studios.length }),
    filter: {
      values: { stage: filter.stage ?? '', subject: filter.subject ?? '', state: filter.phase ?? '' },
      stages: options('stage'),
      subjects: options('subject'),
      states: STUDIO_PHASES.map((value) => ({ value, label: t(`studio.phase_${value}`) })),
    },
    exportHref: addressWith('/studios/export.xlsx', params, {}),
  }
}
export type StudioListView = Awaited<ReturnType<typeof studioListView>>

export function studioView(studio: StudioRow, day: PlainDate, words: Words) {
  const { t, locale } = words
  const dissolved = studio.dissolvedOn
    ? [
        {
          term: t('studio.dissolved'),
          value: t('studio.dissolved_text', {
            day: formatDay(studio.dissolvedOn, locale),
            why: studio.dissolvedWhy ?? '',
          }),
        },
      ]
    : []
  return {
    title: studio.name,
    state: phaseView(studio, day, words),
    facts: [
      { term: t('studio.leader'), value: studio.leaderName ?? '' },
      { term: t('studio.school'), value: studio.schoolName },
      { term: t('studio.teaching'), value: teachingText(studio, words) },
      {
        term: t('studio.tier'),
        value: t('studio.tier_of', { tier: t(`studio.tier_${studio.tier}`), org: studio.orgName }),
      },
      {
        term: t('studio.term'),
        value: t('studio.term_text', {
          from: formatDay(studio.validFrom, locale),
          until: formatDay(addDays(studio.validTo, -1), locale),
        }),
      },
      ...dissolved,
    ],
  }
}
export type StudioView = ReturnType<typeof studioView>
