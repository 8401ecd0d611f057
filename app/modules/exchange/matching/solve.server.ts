/**
 * Solves a matching with HiGHS: first without asking for whole numbers, which is quick, gives the bound and for an
 * assignment mostly comes out whole already; then the search, only when it does not.
 */
import type { Highs, Model } from 'highs'
import type { Collision, MatchingAnswer, MatchingPhase, Placement, RuleCost } from './answer.ts'
import { HARD_RULES, type MatchingModel, matchingModel, type RuleRow } from './model.ts'
import type { MatchingProblem } from './problem.ts'

const WHOLE = 1e-6
/** HiGHS's bits: find the conflict by an elastic model (2), and leave out of it whatever can be left out (4). */
const IIS_ELASTIC_IRREDUCIBLE = 6

export type SolveOptions = {
  /** Seconds for the search; what was found until then is the answer, with its gap. */
  searchSeconds: number
  report?: (phase: MatchingPhase) => void
}

/** Blocks its thread until it is done: run it in a worker. */
export function solveMatching(highs: Highs, problem: MatchingProblem, options: SolveOptions): MatchingAnswer {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const matching = matchingModel(problem)
  const size = { columns: matching.columns, rows: matching.rows.length }
  if (matching.columns === 0) return { ...answerWithoutOptions(matching), seconds: seconds(), ...size }
  return highs.withModel(modelData(highs, matching), (model): MatchingAnswer => {
    model.options.set({ output_flag: false })
    const report = (phase: MatchingPhase['phase'], gap: number | null = null) =>
      options.report?.({ phase, seconds: seconds(), gap })
    report('relaxation')
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
      return { status: 'no_solution', collisions: collisionsOf(model, matching), seconds: seconds(), ...size }
    }
    const bound = model.getObjectiveValue()
    const relaxed = model.getSolution().colValue
    const costs = () => {
      report('costs')
      return costsOf(highs, model, matching, bound)
    }
    if (isWhole(relaxed, matching.options.length)) {
      const placements = placementsOf(problem, matching, relaxed)
      const proof = { value: bound, bound, gap: 0, isProven: true }
      return { status: 'solved', placements, ...proof, costs: costs(), seconds: seconds(), ...size }
    }
    const ruleCosts = costs()
    const found = search(highs, model, matching, options.searchSeconds, (gap) => report('search', gap))
    const placements = placementsOf(problem, matching, found.columns)
    const { columns: _, ...proof } = found
    return { status: 'solved', placements, ...proof, costs: ruleCosts, seconds: seconds(), ...size }
  })
}

/** Nobody can go anywhere: HiGHS calls such a model empty and solves nothing, also where a pin asks for the impossible. */
function answerWithoutOptions({ rows }: MatchingModel) {
  const collisions = rows.map(({ rule, about }) => ({ rule, about }))
  if (collisions.length > 0) return { status: 'no_solution' as const, collisions }
  return {
    status: 'solved' as const,
    placements: [],
    value: 0,
    bound: 0,
    gap: 0,
    isProven: true,
    costs: [],
  }
}

function modelData(highs: Highs, { rows, columns, cost, starts, indices, values, options }: MatchingModel) {
  const upper = new Float64Array(columns).fill(highs.infinity)
  upper.fill(1, 0, options.length)
  return {
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: upper,
    rowLower: rows.map((row) => boundsOf(highs, row)[0]),
    rowUpper: rows.map((row) => boundsOf(highs, row)[1]),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: columns, starts, indices, values },
  }
}

/** A row's bounds with the solver's own infinity. */
function boundsOf({ infinity }: Highs, row: RuleRow | undefined): [lower: number, upper: number] {
  return [Math.max(-infinity, row?.lower ?? -infinity), Math.min(infinity, row?.upper ?? infinity)]
}

function isWhole(values: Float64Array, count: number): boolean {
  return values.subarray(0, count).every((value) => Math.abs(value - Math.round(value)) < WHOLE)
}

function placementsOf(
  problem: MatchingProblem,
  { options }: MatchingModel,
  values: Float64Array,
): Placement[] {
  return options.flatMap((option, at) => {
    const teacher = problem.teachers[option.teacher]
    const need = problem.needs[option.need]
    if (!teacher || !need || (values[at] ?? 0) < 0.5) return []
    return [{ teacherId: teacher.id, needId: need.id, rank: option.rank, km: option.km }]
  })
}

/** The smallest set of rules that cannot hold together. */
function collisionsOf(model: Model, { rows }: MatchingModel): Collision[] {
  model.options.set('iis_strategy', IIS_ELASTIC_IRREDUCIBLE)
  const { rowIndex } = model.getIis()
  return [...rowIndex].flatMap((at) => {
    const row = rows[at]
    return row ? [{ rule: row.rule, about: row.about }] : []
  })
}

/** Takes away each kind of hard rule in turn and looks how much more could be had. */
function costsOf(highs: Highs, model: Model, { rows }: MatchingModel, bound: number): RuleCost[] {
  return HARD_RULES.flatMap((rule) => {
    const own = rows.flatMap((row, at) => (row.rule === rule ? [at] : []))
    if (own.length === 0) return []
    const set = { kind: 'set', indices: own } as const
    const free = own.map(() => highs.infinity)
    model.changeRowsBounds(
      set,
      own.map(() => -highs.infinity),
      free,
    )
    // Afresh: presolve makes the model a tenth; going on from the last basis took twelve times as long.
    model.clearSolver()
    model.run()
    const without = model.getObjectiveValue()
    const bounds = own.map((at) => boundsOf(highs, rows[at]))
    model.changeRowsBounds(
      set,
      bounds.map(([lower]) => lower),
      bounds.map(([, upper]) => upper),
    )
    return [{ rule, rows: own.length, value: Math.max(0, without - bound) }]
  })
}

/** Asks for whole numbers. The plan that sends nobody is always one, unless something is pinned. */
function search(
  highs: Highs,
  model: Model,
  { options }: MatchingModel,
  searchSeconds: number,
  report: (gap: number | null) => void,
) {
  const { variableType, callbackType, modelStatus } = highs.constants
  const columns = { kind: 'range', from: 0, to: options.length - 1 } as const
  model.changeColsIntegrality(columns, new Int32Array(options.length).fill(variableType.integer))
  model.options.set({ time_limit: searchSeconds, mip_rel_gap: 1e-6 })
  model.run({
    [callbackType.mipInterrupt](event) {
      report(event.data.mip_gap ?? null)
    },
  })
  const isProven = model.getModelStatus() === modelStatus.optimal
  const value = model.getObjectiveValue()
  const bound = Number(model.info.get('mip_dual_bound'))
  const gap = isProven ? 0 : Math.abs(bound - value) / Math.max(1e-9, Math.abs(value))
  return { columns: model.getSolution().colValue, value, bound, gap, isProven }
}
