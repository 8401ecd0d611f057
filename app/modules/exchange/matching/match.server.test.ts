/** The thread: it answers as the solver does, reports, and ends when it is told to. */
import { expect, test } from 'vitest'
import type { PlannerPhase } from '#app/platform/planner/answer.ts'
import { runMatching } from './match.server.ts'
import type { MatchingProblem } from './problem.ts'

const subject = { stage: 'primary', subject: 'chinese' }
const problem: MatchingProblem = {
  teachers: [
    {
      ...subject,
      id: 't0',
      homeOrgId: 's0',
      isBackbone: false,
      points: 0,
      ranked: ['n0'],
      acceptsOther: false,
    },
  ],
  needs: [{ ...subject, id: 'n0', orgId: 's1', places: 1, isRural: true, isWeak: false, isSmall: false }],
  faculties: [],
  pairs: [],
  rulings: [],
  limits: { shareLost: 1, minimum: 0, nearKm: 15 },
  goals: {
    filled: 100,
    rural: 60,
    weak: 0,
    small: 0,
    preference: 30,
    point: 0,
    backboneMissed: 0,
    backboneShare: 0,
    kilometre: 0,
    beyondFairPart: 0,
  },
  places: {},
}

test('answers from its own thread, and tells what it is at', async () => {
  const phases: PlannerPhase['phase'][] = []
  const answer = await runMatching(problem, { searchSeconds: 5, report: ({ phase }) => phases.push(phase) })
  expect(answer).toMatchObject({ status: 'solved', value: 190, isProven: true })
  expect(answer.status === 'solved' && answer.placements).toEqual([
    { teacherId: 't0', needId: 'n0', rank: 1, km: null },
  ])
  expect(phases).toEqual(['relaxation', 'prices'])
})

test('ends at once when it is cancelled', async () => {
  const controller = new AbortController()
  const running = runMatching(problem, { searchSeconds: 5, signal: controller.signal })
  controller.abort(new Error('cancelled by HR'))
  await expect(running).rejects.toThrow('cancelled by HR')
})
