import { describe, expect, test } from 'vitest'
import { type CandidateFacts, candidateDecision } from './candidate.ts'
import { cohortProblem, stageOf } from './cohort.ts'

const numbers: Record<string, number> = { 'principals.head_years': 3, 'principals.age_most': 52 }
const policies = {
  use: (key: string) => ({ key, value: numbers[key], from: 'default', source: '' }),
} as never
const cycle = { from: '2027-09-01', to: '2030-09-01' }
const good: CandidateFacts = {
  ...{ status: 'in_post', headSince: '2024-03-10', birthDate: '1974-09-02', retiresOn: '2035-01-01' },
  postedUntil: null,
}
const failing = (over: Partial<CandidateFacts>) =>
  candidateDecision({ ...good, ...over }, policies, { day: '2027-03-10', cycle })
    .reasons.filter(({ holds }) => !holds)
    .map(({ rule }) => rule)

describe('a head', () => {
  test.each([
    [{}, []],
    [{ status: 'sick_leave' }, ['in_post']],
    [{ headSince: '2024-03-11' }, ['head_years']],
    [{ headSince: null }, ['head', 'head_years']],
    // 53 on the day on which the cycle begins.
    [{ birthDate: '1974-09-01' }, ['age']],
    [{ retiresOn: '2030-08-31' }, ['retires']],
    [{ retiresOn: '2030-09-01' }, []],
    [{ postedUntil: '2028-07-01' }, ['posted']],
    [{ birthDate: null, retiresOn: null }, []],
  ] satisfies [Partial<CandidateFacts>, string[]][])('%o fails %o', (over, rules) => {
    expect(failing(over)).toEqual(rules)
  })
})

describe('a cohort', () => {
  const indicators = (['blind', 'defence'] as const).map((phase) => ({ phase, title: '', points: 100 }))
  const wish = {
    ...{ opensOn: '2027-03-01', closesOn: '2027-03-20', cycleFrom: '2027-09-01', places: 30, indicators },
    shares: [
      { kind: 'rural' as const, code: '', places: 10 },
      { kind: 'stage' as const, code: 'primary', places: 20 },
      { kind: 'county' as const, code: 'x', places: 45 },
    ],
  }
  const kept = (places: number) => ({ shares: [{ kind: 'rural' as const, code: '', places }] })
  test.each([
    [{}, null],
    [{ closesOn: '2027-02-28' }, 'closes_before_opens'],
    [{ opensOn: '2027-01-01', closesOn: '2027-03-09' }, 'closed_already'],
    [{ cycleFrom: '2027-03-20' }, 'cycle_before_close'],
    [kept(31), 'shares_exceed'],
    [kept(30), null],
    [{ shares: [...wish.shares, ...wish.shares] }, 'shares_twice'],
    [{ indicators: [] }, 'blind_not_hundred'],
    [
      { indicators: [...indicators, { phase: 'defence' as const, title: '', points: 1 }] },
      'defence_not_hundred',
    ],
  ])('%o: %s', (over, problem) => {
    expect(cohortProblem({ ...wish, ...over }, '2027-03-10')).toBe(problem)
  })
})

test.each([
  ['open', '2027-02-28', 'ahead'],
  ['open', '2027-03-01', 'open'],
  ['open', '2027-03-20', 'open'],
  ['open', '2027-03-21', 'closed'],
  ['scoring', '2027-03-21', 'scoring'],
  ['cultivating', '2030-08-31', 'cultivating'],
  ['cultivating', '2030-09-01', 'ended'],
] as const)('a cohort that is %s is on %s %s', (state, day, stage) => {
  const days = { opensOn: '2027-03-01', closesOn: '2027-03-20', cycleTo: '2030-09-01' }
  expect(stageOf({ ...days, state }, day)).toBe(stage)
})
