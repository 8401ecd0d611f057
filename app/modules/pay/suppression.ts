/**
 * Which figures of small groups are left out 小组抑制, so that nobody's pay can be told: those of fewer people than the least group, and
 * as many others as it takes that none of them is what is left when published ones are taken from their sums. Rows are counties,
 * columns the parts of one dimension; sums of rows, of columns and of all are figures too. Pure.
 *
 * A table with its sums is a graph: rows and columns are its nodes, a figure joins its row and its column, and at each node the
 * published ones are known. A figure that is left out can be told exactly where no way round leads from its row to its column
 * over others that are left out.
 */

/** People of a row and column; SUM stands for all rows, or all columns. */
export type GroupCell = { row: string; column: string; people: number }

export const SUM = ''

export const keyOf = ({ row, column }: { row: string; column: string }) => `${row} ${column}`

/** The keys of what is not shown, of cells without their sums. */
export function suppressed(cells: readonly GroupCell[], least: number): Set<string> {
  const figures = withSums(cells).filter(({ people }) => people > 0)
  const hidden = new Set(figures.filter(({ people }) => people < least).map(keyOf))
  for (let more = [...hidden]; more.length > 0; ) {
    more = nextToHide(figures, hidden, least)
    for (const key of more) hidden.add(key)
  }
  return hidden
}

/** The cells, and the sums of their rows, of their columns, and of all. */
export function withSums(cells: readonly GroupCell[]): GroupCell[] {
  const sums = new Map<string, GroupCell>()
  for (const { row, column, people } of cells) {
    for (const at of [
      { row, column: SUM },
      { row: SUM, column },
      { row: SUM, column: SUM },
    ]) {
      const sum = sums.get(keyOf(at)) ?? { ...at, people: 0 }
      sums.set(keyOf(at), { ...sum, people: sum.people + people })
    }
  }
  return [...cells, ...sums.values()]
}

/** What has to go for one that could be told: a way round it, or another where hidden ones are few together. Nothing is enough. */
function nextToHide(figures: readonly GroupCell[], hidden: ReadonlySet<string>, least: number): string[] {
  const gone = figures.filter((one) => hidden.has(keyOf(one)))
  for (const figure of gone.filter(({ people }) => people < least)) {
    const others = figures.filter((one) => one !== figure)
    const way = wayRound(figure, others, hidden) ?? []
    const fresh = way.map(keyOf).filter((key) => !hidden.has(key))
    if (fresh.length > 0) return fresh
  }
  for (const side of ['row', 'column'] as const) {
    for (const name of new Set(gone.map((one) => one[side]))) {
      const parts = gone.filter((one) => one[side] === name)
      if (parts.reduce((sum, { people }) => sum + people, 0) >= least) continue
      const next = figures
        .filter((one) => one[side] === name && !hidden.has(keyOf(one)))
        .sort((a, b) => costOf(a, hidden) - costOf(b, hidden))[0]
      if (next) return [keyOf(next)]
    }
  }
  return []
}

/** Sums are what people look for: they go last. */
const SUM_COSTS = 1_000_000

const costOf = (figure: GroupCell, hidden: ReadonlySet<string>) =>
  hidden.has(keyOf(figure))
    ? 0
    : figure.people + (figure.row === SUM || figure.column === SUM ? SUM_COSTS : 0)

/** The figures that lead from its row to its column and cost least; null where none do. */
function wayRound(
  figure: GroupCell,
  others: readonly GroupCell[],
  hidden: ReadonlySet<string>,
): GroupCell[] | null {
  const [start, goal] = [`row ${figure.row}`, `column ${figure.column}`]
  const ways = new Map<string, { cost: number; figures: GroupCell[] }>([[start, { cost: 0, figures: [] }]])
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const one of others) {
      const ends = [`row ${one.row}`, `column ${one.column}`]
      for (const [from = '', to = ''] of [ends, [...ends].reverse()]) {
        const way = ways.get(from)
        const cost = (way?.cost ?? Number.POSITIVE_INFINITY) + costOf(one, hidden)
        if (!way || cost >= (ways.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue
        ways.set(to, { cost, figures: [...way.figures, one] })
        isBetter = true
      }
    }
  }
  return ways.get(goal)?.figures ?? null
}
