/** Who goes where: the problem as a program, solved by the planner, and told as placements. */
import type { ProgramAnswer } from '#app/platform/planner/answer.ts'
import { type RunOptions, runProgram } from '#app/platform/planner/run.server.ts'
import type { MatchingAnswer } from './answer.ts'
import { type MatchingModel, matchingModel } from './model.ts'
import type { MatchingProblem } from './problem.ts'

export async function runMatching(problem: MatchingProblem, options: RunOptions): Promise<MatchingAnswer> {
  const model = matchingModel(problem)
  return matchingAnswer(problem, model, await runProgram(model.program, options))
}

/** The planner's answer in the problem's own words. */
export function matchingAnswer(
  { teachers, needs }: MatchingProblem,
  { options }: MatchingModel,
  answer: ProgramAnswer,
): MatchingAnswer {
  if (answer.status === 'no_solution') return answer
  const { chosen, ...proof } = answer
  const placements = chosen.flatMap((column) => {
    const option = options[column]
    const [teacher, need] = [teachers[option?.teacher ?? -1], needs[option?.need ?? -1]]
    return option && teacher && need
      ? [{ teacherId: teacher.id, needId: need.id, rank: option.rank, km: option.km }]
      : []
  })
  return { ...proof, placements }
}
