/** What the planner answers; plain data, so that a thread can send it and a plan can keep it. */

/** What it costs to keep a rule: how much more the plan would be worth without its rows. */
export type RulePrice = { rule: string; rows: number; value: number }

/** A rule that cannot hold together with the others named. */
export type Collision = { rule: string; about: readonly string[] }

export type Proof = {
  /** Worth of the plan, and the most that any plan could be worth. */
  value: number
  bound: number
  /** (bound − value) / |value|; 0 when the plan is proven best. */
  gap: number
  isProven: boolean
}

export type NoSolution = { status: 'no_solution'; collisions: Collision[] }

/** How long it took, and the size of what was solved. */
export type Effort = { seconds: number; columns: number; rows: number }

/** `chosen` are the columns of the choices made. */
export type ProgramAnswer = (
  | ({ status: 'solved'; chosen: number[]; prices: RulePrice[] } & Proof)
  | NoSolution
) &
  Effort

/** What the solver is at; `gap` while it searches for whole numbers. */
export type PlannerPhase = { phase: 'relaxation' | 'prices' | 'search'; seconds: number; gap: number | null }
