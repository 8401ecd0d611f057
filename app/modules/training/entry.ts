/**
 * A training as its teacher reports it 学时申报: where it stands, and what can be said of it at all. What it is worth is judged
 * by `worth.ts`, what of it counts by `counting.ts`.
 */
import { addDays, daysBetween, isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import {
  DAY_PARTS,
  type DayPart,
  type Evidence,
  kindOf,
  type TrainingCategory,
  type TrainingKind,
  type TrainingLevel,
} from './codes.ts'
import { boundsOf, TENTHS, type TrainingPolicies, yearOf } from './training-policy.ts'

export const ENTRY_STATES = ['submitted', 'returned', 'approved', 'withdrawn', 'reversed'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

export type EntryFacts = {
  kind: TrainingKind
  level: TrainingLevel
  category: TrainingCategory
  title: string
  provider: string | null
  startsOn: PlainDate
  lastDay: PlainDate
  part: DayPart
  /** Claimed, in tenths of an hour. */
  tenths: number
  evidence: Evidence
  note: string | null
}

/** Why an entry, or an act on one, is refused. */
export const ENTRY_REFUSALS = [
  'not_found',
  'not_allowed',
  'changed_meanwhile',
  'own_entry',
  'not_open',
  'hours_none',
  'hours_too_many',
  'part_of_one_day',
  'ends_before_start',
  'in_future',
  'before_service',
  'year_closed',
  'overlaps',
  'provider_missing',
  'note_missing',
  'proof_missing',
  'proof_too_large',
  'proof_pixels',
  'proof_kind',
] as const
export type EntryRefusal = (typeof ENTRY_REFUSALS)[number]

export type EntryProblem = { reason: EntryRefusal; values?: Record<string, string | number> }

/** What an entry must keep to besides its own words. */
export type EntrySurroundings = {
  today: PlainDate
  /** The first day of service, or of life where only that is known; null where neither is. */
  since: PlainDate | null
  policies: TrainingPolicies
}

/** The first thing that cannot be right, with the number that it goes against; null where nothing is. */
export function entryProblem(entry: EntryFacts, around: EntrySurroundings): EntryProblem | null {
  const kind = kindOf(entry.kind)
  if (entry.lastDay < entry.startsOn) return { reason: 'ends_before_start' }
  if (entry.lastDay > around.today) return { reason: 'in_future' }
  if (around.since !== null && entry.startsOn < around.since) {
    return { reason: 'before_service', values: { since: around.since } }
  }
  if (entry.part !== 'day' && entry.part !== 'spread' && entry.startsOn !== entry.lastDay) {
    return { reason: 'part_of_one_day' }
  }
  if (kind.needsProvider && !entry.provider) return { reason: 'provider_missing' }
  if ((kind.needsNote || entry.evidence !== 'attended') && !entry.note) return { reason: 'note_missing' }
  return closedYear(entry, around) ?? hoursProblem(entry, around)
}

/** A year is closed when the days are over in which it can still be reported. */
function closedYear({ lastDay }: EntryFacts, { policies, today }: EntrySurroundings): EntryProblem | null {
  const basis = policies.use('training.year').value
  const year = yearOf(lastDay, basis)
  const days = policies.use('training.days_to_report').value
  const latest = addDays(boundsOf(year, basis).until, days - 1)
  return today > latest ? { reason: 'year_closed', values: { latest } } : null
}

function hoursProblem(entry: EntryFacts, { policies }: EntrySurroundings): EntryProblem | null {
  if (entry.tenths <= 0) return { reason: 'hours_none' }
  const most = mostHours(entry, policies)
  return entry.tenths > most * TENTHS ? { reason: 'hours_too_many', values: { most } } : null
}

/** The most hours that the days and the part of the day have room for. */
export function mostHours(
  { startsOn, lastDay, part }: Pick<EntryFacts, 'startsOn' | 'lastDay' | 'part'>,
  policies: TrainingPolicies,
): number {
  const days = daysBetween(startsOn, lastDay) + 1
  if (part === 'spread') return days * policies.use('training.spread_day_hours').value
  if (part === 'day') return days * policies.use('training.day_hours').value
  return policies.use('training.half_day_hours').value
}

/** What a checker may do with an entry, and its teacher: in step with the database's own order of states. */
export function canBe(state: EntryState, next: EntryState): boolean {
  const ways: Record<EntryState, readonly EntryState[]> = {
    submitted: ['approved', 'returned', 'withdrawn'],
    returned: ['submitted', 'withdrawn'],
    approved: ['reversed'],
    withdrawn: [],
    reversed: [],
  }
  return ways[state].includes(next)
}

/** A time that is taken up: days, and which part of them. */
export type Span = { startsOn: PlainDate; lastDay: PlainDate; part: DayPart }

/** The time that an address names; null where it is none. */
export function spanIn(params: URLSearchParams): Span | null {
  const [startsOn, lastDay] = [params.get('startsOn') ?? '', params.get('lastDay') ?? '']
  const part = DAY_PARTS.find((one) => one === params.get('part'))
  const isSpan = part && isPlainDate(startsOn) && isPlainDate(lastDay) && startsOn <= lastDay
  return isSpan ? { startsOn, lastDay, part } : null
}
