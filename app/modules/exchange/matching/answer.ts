/** What a matching answers; plain JSON, so that a plan can keep it. */
import type { Effort, NoSolution, Proof, RulePrice } from '#app/platform/planner/answer.ts'

export type Placement = { teacherId: string; needId: string; rank: number | null; km: number | null }

export type Solved = { status: 'solved'; placements: Placement[]; prices: RulePrice[] } & Proof

export type MatchingAnswer = (Solved | NoSolution) & Effort
