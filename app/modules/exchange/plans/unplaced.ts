/** Why somebody was not placed, post by post, as they may read it themselves. Clause: policy-source 二(三)3. */
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import { mayLose } from '../matching/model.ts'
import { optionsOf } from '../matching/options.ts'
import { facultyKey, type MatchingProblem, type Teacher } from '../matching/problem.ts'

export type UnplacedRule =
  | ('post_full' | 'post_forbidden' | 'faculty_limit' | 'no_post' | 'worth_less')
  | ('left_service' | 'posted_already' | 'post_over' | 'there_already' | 'moves_anyway')
export type Unplaced = { teacherId: string; why: Decision<'unplaced'> }

const clause = 'policy-source 二(三)3'

type Placed = readonly { teacherId: string; needId: string }[]

/** One answer for everybody whom the placements leave out. */
export function unplacedOf(problem: MatchingProblem, placements: Placed): Unplaced[] {
  const placed = new Set(placements.map(({ teacherId }) => teacherId))
  const taken = countBy(placements, ({ needId }) => needId)
  const homes = new Map(problem.teachers.map((one) => [one.id, keyOf(one)]))
  const sent = countBy(placements, ({ teacherId }) => homes.get(teacherId) ?? '')
  const hasOption = new Set(optionsOf(problem).map(({ teacher }) => problem.teachers[teacher]?.id))
  return problem.teachers
    .filter(({ id }) => !placed.has(id))
    .map((teacher) => {
      const reasons = hasOption.has(teacher.id)
        ? [...facultyReason(problem, teacher, sent), ...postReasons(problem, teacher, taken)]
        : [reason('no_post', {})]
      const told = reasons.length > 0 ? reasons : [reason('worth_less', {})]
      return { teacherId: teacher.id, why: { outcome: 'unplaced' as const, reasons: told } }
    })
}

function keyOf(teacher: Teacher): string {
  return facultyKey({ ...teacher, orgId: teacher.homeOrgId })
}

function countBy<Item>(items: readonly Item[], keyOfItem: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOfItem(item), (counts.get(keyOfItem(item)) ?? 0) + 1)
  return counts
}

function reason(rule: UnplacedRule, facts: Reason['facts']): Reason {
  return { rule, holds: false, facts, clause }
}

/** The own school has sent as many of the subject as it may. */
function facultyReason(
  { faculties, limits }: MatchingProblem,
  teacher: Teacher,
  sent: ReadonlyMap<string, number>,
): Reason[] {
  const faculty = faculties.find((one) => facultyKey(one) === keyOf(teacher))
  if (!faculty) return []
  const { share, minimum } = mayLose(faculty.teachers, limits.shareLost, limits.minimum)
  const most = Math.min(share, minimum)
  const gone = sent.get(keyOf(teacher)) ?? 0
  return gone >= most ? [reason('faculty_limit', { teachers: faculty.teachers, most, sent: gone })] : []
}

/** Each post that was named, and why not there. */
function postReasons(
  { needs, rulings }: MatchingProblem,
  teacher: Teacher,
  taken: ReadonlyMap<string, number>,
): Reason[] {
  return teacher.ranked.flatMap((needId, at) => {
    const need = needs.find(({ id }) => id === needId)
    if (!need) return []
    const facts = { needId, rank: at + 1, places: need.places }
    const isForbidden = rulings.some(
      (one) => one.kind === 'forbid' && one.teacherId === teacher.id && one.needId === needId,
    )
    if (isForbidden) return [reason('post_forbidden', facts)]
    return (taken.get(needId) ?? 0) >= need.places ? [reason('post_full', facts)] : []
  })
}
