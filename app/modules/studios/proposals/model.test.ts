/** Proposals beside every possible one: on small random problems the best is found, and no rule is broken. */
import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { solveProgram } from '#app/platform/planner/solve.server.ts'
import { proposalModel, unreachedOf, type VisitOption, visitsWorth } from './model.ts'
import type { NeedySchool, ProposalProblem, ProposingStudio } from './proposal.ts'

const highs = await loadHighs()

const place = fc.option(fc.record({ latitude: fc.constantFrom(36, 36.2, 36.8), longitude: fc.constant(116) }))
const subjects = ['chinese', 'mathematics'] as const
const stages = ['primary', 'junior'] as const

const studio = (id: string): fc.Arbitrary<ProposingStudio> =>
  fc.record({
    id: fc.constant(id),
    stage: fc.constantFrom(...stages),
    subject: fc.constantFrom(...subjects),
    schoolId: fc.constantFrom('home', 's0'),
    countyId: fc.constantFrom('c0', 'c1'),
    place,
    left: fc.integer({ min: 0, max: 2 }),
  })
const school = (id: string): fc.Arbitrary<NeedySchool> =>
  fc.record({
    id: fc.constant(id),
    stages: fc.subarray([...stages], { minLength: 1 }),
    countyId: fc.constantFrom('c0', 'c1'),
    place,
    missing: fc.integer({ min: 0, max: 3 }),
    room: fc.integer({ min: 0, max: 2 }),
    taught: fc.subarray([...subjects]),
    visited: fc.subarray([...subjects]),
  })
const problems: fc.Arbitrary<ProposalProblem> = fc.record({
  studios: fc.tuple(studio('t0'), studio('t1'), studio('t2')),
  schools: fc.tuple(school('s0'), school('s1'), school('s2')),
  goals: fc.constant({ missing: 100, newSubject: 60, kilometre: 0.5 }),
  travelMost: fc.constant(60),
})

const countBy = (chosen: readonly VisitOption[], key: (one: VisitOption) => string) => {
  const counts = new Map<string, number>()
  for (const one of chosen) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  return counts
}

function keepsRules(chosen: readonly VisitOption[]): boolean {
  const studios = countBy(chosen, ({ studio }) => studio.id)
  const schools = countBy(chosen, ({ school }) => school.id)
  const taught = countBy(chosen, ({ school, studio }) => `${school.id} ${studio.subject}`)
  return (
    chosen.every(
      ({ studio, school }) =>
        (studios.get(studio.id) ?? 0) <= studio.left &&
        (schools.get(school.id) ?? 0) <= Math.min(school.room, school.missing),
    ) && [...taught.values()].every((count) => count === 1)
  )
}

function worthOf(chosen: readonly VisitOption[], { goals }: ProposalProblem): number {
  const visits = [...countBy(chosen, ({ school }) => school.id)].map(([id, count]) => {
    const found = chosen.find(({ school }) => school.id === id)
    return found ? visitsWorth(found.school, goals.missing).slice(0, count) : []
  })
  return [...chosen.map(({ worth }) => worth), ...visits.flat()].reduce((sum, one) => sum + one, 0)
}

function solved(problem: ProposalProblem) {
  const model = proposalModel(problem)
  const answer = solveProgram(highs, model.program, { searchSeconds: 5 })
  if (answer.status !== 'solved') throw new Error('no solution')
  return {
    options: model.options,
    chosen: answer.chosen.flatMap((at) => model.options[at] ?? []),
    value: answer.value,
  }
}

describe('a proposal', () => {
  test('is the best of all, and keeps every rule', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { options, chosen, value } = solved(problem)
        expect(keepsRules(chosen)).toBe(true)
        expect(value).toBeCloseTo(worthOf(chosen, problem), 6)
        let best = 0
        for (let mask = 0; mask < 2 ** options.length; mask++) {
          const these = options.filter((_, at) => (mask >> at) & 1)
          if (keepsRules(these)) best = Math.max(best, worthOf(these, problem))
        }
        expect(value).toBeCloseTo(best, 6)
      }),
      { numRuns: 150 },
    )
  })

  test('says of every needy school that it does not reach why', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { options, chosen } = solved(problem)
        const reached = new Set(chosen.map(({ school }) => school.id))
        const left = unreachedOf(problem, options, chosen)
        const needy = problem.schools.filter(({ missing, room }) => missing > 0 && room > 0)
        expect([...reached, ...left.map(({ schoolId }) => schoolId)].toSorted()).toEqual(
          needy.map(({ id }) => id).toSorted(),
        )
        for (const { schoolId, why } of left)
          expect(options.some(({ school }) => school.id === schoolId)).toBe(why === 'duties')
      }),
    )
  })

  test('goes to the least served first', () => {
    const base = { stage: 'primary', subject: 'chinese', countyId: 'c0', place: null }
    const one: ProposingStudio = { ...base, id: 't0', schoolId: 'home', left: 1 }
    const at = (id: string, missing: number): NeedySchool => ({
      ...{ id, stages: ['primary'], countyId: 'c0', place: null, room: 2, taught: [], visited: ['chinese'] },
      missing,
    })
    const goals = { missing: 100, newSubject: 60, kilometre: 0.5 }
    const problem = { studios: [one], schools: [at('a', 2), at('b', 5), at('c', 1)], goals, travelMost: 60 }
    expect(solved(problem).chosen.map(({ school }) => school.id)).toEqual(['b'])
  })
})
