/** Who could visit whom: the problem as a program, solved by the planner, and told as visits. */
import type { Effort, Proof } from '#app/platform/planner/answer.ts'
import { type RunOptions, runProgram } from '#app/platform/planner/run.server.ts'
import { proposalModel, unreachedOf, type VisitOption } from './model.ts'
import type { ProposalProblem, UnreachedWhy } from './proposal.ts'

export type ProposalAnswer = Proof &
  Effort & { visits: VisitOption[]; unreached: { schoolId: string; why: UnreachedWhy }[] }

/** Every rule is an upper bound, so that going nowhere is an answer too: there is always one. */
export async function runProposal(problem: ProposalProblem, options: RunOptions): Promise<ProposalAnswer> {
  const model = proposalModel(problem)
  const answer = await runProgram(model.program, options)
  if (answer.status === 'no_solution') throw new Error('a proposal without solution')
  const { status: _, chosen, prices: __, ...proof } = answer
  const visits = chosen.flatMap((column) => model.options[column] ?? [])
  return { ...proof, visits, unreached: unreachedOf(problem, model.options, visits) }
}
