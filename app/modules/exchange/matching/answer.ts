/** What a matching answers; plain JSON, so that a worker can send it and a plan can keep it. */
import type { HardRule } from './model.ts'

export type Placement = { teacherId: string; needId: string; rank: number | null; km: number | null }

/** What it costs to keep a hard rule: how much more the plan would be worth without it. */
export type RuleCost = { rule: HardRule; rows: number; value: number }

/** Rules that cannot hold together; `about` are ids of teachers, needs, schools and subjects. */
export type Collision = { rule: HardRule | 'person' | 'places' | 'goal'; about: readonly string[] }

export type Solved = {
  status: 'solved'
  placements: Placement[]
  /** Worth of the plan in points of value, and the most that any plan could be worth. */
  value: number
  bound: number
  /** (bound − value) / |value|; 0 when the plan is proven best. */
  gap: number
  isProven: boolean
  costs: RuleCost[]
}

export type MatchingAnswer = (Solved | { status: 'no_solution'; collisions: Collision[] }) & {
  seconds: number
  /** Size of the model that was solved. */
  columns: number
  rows: number
}

/** What the solver is at; `gap` while it searches for whole numbers. */
export type MatchingPhase = {
  phase: 'relaxation' | 'search' | 'costs'
  seconds: number
  gap: number | null
}
