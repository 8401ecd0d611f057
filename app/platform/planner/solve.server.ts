/**
 * Solves a program with HiGHS: first without asking for whole numbers, which is quick, gives the bound and for an
 * assignment mostly comes out whole already; then the search, only when it does not.
 */
import type { Highs, Model } from 'highs'
import type { Collision, PlannerPhase, ProgramAnswer, RulePrice } from './answer.ts'
import type { LinearProgram, ProgramRow } from './program.ts'

const WHOLE = 1e-6
/** HiGHS's bits: find the conflict by an elastic model (2), and leave out of it whatever can be left out (4). */
const IIS_ELASTIC_IRREDUCIBLE = 6

export type SolveOptions = { searchSeconds: number; report?: (phase: PlannerPhase) => void }

/** Blocks its thread until it is done: run it in a worker (`runProgram`). */
export function solveProgram(highs: Highs, program: LinearProgram, options: SolveOptions): ProgramAnswer {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const size = { columns: program.worth.length, rows: program.rows.length }
  if (size.columns === 0) return { ...answerWithoutChoices(program), seconds: seconds(), ...size }
  return highs.withModel(modelData(highs, program), (model): ProgramAnswer => {
    model.options.set({ output_flag: false })
    const report = (phase: PlannerPhase['phase'], gap: number | null = null) =>
      options.report?.({ phase, seconds: seconds(), gap })
    report('relaxation')
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
      return { status: 'no_solution', collisions: collisionsOf(model, program), seconds: seconds(), ...size }
    }
    const bound = model.getObjectiveValue()
    const relaxed = model.getSolution().colValue
    report('prices')
    const prices = pricesOf(highs, model, program, bound)
    if (isWhole(relaxed, program.choices)) {
      const proof = { value: bound, bound, gap: 0, isProven: true }
      const chosen = chosenIn(relaxed, program.choices)
      return { status: 'solved', chosen, ...proof, prices, seconds: seconds(), ...size }
    }
    const { columns, ...proof } = search(highs, model, program, options.searchSeconds, (gap) =>
      report('search', gap),
    )
    const chosen = chosenIn(columns, program.choices)
    return { status: 'solved', chosen, ...proof, prices, seconds: seconds(), ...size }
  })
}

/** Nothing can be chosen: HiGHS calls such a model empty and solves nothing, also where a rule asks for the impossible. */
function answerWithoutChoices({ rows }: LinearProgram) {
  const collisions = rows.map(({ rule, about }) => ({ rule, about }))
  if (collisions.length > 0) return { status: 'no_solution' as const, collisions }
  const proof = { value: 0, bound: 0, gap: 0, isProven: true }
  return { status: 'solved' as const, chosen: [], prices: [], ...proof }
}

function modelData(highs: Highs, { rows, worth, starts, indices, values, choices }: LinearProgram) {
  const columns = worth.length
  const upper = new Float64Array(columns).fill(highs.infinity)
  upper.fill(1, 0, choices)
  return {
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: worth,
    colLower: new Float64Array(columns),
    colUpper: upper,
    rowLower: rows.map((row) => boundsOf(highs, row)[0]),
    rowUpper: rows.map((row) => boundsOf(highs, row)[1]),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: columns, starts, indices, values },
  }
}

/** A row's bounds with the solver's own infinity. */
function boundsOf({ infinity }: Highs, row: ProgramRow | undefined): [lower: number, upper: number] {
  return [Math.max(-infinity, row?.lower ?? -infinity), Math.min(infinity, row?.upper ?? infinity)]
}

function isWhole(values: Float64Array, count: number): boolean {
  return values.subarray(0, count).every((value) => Math.abs(value - Math.round(value)) < WHOLE)
}

function chosenIn(values: Float64Array, count: number): number[] {
  return [...values.subarray(0, count).entries()].flatMap(([column, value]) => (value < 0.5 ? [] : [column]))
}

/** The smallest set of rules that cannot hold together. */
function collisionsOf(model: Model, { rows }: LinearProgram): Collision[] {
  model.options.set('iis_strategy', IIS_ELASTIC_IRREDUCIBLE)
  const { rowIndex } = model.getIis()
  return [...rowIndex].flatMap((at) => {
    const row = rows[at]
    return row ? [{ rule: row.rule, about: row.about }] : []
  })
}

/** Takes away each kind of priced rule in turn and looks how much more could be had. */
function pricesOf(highs: Highs, model: Model, { rows, priced }: LinearProgram, bound: number): RulePrice[] {
  return priced.flatMap((rule) => {
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

/** Asks for whole numbers. What was found when the time is over is the answer, with its gap. */
function search(
  highs: Highs,
  model: Model,
  { choices }: LinearProgram,
  searchSeconds: number,
  report: (gap: number | null) => void,
) {
  const { variableType, callbackType, modelStatus } = highs.constants
  const columns = { kind: 'range', from: 0, to: choices - 1 } as const
  model.changeColsIntegrality(columns, new Int32Array(choices).fill(variableType.integer))
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
