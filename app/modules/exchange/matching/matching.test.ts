/** What every plan keeps, whatever it is asked; and that no other plan is worth more. */
import fc from 'fast-check'
import loadHighs from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { solveProgram } from '#app/platform/planner/solve.server.ts'
import type { MatchingAnswer, Placement } from './answer.ts'
import { matchingAnswer } from './match.server.ts'
import { matchingModel, mayLose } from './model.ts'
import { fits, optionsOf } from './options.ts'
import { facultyKey, type Goals, type MatchingProblem, schoolKilometres } from './problem.ts'

const goals: Goals = {
  filled: 100,
  rural: 60,
  weak: 40,
  small: 20,
  preference: 30,
  point: 0.2,
  backboneMissed: 0,
  backboneShare: 0.2,
  kilometre: 0.3,
  beyondFairPart: 0,
}

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})

const solve = (problem: MatchingProblem): MatchingAnswer => {
  const model = matchingModel(problem)
  return matchingAnswer(problem, model, solveProgram(highs, model.program, { searchSeconds: 10 }))
}

const schools = ['s0', 's1', 's2', 's3']
const places = {
  s0: { latitude: 36.4, longitude: 115.9 },
  s1: { latitude: 36.45, longitude: 115.95 },
  s2: { latitude: 36.9, longitude: 115.7 },
}

