/**
 * Cases: 2,000 volunteers and 300 posts matched in a thread: how long, how much memory, and worth how much beside handing posts out
 * by points.
 */
import { runMatching } from '#app/modules/exchange/matching/match.server.ts'
import { mayLose } from '#app/modules/exchange/matching/model.ts'
import { optionsOf } from '#app/modules/exchange/matching/options.ts'
import { facultyKey, type MatchingProblem, type Teacher } from '#app/modules/exchange/matching/problem.ts'
import { goalsOf } from '#app/modules/exchange/plans/plan.ts'
import { randomOf } from '#prisma/seed/random.ts'
import { usualPolicies } from '#test/factories/exchange-policies.ts'
import { type Finding, ratio, say } from './report.ts'

const TEACHERS = 2_000
const POSTS = 300
const SCHOOLS = 120
const HOSTS = 60
const SUBJECTS = ['chinese', 'mathematics', 'english', 'physics', 'music']
const SEARCH_SECONDS = 25

/** A county's round: schools of a town with twenty to forty teachers, hosts around it, up to five wishes each. */
export function madeProblem(): MatchingProblem {
  const random = randomOf('bench matching')
  const pick = <Item>(items: readonly Item[]): Item => items[random.int(0, items.length - 1)] as Item
  const places = Object.fromEntries(
    [...range('s', SCHOOLS), ...range('h', HOSTS)].map((id) => [
      id,
      { latitude: 36.2 + random.next() * 0.6, longitude: 115.7 + random.next() * 0.8 },
    ]),
  )
  const needs = range('n', POSTS).map((id) => ({
    ...{
      id,
      orgId: pick(range('h', HOSTS)),
      stage: 'primary',
      subject: pick(SUBJECTS),
      places: random.int(1, 2),
    },
    ...{ isRural: random.chance(0.6), isWeak: random.chance(0.2), isSmall: random.chance(0.3) },
  }))
  const teachers = range('t', TEACHERS).map((id): Teacher => {
    const subject = pick(SUBJECTS)
    const fitting = needs.filter((need) => need.subject === subject).map((need) => need.id)
    const ranked = [...new Set(Array.from({ length: random.int(1, 5) }, () => pick(fitting)))]
    return {
      ...{ id, homeOrgId: pick(range('s', SCHOOLS)), stage: 'primary', subject, ranked },
      ...{ isBackbone: random.chance(0.15), points: random.int(300, 2500), acceptsOther: random.chance(0.5) },
    }
  })
  const faculties = new Map(
    teachers.map(({ homeOrgId: orgId, stage, subject }) => [
      facultyKey({ orgId, stage, subject }),
      { orgId, stage, subject, teachers: random.int(4, 9) },
    ]),
  )
  return {
    ...{ teachers, needs, faculties: [...faculties.values()], pairs: [], rulings: [], places },
    limits: { shareLost: 0.3, minimum: 1, nearKm: 15 },
    goals: goalsOf(usualPolicies),
  }
}

const range = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`)

/** Posts handed out by points: each takes the best of their wishes that is still free, then any that fits. */
function greedy(problem: MatchingProblem): { teacherId: string; needId: string }[] {
  const free = new Map(problem.needs.map(({ id, places }) => [id, places]))
  const left = new Map(
    problem.faculties.map((one) => {
      const { share, minimum } = mayLose(one.teachers, problem.limits.shareLost, problem.limits.minimum)
      return [facultyKey(one), Math.min(share, minimum)]
    }),
  )
  const options = new Map<string, string[]>()
  for (const { teacher, need } of optionsOf(problem).toSorted((a, b) => (a.rank ?? 9) - (b.rank ?? 9))) {
    const [of, to] = [problem.teachers[teacher]?.id ?? '', problem.needs[need]?.id ?? '']
    options.set(of, [...(options.get(of) ?? []), to])
  }
  const placed: { teacherId: string; needId: string }[] = []
  for (const teacher of problem.teachers.toSorted((a, b) => b.points - a.points)) {
    const key = facultyKey({ ...teacher, orgId: teacher.homeOrgId })
    const needId = options.get(teacher.id)?.find((id) => (free.get(id) ?? 0) > 0)
    if (!needId || (left.get(key) ?? 0) < 1) continue
    free.set(needId, (free.get(needId) ?? 0) - 1)
    left.set(key, (left.get(key) ?? 0) - 1)
    placed.push({ teacherId: teacher.id, needId })
  }
  return placed
}

/** What a given plan is worth: everybody in it is pinned to their post, and nobody else is there to be placed. */
async function worthOf(problem: MatchingProblem, placed: readonly { teacherId: string; needId: string }[]) {
  const placing = new Set(placed.map(({ teacherId }) => teacherId))
  const teachers = problem.teachers.filter(({ id }) => placing.has(id))
  const rulings = placed.map((one) => ({ ...one, kind: 'pin' as const }))
  const answer = await runMatching({ ...problem, teachers, rulings }, { searchSeconds: SEARCH_SECONDS })
  if (answer.status === 'no_solution') throw new Error('what was handed out by points breaks a rule')
  return answer.value
}

export async function matchingCases(): Promise<Finding[]> {
  const problem = madeProblem()
  const began = performance.now()
  const byPoints = greedy(problem)
  const greedyMs = performance.now() - began
  const worth = await worthOf(problem, byPoints)
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const since = performance.now()
  const answer = await runMatching(problem, { searchSeconds: SEARCH_SECONDS })
  clearInterval(timer)
  const seconds = (performance.now() - since) / 1000
  if (answer.status === 'no_solution') throw new Error('the made round has no solution')
  const proof = answer.isProven ? 'proven' : `gap ${(answer.gap * 100).toFixed(2)}%`
  const title = `match ${TEACHERS} x ${POSTS} in a thread`
  const memory = most / 2 ** 20
  say(`matching: ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB, ${proof}`)
  const common = { details: { placed: answer.placements.length, byPoints: byPoints.length, gap: answer.gap } }
  return [
    {
      ...{
        case: title,
        figure: `${seconds.toFixed(1)} s, ${proof}`,
        beside: `by points ${greedyMs.toFixed(0)} ms`,
      },
      ...{ value: seconds, shown: `${seconds.toFixed(1)} s`, bound: { atMost: 30 } },
      ...common,
    },
    {
      ...{
        case: '  memory of the whole process',
        figure: `${memory.toFixed(0)} MB`,
        beside: `before ${(before / 2 ** 20).toFixed(0)} MB`,
      },
      ...{ value: memory, shown: `${memory.toFixed(0)} MB`, bound: { atMost: 1024 } },
      ...common,
    },
    {
      case: '  its worth; beside posts handed out by points',
      figure: `${Math.round(answer.value)}, ${answer.placements.length} placed`,
      beside: `${Math.round(worth)}, ${byPoints.length} placed`,
      ...ratio(answer.value / worth),
      bound: { atLeast: 1 },
      ...common,
    },
  ]
}
