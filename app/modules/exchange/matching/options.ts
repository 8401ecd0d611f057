/** Who could go where at all: the columns of the model, kept to real options so that it stays small. */
import { type MatchingProblem, type Need, schoolKilometres, type Teacher } from './problem.ts'

/** One teacher at one need; both by their place in the problem's lists. */
export type Option = {
  teacher: number
  need: number
  /** 1 to 5; null where the teacher did not name the need. */
  rank: number | null
  km: number | null
  value: number
}

/** More options than this a teacher never has: further ones would not be chosen, and cost the solver dearly. */
export const MOST_OPTIONS = 20

/** Whether the need asks for what the teacher teaches, at another school. */
export function fits(teacher: Teacher, need: Need): boolean {
  return teacher.stage === need.stage && teacher.subject === need.subject && teacher.homeOrgId !== need.orgId
}

/**
 * Every option of every teacher: the fitting needs they named, and for those willing to go elsewhere the most valuable
 * others. A forbidden pair is no option; a pinned one is, whether it was named or not.
 */
export function optionsOf(problem: MatchingProblem): Option[] {
  const rulings = new Map(problem.rulings.map((one) => [`${one.teacherId} ${one.needId}`, one.kind]))
  const bySubject = placesBySubject(problem.needs)
  return problem.teachers.flatMap((teacher, index) => {
    const possible: Option[] = []
    for (const { need, at } of bySubject.get(`${teacher.stage} ${teacher.subject}`) ?? []) {
      const ruling = rulings.get(`${teacher.id} ${need.id}`)
      if (!fits(teacher, need) || ruling === 'forbid') continue
      const named = teacher.ranked.indexOf(need.id)
      if (named < 0 && !teacher.acceptsOther && ruling !== 'pin') continue
      const km = schoolKilometres(problem.places, teacher.homeOrgId, need.orgId)
      const rank = named < 0 ? null : named + 1
      const option = { teacher: index, need: at, rank, km, value: 0 }
      possible.push({ ...option, value: worthOf(problem, teacher, need, option) })
    }
    const isKept = (one: Option) =>
      one.rank !== null || rulings.get(`${teacher.id} ${problem.needs[one.need]?.id}`) === 'pin'
    const others = possible.filter((one) => !isKept(one)).sort((a, b) => b.value - a.value)
    const kept = possible.filter(isKept)
    return [...kept, ...others.slice(0, Math.max(0, MOST_OPTIONS - kept.length))]
  })
}

type NeedAt = { need: Need; at: number }

function placesBySubject(needs: readonly Need[]): Map<string, NeedAt[]> {
  const groups = new Map<string, NeedAt[]>()
  for (const [at, need] of needs.entries()) {
    const key = `${need.stage} ${need.subject}`
    groups.set(key, [...(groups.get(key) ?? []), { need, at }])
  }
  return groups
}

/** What it is worth that this teacher goes to this need, without what depends on who else goes. */
function worthOf(
  { goals }: MatchingProblem,
  teacher: Teacher,
  need: Need,
  { rank, km }: Pick<Option, 'rank' | 'km'>,
): number {
  const place =
    goals.filled +
    (need.isRural ? goals.rural : 0) +
    (need.isWeak ? goals.weak : 0) +
    (need.isSmall ? goals.small : 0)
  const preference = rank === null ? 0 : (goals.preference * (6 - rank)) / 5
  return place + preference + (goals.point * teacher.points) / 100 - goals.kilometre * (km ?? 0)
}