/** Small problems of every shape: few subjects and schools, so that rules meet. */
const problems = fc
  .record({
    teachers: fc.array(
      fc.record({
        home: fc.integer({ min: 0, max: 3 }),
        subject: fc.constantFrom('chinese', 'music'),
        isBackbone: fc.boolean(),
        points: fc.integer({ min: 0, max: 5000 }),
        ranked: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }),
        acceptsOther: fc.boolean(),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    needs: fc.array(
      fc.record({
        org: fc.integer({ min: 0, max: 3 }),
        subject: fc.constantFrom('chinese', 'music'),
        places: fc.integer({ min: 1, max: 2 }),
        isRural: fc.boolean(),
        isWeak: fc.boolean(),
        isSmall: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    pairs: fc.array(
      fc.record({
        kind: fc.constantFrom('near' as const, 'couple' as const),
        a: fc.integer({ min: 0, max: 6 }),
        b: fc.integer({ min: 0, max: 6 }),
      }),
      { maxLength: 2 },
    ),
    faculty: fc.integer({ min: 1, max: 6 }),
    shareLost: fc.constantFrom(0.2, 0.5, 1),
    minimum: fc.integer({ min: 0, max: 3 }),
    backboneMissed: fc.constantFrom(0, 50),
    beyondFairPart: fc.constantFrom(0, 5),
  })
  .map((drawn): MatchingProblem => {
    const needs = drawn.needs.map((need, at) => ({
      ...need,
      id: `n${at}`,
      orgId: schools[need.org] ?? '',
      stage: 'primary',
    }))
    const teachers = drawn.teachers.map((teacher, at) => ({
      ...teacher,
      id: `t${at}`,
      homeOrgId: schools[teacher.home] ?? '',
      stage: 'primary',
      ranked: teacher.ranked.flatMap((need) => (needs[need] ? [`n${need}`] : [])),
    }))
    const pairs = drawn.pairs
      .filter(({ a, b }) => a !== b && teachers[a] && teachers[b])
      .map(({ kind, a, b }) => ({ kind, first: `t${a}`, second: `t${b}` }))
    const faculties = schools.flatMap((orgId) =>
      ['chinese', 'music'].map((subject) => ({ orgId, subject, stage: 'primary', teachers: drawn.faculty })),
    )
    const limits = { shareLost: drawn.shareLost, minimum: drawn.minimum, nearKm: 15 }
    const { backboneMissed, beyondFairPart } = drawn
    const weighed = { ...goals, backboneMissed, beyondFairPart }
    return { teachers, needs, faculties, pairs, rulings: [], limits, goals: weighed, places }
  })

/** Whether a set of placements keeps every hard rule, told from the rules' words and not from the model. */
function keepsRules(problem: MatchingProblem, placements: readonly Placement[]): boolean {
  const teacherOf = (id: string) => problem.teachers.find((one) => one.id === id)
  const needOf = (id: string) => problem.needs.find((one) => one.id === id)
  const count = (of: (one: Placement) => boolean) => placements.filter(of).length
  const once = problem.teachers.every((one) => count(({ teacherId }) => teacherId === one.id) <= 1)
  const room = problem.needs.every((one) => count(({ needId }) => needId === one.id) <= one.places)
  const fitting = placements.every(({ teacherId, needId }) => {
    const teacher = teacherOf(teacherId)
    const need = needOf(needId)
    if (!teacher || !need || !fits(teacher, need)) return false
    return teacher.ranked.includes(needId) || teacher.acceptsOther
  })
  const staying = problem.faculties.every((faculty) => {
    const lost = count(({ teacherId }) => {
      const teacher = teacherOf(teacherId)
      return (
        teacher !== undefined && facultyKey({ ...teacher, orgId: teacher.homeOrgId }) === facultyKey(faculty)
      )
    })
    const limit = mayLose(faculty.teachers, problem.limits.shareLost, problem.limits.minimum)
    return lost <= Math.min(limit.share, limit.minimum)
  })
  const paired = problem.pairs.every(({ kind, first, second }) => {
    const hosts = [first, second].map(
      (id) => needOf(placements.find(({ teacherId }) => teacherId === id)?.needId ?? '')?.orgId,
    )
    const [a, b] = hosts
    if (!a || !b) return true
    if (kind === 'couple') return false
    const km = schoolKilometres(problem.places, a, b)
    return a === b || (km !== null && km <= problem.limits.nearKm)
  })
  return once && room && fitting && staying && paired
}

/** The best worth over all plans, by trying each; only what an option is worth by itself. */
function bestByTrying(problem: MatchingProblem): number {
  const options = optionsOf(problem)
  const place = (at: number): Placement => {
    const option = options[at]
    const teacherId = problem.teachers[option?.teacher ?? -1]?.id ?? ''
    const needId = problem.needs[option?.need ?? -1]?.id ?? ''
    return { teacherId, needId, rank: option?.rank ?? null, km: option?.km ?? null }
  }
  const byTeacher = problem.teachers.map((_, index) =>
    [...options.keys()].filter((at) => options[at]?.teacher === index),
  )
  let best = Number.NEGATIVE_INFINITY
  const goOn = (teacher: number, chosen: number[]) => {
    if (teacher === byTeacher.length) {
      if (!keepsRules(problem, chosen.map(place))) return
      best = Math.max(
        best,
        chosen.reduce((sum, at) => sum + (options[at]?.value ?? 0), 0),
      )
      return
    }
    goOn(teacher + 1, chosen)
    for (const at of byTeacher[teacher] ?? []) goOn(teacher + 1, [...chosen, at])
  }
  goOn(0, [])
  return best
}

describe('a plan', () => {
  test('keeps every hard rule, and is never worth more than its bound', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = solve(problem)
        if (answer.status !== 'solved') return false
        return keepsRules(problem, answer.placements) && answer.value <= answer.bound + 1e-6
      }),
      { numRuns: 150 },
    )
  })

  test('is the best there is, where every plan can be tried', () => {
    const simple = problems
      .map((problem) => ({ ...problem, goals: { ...problem.goals, backboneMissed: 0, beyondFairPart: 0 } }))
      .filter((problem) => problem.teachers.length <= 5)
    fc.assert(
      fc.property(simple, (problem) => {
        const answer = solve(problem)
        return (
          answer.status === 'solved' &&
          answer.isProven &&
          Math.abs(answer.value - bestByTrying(problem)) < 1e-5
        )
      }),
      { numRuns: 60 },
    )
  })

  test('without a hard rule is worth at least as much: what a rule costs is never negative', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = solve(problem)
        return answer.status === 'solved' && answer.prices.every(({ value }) => value >= 0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what HR decides', () => {
  const teacher = (id: string, ranked: string[]) => ({
    id,
    homeOrgId: 's0',
    stage: 'primary',
    subject: 'chinese',
    isBackbone: false,
    points: 0,
    ranked,
    acceptsOther: false,
  })
  const need = (id: string, orgId: string) => ({
    id,
    orgId,
    stage: 'primary',
    subject: 'chinese',
    places: 1,
    isRural: false,
    isWeak: false,
    isSmall: false,
  })
  const problem: MatchingProblem = {
    teachers: [teacher('t0', ['n0', 'n1']), teacher('t1', ['n1'])],
    needs: [need('n0', 's1'), need('n1', 's2')],
    faculties: [{ orgId: 's0', stage: 'primary', subject: 'chinese', teachers: 10 }],
    pairs: [],
    rulings: [],
    limits: { shareLost: 0.5, minimum: 1, nearKm: 15 },
    goals,
    places,
  }
  const placed = (answer: MatchingAnswer) =>
    answer.status === 'solved' ? answer.placements.map((one) => `${one.teacherId} ${one.needId}`) : []

  test('a pin holds, also for a need that the teacher did not name', () => {
    const rulings = [{ teacherId: 't1', needId: 'n0', kind: 'pin' as const }]
    expect(placed(solve({ ...problem, rulings })).sort()).toEqual(['t0 n1', 't1 n0'])
  })

  test('a forbidden pair is never placed', () => {
    const rulings = [{ teacherId: 't1', needId: 'n1', kind: 'forbid' as const }]
    expect(placed(solve({ ...problem, rulings }))).toEqual(['t0 n0'])
  })

  test('pins that cannot hold together are named, with the rule they break', () => {
    const rulings = [
      { teacherId: 't0', needId: 'n0', kind: 'pin' as const },
      { teacherId: 't1', needId: 'n1', kind: 'pin' as const },
    ]
    const pairs = [{ kind: 'couple' as const, first: 't0', second: 't1' }]
    const answer = solve({ ...problem, rulings, pairs })
    expect(answer.status).toBe('no_solution')
    const rules = answer.status === 'no_solution' ? answer.collisions.map(({ rule }) => rule) : []
    expect(rules.sort()).toEqual(['couple', 'pin', 'pin'])
  })

  test('a pin to a post of another subject collides by itself', () => {
    const rulings = [{ teacherId: 't0', needId: 'n2', kind: 'pin' as const }]
    const needs = [...problem.needs, { ...need('n2', 's3'), subject: 'music' }]
    const answer = solve({ ...problem, needs, rulings })
    expect(answer).toMatchObject({
      status: 'no_solution',
      collisions: [{ rule: 'pin', about: ['t0', 'n2'] }],
    })
  })

  test('a school that may lose one teacher loses one, and the rule says what that cost', () => {
    const limits = { ...problem.limits, shareLost: 0.1 }
    const answer = solve({ ...problem, limits })
    expect(placed(answer)).toHaveLength(1)
    expect(answer.status === 'solved' && answer.prices).toMatchObject([{ rule: 'share_lost', rows: 1 }])
  })
})
