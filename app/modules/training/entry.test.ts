/** What can be reported at all, and what it is worth. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trainingPoliciesWith } from '#test/factories/training.ts'
import { EVIDENCE, TRAINING_KINDS } from './codes.ts'
import { type EntryFacts, entryProblem, mostHours } from './entry.ts'
import { requirementsOf } from './requirement.ts'
import { cycleOf, yearOf } from './training-policy.ts'
import { worthOf } from './worth.ts'

const course: EntryFacts = {
  ...{
    kind: 'course',
    level: 'county',
    category: 'subject',
    title: '新课标培训',
    provider: '县教师发展中心',
  },
  ...{
    startsOn: '2026-03-14',
    lastDay: '2026-03-15',
    part: 'day',
    tenths: 120,
    evidence: 'attended',
    note: null,
  },
}
const around = { today: '2026-11-23', since: '2010-09-01', policies: trainingPoliciesWith() }

type Row = [what: string, facts: Partial<EntryFacts>, problem: string | null]

const table: Row[] = [
  ['two days of six hours', {}, null],
  ['no hours', { tenths: 0 }, 'hours_none'],
  ['less than none', { tenths: -60 }, 'hours_none'],
  ['as many as two days hold', { tenths: 160 }, null],
  ['more than two days hold', { tenths: 161 }, 'hours_too_many'],
  ['25 hours on one day', { lastDay: '2026-03-14', tenths: 250 }, 'hours_too_many'],
  ['a morning over two days', { part: 'morning' }, 'part_of_one_day'],
  ['a morning', { part: 'morning', lastDay: '2026-03-14', tenths: 40 }, null],
  ['a long morning', { part: 'morning', lastDay: '2026-03-14', tenths: 41 }, 'hours_too_many'],
  ['the end before the start', { lastDay: '2026-03-13' }, 'ends_before_start'],
  ['in the future', { lastDay: '2026-11-24', startsOn: '2026-11-24', tenths: 60 }, 'in_future'],
  ['today', { lastDay: '2026-11-23', startsOn: '2026-11-23', tenths: 60 }, null],
  ['before the service', { startsOn: '2009-03-14' }, 'before_service'],
  ['last year, sixty days after its end', { startsOn: '2025-03-14', lastDay: '2025-03-15' }, 'year_closed'],
  ['nobody held it', { provider: null }, 'provider_missing'],
  ['used in class, not a word of how', { evidence: 'applied' }, 'note_missing'],
  ['used in class', { evidence: 'applied', note: '在三年级试用' }, null],
  ['school-based, not a word', { kind: 'school_based', provider: null }, 'note_missing'],
]

describe('what can be reported', () => {
  test.for(table)('%s', ([, facts, problem]) => {
    expect(entryProblem({ ...course, ...facts }, around)?.reason ?? null).toBe(problem)
  })

  test('of the year before until its days are over', () => {
    const december = { ...course, startsOn: '2025-12-30', lastDay: '2025-12-31' }
    expect(entryProblem(december, { ...around, today: '2026-03-01' })).toBeNull()
    expect(entryProblem(december, { ...around, today: '2026-03-02' })).toEqual({
      reason: 'year_closed',
      values: { latest: '2026-03-01' },
    })
  })

  test('never more hours than its days have', () => {
    const policies = trainingPoliciesWith()
    fc.assert(
      fc.property(fc.nat(60), fc.constantFrom('day', 'spread' as const), (days, part) => {
        const lastDay = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
        expect(
          mostHours({ startsOn: '2026-01-01', lastDay, part: part as 'day' }, policies),
        ).toBeLessThanOrEqual(24 * (days + 1))
      }),
    )
  })
})

describe('what it is worth', () => {
  test('is nothing for screen time alone, and something once it is used', () => {
    const online = { kind: 'online', evidence: 'attended', tenths: 300 } as const
    expect(worthOf(online, trainingPoliciesWith())).toMatchObject({ outcome: 'counts_nothing', tenths: 0 })
    expect(worthOf({ ...online, evidence: 'applied' }, trainingPoliciesWith())).toMatchObject({ tenths: 300 })
  })

  test('follows the setting of its evidence, and tells it', () => {
    const policies = trainingPoliciesWith({ 'training.worth_attended': 0.8, 'training.worth_confirmed': 1.2 })
    for (const { code } of TRAINING_KINDS.filter(({ isScreen }) => !isScreen)) {
      const worths = EVIDENCE.map((evidence) => worthOf({ kind: code, evidence, tenths: 100 }, policies))
      expect(worths.map(({ tenths }) => tenths)).toEqual([80, 100, 120])
      expect(worths[0]?.reasons[0]?.policy).toMatchObject({ key: 'training.worth_attended', from: 'county' })
    }
  })
})

describe('what is required', () => {
  const span = { year: 2026, cycleFrom: 2026, cycleYears: 5, basis: 'calendar' } as const
  const nobody = {
    teachingSince: null as string | null,
    isClassAdviser: false,
    isBackbone: false,
    isPrincipal: false,
  }
  const reached = { years: [{ year: 2026, counted: 300 }], sums: [] }
  const asked = (facts: Partial<typeof nobody>) =>
    requirementsOf({ ...nobody, ...facts }, span, reached, trainingPoliciesWith()).map(
      ({ code, role, missing, until }) => [code, role, missing, until],
    )

  test('is the same of everybody, and more of who is new, a class adviser or a principal', () => {
    const common = [
      ['cycle', 'everyone', 3300, '2031-01-01'],
      ['year', 'everyone', 420, '2027-01-01'],
      ['ethics', 'everyone', 40, '2027-01-01'],
    ]
    expect(asked({})).toEqual(common)
    expect(asked({ isClassAdviser: true })).toContainEqual(['class_adviser', 'everyone', 300, '2031-01-01'])
    expect(asked({ isPrincipal: true })[0]).toEqual(['cycle', 'principal', 3300, '2031-01-01'])
    expect(asked({ teachingSince: '2026-08-01' })).toContainEqual(['novice', 'everyone', 900, '2027-08-01'])
    expect(asked({ teachingSince: '2024-08-01' })).toEqual(common)
  })

  test('is the share of the cycle that is left to who begins within it, unless a county asks the whole', () => {
    const of = (newcomers: 'by_time' | 'whole', teachingSince: string) =>
      requirementsOf(
        { ...nobody, teachingSince },
        span,
        reached,
        trainingPoliciesWith({ 'training.newcomers': newcomers }),
      ).find(({ code }) => code === 'cycle')
    // Two of five years are over.
    expect(of('by_time', '2028-01-01')).toMatchObject({ required: 2160, from: '2028-01-01', isByTime: true })
    expect(of('whole', '2028-01-01')).toMatchObject({ required: 3600, isByTime: false })
    expect(of('by_time', '2025-12-31')).toMatchObject({ required: 3600, from: '2026-01-01', isByTime: false })
  })

  test('counts years by the calendar or by school years, in cycles without a gap', () => {
    expect([
      yearOf('2026-08-31', 'school'),
      yearOf('2026-09-01', 'school'),
      yearOf('2026-08-31', 'calendar'),
    ]).toEqual([2025, 2026, 2026])
    expect([2020, 2021, 2025, 2026].map((year) => cycleOf(year, 2021, 5))).toEqual([2016, 2021, 2021, 2026])
  })
})
