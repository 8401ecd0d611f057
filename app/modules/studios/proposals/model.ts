/**
 * Who visits whom as a linear model: a column a studio and school that fit, a row a rule. What a school's first, second … visit is worth
 * falls, so that the least served come first; each such visit is a column of its own, which can be filled once.
 */
import { kilometresBetween } from '#app/modules/exchange/index.ts'
import { type LinearProgram, ProgramRows } from '#app/platform/planner/program.ts'
import type { NeedySchool, ProposalProblem, ProposedWhy, ProposingStudio, UnreachedWhy } from './proposal.ts'

export type VisitOption = {
  studio: ProposingStudio
  school: NeedySchool
  /** Null where it is not known where one of them lies. */
  km: number | null
  why: ProposedWhy
  worth: number
}

type Rule = 'duty' | 'school' | 'subject' | 'visit'

export type ProposalModel = { options: readonly VisitOption[]; program: LinearProgram }

/** Whether a studio could go there, and what it would be worth beside the visit itself; null where it could not. */
function optionOf(
  studio: ProposingStudio,
  school: NeedySchool,
  { goals, travelMost }: ProposalProblem,
): VisitOption | null {
  if (studio.left < 1 || school.room < 1 || school.missing < 1) return null
  if (studio.schoolId === school.id || !school.stages.includes(studio.stage)) return null
  if (school.taught.length > 0 && !school.taught.includes(studio.subject)) return null
  const km = studio.place && school.place ? kilometresBetween(studio.place, school.place) : null
  // Of a school whose place nobody has told, its county is near enough.
  if (km === null ? studio.countyId !== school.countyId : km > travelMost) return null
  const newSubject = !school.visited.includes(studio.subject)
  const worth = (newSubject ? goals.newSubject : 0) - goals.kilometre * (km ?? travelMost)
  return { studio, school, km, why: { missing: school.missing, newSubject }, worth }
}

export function visitOptions(problem: ProposalProblem): VisitOption[] {
  return problem.studios.flatMap((studio) =>
    problem.schools.flatMap((school) => optionOf(studio, school, problem) ?? []),
  )
}

export function proposalModel(problem: ProposalProblem): ProposalModel {
  const options = visitOptions(problem)
  const rows = new ProgramRows<Rule>()
  const worth = options.map((one) => one.worth)
  const columnsBy = (key: (one: VisitOption) => string) => {
    const found = new Map<string, number[]>()
    for (const [column, one] of options.entries()) {
      const here = found.get(key(one))
      if (here) here.push(column)
      else found.set(key(one), [column])
    }
    return found
  }
  const byStudio = columnsBy(({ studio }) => studio.id)
  for (const studio of problem.studios) {
    const columns = byStudio.get(studio.id)
    if (columns) rows.atMost('duty', [studio.id], studio.left, columns)
  }
  const bySchool = columnsBy(({ school }) => school.id)
  for (const school of problem.schools) {
    const columns = bySchool.get(school.id)
    if (!columns) continue
    const visits = visitsWorth(school, problem.goals.missing).map((value) => worth.push(value) - 1)
    for (const visit of visits) rows.atMost('visit', [school.id], 1, [visit])
    rows.add({ rule: 'school', about: [school.id], lower: 0, upper: 0 }, [
      ...columns.map((column) => [column, 1] as const),
      ...visits.map((visit) => [visit, -1] as const),
    ])
  }
  for (const [key, columns] of columnsBy(({ school, studio }) => `${school.id} ${studio.subject}`))
    if (columns.length > 1) rows.atMost('subject', [key.slice(0, key.indexOf(' '))], 1, columns)
  const program = {
    worth: Float64Array.from(worth),
    choices: options.length,
    priced: [],
    ...rows.compressed(),
  }
  return { options, program }
}

/** What the first, second … visit of the term is worth; no more than it can take, nor than it lacks. */
export function visitsWorth({ missing, room }: NeedySchool, each: number): number[] {
  return Array.from({ length: Math.min(missing, room) }, (_, at) => each * (missing - at))
}

/** Needy schools that none of the chosen reaches, and why. */
export function unreachedOf(
  { schools }: ProposalProblem,
  options: readonly VisitOption[],
  chosen: readonly VisitOption[],
): { schoolId: string; why: UnreachedWhy }[] {
  const possible = new Set(options.map(({ school }) => school.id))
  const reached = new Set(chosen.map(({ school }) => school.id))
  return schools
    .filter(({ id, missing, room }) => missing > 0 && room > 0 && !reached.has(id))
    .map(({ id }) => ({ schoolId: id, why: possible.has(id) ? 'duties' : 'no_studio' }))
}
