/** Who is due: a decision table a civil servant could check, and laws that hold for everybody. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesWith } from '#test/factories/exchange-policies.ts'
import { decisiveReason, type EligibilityFacts, eligibilityOf, OUTCOMES } from './eligibility.ts'
import { EXEMPTIONS } from './exemption.ts'

const day = '2026-09-01'

/** Somebody who is due: eight years at a public primary school, first-grade teacher, far from retirement. */
const due: EligibilityFacts = {
  isSchool: true,
  isPublic: true,
  stage: 'primary',
  onEstablishment: true,
  staffCategory: 'full_time_teacher',
  schoolPost: null,
  titleLevel: 'level_1',
  status: 'in_post',
  sex: '2',
  birthDate: '1985-06-15',
  retirementCategory: 'cadre',
  orgSince: '2018-09-01',
  leadsSince: null,
  returnedOn: null,
  awayUntil: null,
  exemptions: [],
}

const illness = { kind: 'illness', validTo: '2027-03-01', documentNo: null } as const
const finalYear = { kind: 'graduating_class', validTo: '2027-09-01', documentNo: '教字1号' } as const

type Row = [what: string, facts: Partial<EligibilityFacts>, outcome: string, rule: string]

const table: Row[] = [
  ['eight years, first grade', {}, 'due', 'years'],
  ['six years to the day', { orgSince: '2020-09-01' }, 'due', 'years'],
  ['six years but a day', { orgSince: '2020-09-02' }, 'not_yet', 'years'],
  ['second grade', { titleLevel: 'level_2' }, 'not_yet', 'title'],
  ['no title', { titleLevel: null }, 'not_yet', 'title'],
  ['senior grade', { titleLevel: 'senior' }, 'due', 'years'],
  ['senior secondary', { stage: 'senior' }, 'not_subject', 'stage'],
  ['stage unknown', { stage: null }, 'not_subject', 'stage'],
  ['private school', { isPublic: false }, 'not_subject', 'school'],
  ['at the bureau', { isSchool: false }, 'not_subject', 'school'],
  ['on contract', { onEstablishment: false }, 'not_subject', 'establishment'],
  ['librarian', { staffCategory: 'teaching_assistant' }, 'not_subject', 'teaches'],
  [
    'principal, two terms',
    { schoolPost: 'principal', leadsSince: '2020-09-01', titleLevel: null },
    'due',
    'leader_years',
  ],
  ['principal, one term', { schoolPost: 'principal', leadsSince: '2023-09-01' }, 'not_yet', 'leader_years'],
  ['four years to retirement', { birthDate: '1973-01-10' }, 'exempt', 'retirement_far'],
  ['past retirement', { birthDate: '1966-01-10' }, 'not_subject', 'not_retired'],
  ['birth date unknown', { birthDate: null }, 'due', 'years'],
  ['ill, with proof', { exemptions: [illness] }, 'exempt', 'no_illness'],
  ['the graduating class', { exemptions: [finalYear] }, 'deferred', 'no_graduating_class'],
  ['ill, with the graduating class', { exemptions: [finalYear, illness] }, 'exempt', 'no_illness'],
  ['ill, but new at the school', { orgSince: '2024-09-01', exemptions: [illness] }, 'not_yet', 'years'],
  ['on maternity leave', { status: 'maternity_leave' }, 'deferred', 'in_post'],
  ['on exchange', { awayUntil: '2027-09-01' }, 'deferred', 'not_away'],
  ['back from exchange two years ago', { returnedOn: '2024-09-01' }, 'not_yet', 'years'],
  [
    'back from exchange seven years ago',
    { orgSince: '2010-09-01', returnedOn: '2019-09-01' },
    'due',
    'years',
  ],
]

describe('eligibilityOf', () => {
  test.each(table)('%s', (_, facts, outcome, rule) => {
    const decision = eligibilityOf({ ...due, ...facts }, policiesWith(), day)
    expect(decision.outcome).toBe(outcome)
    expect(decisiveReason(decision)?.rule).toBe(rule)
  })

  test('a county sets its own numbers, and the reason names them', () => {
    const nine = policiesWith({ 'exchange.years_at_school': 9, 'exchange.title_from': 'none' })
    const eight = eligibilityOf({ ...due, titleLevel: null }, nine, day)
    expect(eight.outcome).toBe('not_yet')
    expect(decisiveReason(eight)).toMatchObject({
      policy: { key: 'exchange.years_at_school', value: 9, from: 'county' },
      facts: { years: 8, since: '2018-09-01' },
    })
    expect(eligibilityOf({ ...due, titleLevel: null, orgSince: '2017-09-01' }, nine, day).outcome).toBe('due')
  })

  test('senior secondary, private and contract teachers where the county says so', () => {
    const wide = policiesWith({
      'exchange.stages': 'all',
      'exchange.public_only': false,
      'exchange.establishment_only': false,
    })
    const facts = { ...due, stage: 'senior', isPublic: false, onEstablishment: false }
    expect(eligibilityOf(facts, wide, day).outcome).toBe('due')
  })
})

const days = fc.integer({ min: 0, max: 25_000 }).map((at): PlainDate => {
  return new Date(Date.UTC(1960, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
})
const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record({
  isSchool: fc.boolean(),
  isPublic: fc.boolean(),
  stage: fc.constantFrom('primary', 'junior', 'senior', null),
  onEstablishment: fc.boolean(),
  staffCategory: fc.constantFrom('full_time_teacher', 'worker', null),
  schoolPost: fc.constantFrom(null, 'principal', 'class_adviser'),
  titleLevel: fc.constantFrom('level_1', 'level_2', 'senior', null),
  status: fc.constantFrom('in_post', 'sick_leave'),
  sex: fc.constantFrom('1', '2', '0'),
  birthDate: fc.option(days),
  retirementCategory: fc.constantFrom('cadre', 'worker'),
  orgSince: days,
  leadsSince: fc.option(days),
  returnedOn: fc.option(days),
  awayUntil: fc.option(days),
  exemptions: fc.subarray(EXEMPTIONS.map(({ code }) => ({ kind: code, validTo: day, documentNo: null }))),
})

describe('for everybody', () => {
  test('is due exactly who has no reason against it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { outcome, reasons } = eligibilityOf(facts, policiesWith(), day)
        expect(outcome === 'due').toBe(reasons.every(({ holds }) => holds))
        expect(OUTCOMES).toContain(outcome)
      }),
    )
  })

  test('the outcome has a reason that calls for it, and every reason a clause', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = eligibilityOf(facts, policiesWith(), day)
        const decisive = decisiveReason(decision)
        if (decision.outcome === 'due') expect(['years', 'leader_years']).toContain(decisive?.rule)
        else expect(decision.reasons.filter(({ holds }) => !holds)).toContain(decisive)
        for (const { clause } of decision.reasons) expect(clause).toMatch(/^policy-source/)
      }),
    )
  })

  test('more years at the school never make somebody less due', () => {
    const order = ['not_subject', 'not_yet']
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 15 }), (facts, years) => {
        const strict = eligibilityOf(facts, policiesWith({ 'exchange.years_at_school': years + 1 }), day)
        const lenient = eligibilityOf(facts, policiesWith({ 'exchange.years_at_school': years }), day)
        if (!order.includes(strict.outcome)) expect(lenient.outcome).toBe(strict.outcome)
      }),
    )
  })
})
