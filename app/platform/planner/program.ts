/** A problem as a linear program: a column a choice, a row a rule. Plain data, so that a thread can take it. */

/** A rule that an answer keeps: the sum of its entries lies between the bounds. `about` are ids, for whoever tells of it. */
export type ProgramRow = { rule: string; about: readonly string[]; lower: number; upper: number }

export type LinearProgram = {
  /** What each column adds to the worth of the plan, which is made as large as possible. */
  worth: Float64Array
  /** The first so many columns are yes or no; the others any number from zero on (by how much a goal is missed). */
  choices: number
  rows: readonly ProgramRow[]
  /** The rows' entries, compressed: those of row r are at starts[r] up to starts[r + 1]. */
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
  /** Rules whose price is asked: how much more the plan would be worth without them. */
  priced: readonly string[]
}

export type Entries = readonly (readonly [column: number, value: number])[]

/** Puts rows together. */
export class ProgramRows<Rule extends string = string> {
  readonly rows: ProgramRow[] = []
  private readonly starts: number[] = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []

  add(row: ProgramRow & { rule: Rule }, entries: Entries): void {
    this.rows.push(row)
    for (const [column, value] of entries) {
      this.indices.push(column)
      this.values.push(value)
    }
    this.starts.push(this.indices.length)
  }

  /** Of these columns, at most so many together. */
  atMost(rule: Rule, about: readonly string[], upper: number, columns: readonly number[]): void {
    const row = { rule, about, lower: Number.NEGATIVE_INFINITY, upper }
    this.add(
      row,
      columns.map((at) => [at, 1]),
    )
  }

  compressed(): Pick<LinearProgram, 'rows' | 'starts' | 'indices' | 'values'> {
    return {
      rows: this.rows,
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    }
  }
}
