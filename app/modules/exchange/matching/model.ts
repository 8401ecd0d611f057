/**
 * The assignment problem as a linear model: a column an option, a row a rule.
 *
 * Hard rules are rows that a solution must keep; goals that depend on who else goes (backbone share, balance between
 * sending schools) are columns that say by how much they are missed, each at a price.
 */
import { type LinearProgram, ProgramRows } from '#app/platform/planner/program.ts'
import { type Option, optionsOf } from './options.ts'
import { facultyKey, type MatchingProblem, schoolKilometres } from './problem.ts'

/** Rules that the page names one by one; `person` and `places` are what an assignment is. */
export const HARD_RULES = ['share_lost', 'minimum', 'couple', 'near', 'pin'] as const
export type HardRule = (typeof HARD_RULES)[number]
type Rule = HardRule | 'person' | 'places' | 'goal'
type Rows = ProgramRows<Rule>

/** The columns of the program are the options, then by how much each goal is missed. */
export type MatchingModel = { options: readonly Option[]; program: LinearProgram }

/** How many teachers a faculty may lose: by the share, and by the number that must stay. */
export function mayLose(teachers: number, shareLost: number, minimum: number) {
  return {
    share: Math.floor(teachers * shareLost + 1e-9),
    minimum: Math.max(0, teachers - minimum),
  }
}

export function matchingModel(problem: MatchingProblem): MatchingModel {
  const options = optionsOf(problem)
  const rows: Rows = new ProgramRows()
  const columnsOf = (key: (one: Option) => number | string) => {
    const groups = new Map<number | string, number[]>()
    for (const [column, one] of options.entries()) {
      const group = groups.get(key(one))
      if (group) group.push(column)
      else groups.set(key(one), [column])
    }
    return groups
  }
  const byTeacher = columnsOf((one) => one.teacher)
  for (const [at, columns] of byTeacher) {
    rows.atMost('person', [problem.teachers[Number(at)]?.id ?? ''], 1, columns)
  }
  for (const [at, columns] of columnsOf((one) => one.need)) {
    const need = problem.needs[Number(at)]
    if (need) rows.atMost('places', [need.id], need.places, columns)
  }
  addFaculties(problem, options, rows, columnsOf)
  addPairs(problem, options, rows, byTeacher)
  addPins(problem, options, rows)
  const goals = addGoals(problem, options, rows, columnsOf)
  const worth = Float64Array.from([...options.map((one) => one.value), ...goals])
  const program = { worth, choices: options.length, priced: HARD_RULES, ...rows.compressed() }
  return { options, program }
}

type ColumnsOf = (key: (one: Option) => number | string) => Map<number | string, number[]>

/** No school loses more than a share of a subject's teachers, nor gets below its minimum. */
function addFaculties(
  { teachers, faculties, limits }: MatchingProblem,
  options: readonly Option[],
  rows: Rows,
  columnsOf: ColumnsOf,
): void {
  const senders = columnsOf((one) => {
    const teacher = teachers[one.teacher]
    return teacher ? facultyKey({ ...teacher, orgId: teacher.homeOrgId }) : ''
  })
  for (const faculty of faculties) {
    const columns = senders.get(facultyKey(faculty))
    if (!columns) continue
    const people = new Set(columns.map((at) => options[at]?.teacher)).size
    const limit = mayLose(faculty.teachers, limits.shareLost, limits.minimum)
    const about = [faculty.orgId, faculty.subject]
    if (limit.share < people) rows.atMost('share_lost', about, limit.share, columns)
    if (limit.minimum < people) rows.atMost('minimum', about, limit.minimum, columns)
  }
}

function addPairs(
  { teachers, needs, pairs, places, limits }: MatchingProblem,
  options: readonly Option[],
  rows: Rows,
  byTeacher: Map<number | string, number[]>,
): void {
  const indexOf = new Map(teachers.map((one, at) => [one.id, at]))
  for (const { kind, first, second } of pairs) {
    const ofFirst = byTeacher.get(indexOf.get(first) ?? -1) ?? []
    const ofSecond = byTeacher.get(indexOf.get(second) ?? -1) ?? []
    if (ofFirst.length === 0 || ofSecond.length === 0) continue
    if (kind === 'couple') {
      rows.atMost('couple', [first, second], 1, [...ofFirst, ...ofSecond])
      continue
    }
    for (const column of ofFirst) {
      const host = needs[options[column]?.need ?? -1]?.orgId ?? ''
      const far = ofSecond.filter((at) => {
        const other = needs[options[at]?.need ?? -1]?.orgId ?? ''
        const km = schoolKilometres(places, host, other)
        return host !== other && (km === null || km > limits.nearKm)
      })
      if (far.length > 0) rows.atMost('near', [first, second], 1, [column, ...far])
    }
  }
}

/** A pin is a row of its own, so that a collision can name it; one that fits nowhere can never hold. */
function addPins(
  { teachers, needs, rulings }: MatchingProblem,
  options: readonly Option[],
  rows: Rows,
): void {
  for (const { teacherId, needId, kind } of rulings) {
    if (kind !== 'pin') continue
    const columns = options.flatMap((one, at) =>
      teachers[one.teacher]?.id === teacherId && needs[one.need]?.id === needId ? [at] : [],
    )
    rows.add(
      { rule: 'pin', about: [teacherId, needId], lower: 1, upper: 1 },
      columns.map((at) => [at, 1]),
    )
  }
}

/** Prices of the columns that say how far the goals are missed: backbone share first, then one a sending school. */
function addGoals(
  { teachers, needs, goals }: MatchingProblem,
  options: readonly Option[],
  rows: Rows,
  columnsOf: ColumnsOf,
): number[] {
  const prices: number[] = []
  const miss = (price: number) => options.length + prices.push(-price) - 1
  const free = Number.POSITIVE_INFINITY
  if (goals.backboneMissed > 0 && options.length > 0) {
    const entries: [number, number][] = options.map((one, at) => [
      at,
      (teachers[one.teacher]?.isBackbone ? 1 : 0) - goals.backboneShare,
    ])
    rows.add({ rule: 'goal', about: ['backbone'], lower: 0, upper: free }, [
      ...entries,
      [miss(goals.backboneMissed), 1],
    ])
  }
  if (goals.beyondFairPart <= 0) return prices
  const places = needs.reduce((sum, need) => sum + need.places, 0)
  const senders = columnsOf((one) => teachers[one.teacher]?.homeOrgId ?? '')
  for (const [orgId, columns] of senders) {
    const people = new Set(columns.map((at) => options[at]?.teacher)).size
    const fairPart = Math.ceil((places * people) / teachers.length)
    if (people <= fairPart) continue
    rows.add(
      { rule: 'goal', about: ['balance', String(orgId)], lower: Number.NEGATIVE_INFINITY, upper: fairPart },
      [...columns.map((at) => [at, 1] as const), [miss(goals.beyondFairPart), -1]],
    )
  }
  return prices
}
