import { expect, test } from 'vitest'
import type { MatchingProblem, Teacher } from '../matching/problem.ts'
import { unplacedOf } from './unplaced.ts'

const subject = { stage: 'primary', subject: 'chinese' }
const teacher = (id: string, change: Partial<Teacher> = {}): Teacher => ({
  ...{ ...subject, id, homeOrgId: 's0', isBackbone: false, points: 0, ranked: ['n1'], acceptsOther: false },
  ...change,
})
const problem: MatchingProblem = {
  teachers: [
    teacher('a'),
    teacher('b'),
    teacher('c', { ranked: ['n2', 'n1'] }),
    teacher('d', { ranked: [] }),
  ],
  needs: [
    { ...subject, id: 'n1', orgId: 's1', places: 1, isRural: true, isWeak: false, isSmall: false },
    { ...subject, id: 'n2', orgId: 's2', places: 1, isRural: true, isWeak: false, isSmall: false },
  ],
  faculties: [{ ...subject, orgId: 's0', teachers: 9 }],
  pairs: [],
  rulings: [{ teacherId: 'c', needId: 'n2', kind: 'forbid' }],
  limits: { shareLost: 0.5, minimum: 1, nearKm: 15 },
  goals: {
    ...{ filled: 1, rural: 0, weak: 0, small: 0, preference: 0, point: 0 },
    ...{ backboneMissed: 0, backboneShare: 0, kilometre: 0, beyondFairPart: 0 },
  },
  places: {},
}
const rulesOf = (of: MatchingProblem, placed: string[]) =>
  Object.fromEntries(
    unplacedOf(
      of,
      placed.map((id) => ({ teacherId: id, needId: 'n1' })),
    ).map(({ teacherId, why }) => [teacherId, why.reasons.map(({ rule }) => rule)]),
  )

test('everybody left out is told why, post by post, and nobody else', () => {
  expect(rulesOf(problem, ['a'])).toEqual({
    b: ['post_full'],
    c: ['post_forbidden', 'post_full'],
    d: ['no_post'],
  })
})

test('a school that has sent as many as it may is the reason, with its numbers', () => {
  const tight = { ...problem, limits: { ...problem.limits, shareLost: 0.12 } }
  const [b] = unplacedOf(tight, [{ teacherId: 'a', needId: 'n1' }])
  expect(b?.why.reasons[0]).toMatchObject({
    ...{ rule: 'faculty_limit', facts: { teachers: 9, most: 1, sent: 1 } },
  })
})

test('where nothing stands in the way, another plan was worth more', () => {
  expect(rulesOf(problem, [])).toMatchObject({ a: ['worth_less'] })
})
