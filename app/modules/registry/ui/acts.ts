/** What can be done with a record, in the order in which an office would look for it; the first is the next thing to do. */

import type { Words } from '#app/platform/i18n/words.ts'
import { ACTIVE_STATUSES } from '../codes/index.ts'
import type { StaffRecord } from '../staff-record.ts'
import type { ActLink } from './staff-views.ts'

/** Changes: something is different from a day on. */
export const CHANGE_ACTS = [
  'post',
  'title',
  'honour',
  'end-honour',
  'status',
  'end-status',
  'facts',
  'retire',
  'end',
  'rehire',
] as const
export type ChangeAct = (typeof CHANGE_ACTS)[number]

/** Corrections: what stands in the record was wrong from the start. */
export const CORRECTED_NOUNS = ['identity', 'appointment', 'title', 'honour', 'status'] as const
export type CorrectedNoun = (typeof CORRECTED_NOUNS)[number]

export function isChangeAct(text: string | undefined): text is ChangeAct {
  return CHANGE_ACTS.some((act) => act === text)
}

export function isCorrectedNoun(text: string | undefined): text is CorrectedNoun {
  return CORRECTED_NOUNS.some((noun) => noun === text)
}

export function personHref(personId: string): string {
  return `/staff/${personId}`
}

export function changeHref(personId: string, act: ChangeAct): string {
  return `/staff/${personId}/change/${act}`
}

/** `id` names the period to correct. */
export function correctHref(personId: string, noun: CorrectedNoun, id?: string): string {
  return `/staff/${personId}/correct/${noun}${id ? `?period=${id}` : ''}`
}

/** The acts that make sense for the person as they are today. */
export function actsFor(record: StaffRecord): ChangeAct[] {
  if (!record.isToday || !record.abilities.canChange) return []
  const { current, retirement, asOf } = record
  if (!isInService(record)) return ['rehire', 'facts']
  const acts: ChangeAct[] = current.status === 'in_post' ? ['post'] : ['end-status', 'post']
  acts.push('title', 'honour')
  if (current.honours.length > 0) acts.push('end-honour')
  acts.push('status', 'retire', 'end', 'facts')
  const isDue = retirement !== null && retirement.date <= asOf
  return isDue ? ['retire', ...acts.filter((act) => act !== 'retire')] : acts
}

export function isInService({ current }: Pick<StaffRecord, 'current'>): boolean {
  return ACTIVE_STATUSES.some((one) => one === current.status)
}

export function actLinks(record: StaffRecord, { t }: Pick<Words, 't'>): ActLink[] {
  const links = actsFor(record).map((act) => ({
    href: changeHref(record.personId, act),
    label: t(`staff.act_${act}`),
  }))
  if (!record.isToday || !record.abilities.canCorrect) return links
  return [...links, { href: `/staff/${record.personId}/correct`, label: t('staff.act_correct') }]
}
