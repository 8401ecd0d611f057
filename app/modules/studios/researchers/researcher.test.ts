import { describe, expect, test } from 'vitest'
import { type DutyDone, dutyDecision, logProblem } from './researcher.ts'

const use = (key: string) => ({ key, from: 'default' as const, source: '' })
const numbers: Record<string, number> = {
  'studios.researcher_lessons_a_term': 1,
  'studios.researcher_contacts_least': 2,
  'studios.researcher_rural_contacts_least': 1,
  'studios.researcher_days_a_year': 10,
}
const policies = { use: (key: string) => ({ ...use(key), value: numbers[key] }) } as never
const all: DutyDone = { lessons: 1, contacts: 2, rural: 1, halfDays: 20 }
const autumn = (done: Partial<DutyDone>) => dutyDecision({ season: 'autumn' }, { ...all, ...done }, policies)
const spring = (done: Partial<DutyDone>) => dutyDecision({ season: 'spring' }, { ...all, ...done }, policies)
const failing = ({ reasons }: ReturnType<typeof autumn>) =>
  reasons.filter(({ holds }) => !holds).map(({ rule }) => rule)

describe('the duty of a term', () => {
  test('is met by all of it, and by nothing less', () => {
    expect(spring({}).outcome).toBe('met')
    expect(failing(spring({ lessons: 0 }))).toEqual(['lessons'])
    expect(failing(spring({ contacts: 1 }))).toEqual(['contacts'])
    expect(failing(spring({ rural: 0 }))).toEqual(['rural_contacts'])
    expect(failing(spring({ halfDays: 19 }))).toEqual(['days'])
    expect(spring({ halfDays: 19 }).outcome).toBe('unmet')
  })

  test('asks for the days of the year in spring only', () => {
    expect(autumn({ halfDays: 0 }).outcome).toBe('met')
    expect(autumn({}).reasons.map(({ rule }) => rule)).not.toContain('days')
  })

  test('names the setting and the clause of each reason', () => {
    for (const { policy, clause } of spring({}).reasons) {
      expect(policy?.key).toMatch(/^studios\.researcher_/)
      expect(clause).toBe('policy-source 二(三)5')
    }
  })
})

describe('a reported day', () => {
  const service = { validFrom: '2026-09-01', validTo: '2029-09-01' }
  test.each([
    ['2026-10-12', null],
    ['2026-09-01', null],
    ['2026-08-31', 'outside_service'],
    ['2026-10-13', 'ahead'],
    ['2026-02-30', 'not_a_day'],
  ])('%s: %s', (day, problem) => {
    expect(logProblem(day, service, '2026-10-12')).toBe(problem)
  })

  test('is not after the last day of the service', () => {
    expect(logProblem('2029-09-01', service, '2030-01-01')).toBe('outside_service')
  })
})
