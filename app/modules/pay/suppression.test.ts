import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupCell, keyOf, suppressed, withSums } from './suppression.ts'

const tableOf = (numbers: readonly (readonly number[])[]): GroupCell[] =>
  numbers.flatMap((row, r) => row.map((people, c) => ({ row: `r${r}`, column: `c${c}`, people })))

const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

/** The rank of the equations that sums of rows and columns are in the hidden cells, with one more equation or without. */
function rank(equations: number[][]): number {
  const left = equations.map((one) => [...one])
  let found = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const swapped = left[found]
    left[found] = left[pivot] as number[]
    left[pivot] = swapped as number[]
    const own = left[found] as number[]
    left.forEach((row, at) => {
      if (at === found) return
      const times = (row[column] ?? 0) / (own[column] ?? 1)
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) - times * (own[k] ?? 0)
    })
    found++
  }
  return found
}

/** Whether the published figures tell this sum of hidden ones: at each row and column the parts less the sum are nothing. */
function isTold(hidden: readonly GroupCell[], wanted: (cell: GroupCell) => boolean): boolean {
  const nodes = [...new Set(hidden.flatMap(({ row, column }) => [`row ${row}`, `column ${column}`]))]
  const equations = nodes.map((node) =>
    hidden.map(({ row, column }) => {
      if (node === `row ${row}`) return column === '' ? -1 : 1
      if (node === `column ${column}`) return row === '' ? -1 : 1
      return 0
    }),
  )
  return rank(equations) === rank([...equations, hidden.map((cell) => (wanted(cell) ? 1 : 0))])
}

test('every group of fewer than five is left out, and an empty one is not there', () => {
  fc.assert(
    fc.property(tables, (numbers) => {
      const cells = withSums(tableOf(numbers))
      const hidden = suppressed(tableOf(numbers), 5)
      for (const cell of cells) {
        if (cell.people > 0 && cell.people < 5) expect(hidden.has(keyOf(cell))).toBe(true)
        if (cell.people === 0) expect(hidden.has(keyOf(cell))).toBe(false)
      }
    }),
  )
})

test('no published figures and sums give back one of fewer than five', () => {
  fc.assert(
    fc.property(tables, (numbers) => {
      const keys = suppressed(tableOf(numbers), 5)
      const hidden = withSums(tableOf(numbers)).filter((cell) => keys.has(keyOf(cell)))
      // Where everything there is has to go, nothing is published that could tell.
      const all = withSums(tableOf(numbers)).filter(({ people }) => people > 0)
      if (hidden.length === all.length) return
      for (const cell of hidden.filter(({ people }) => people < 5))
        expect(
          isTold(hidden, (one) => one === cell),
          keyOf(cell),
        ).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

test('hides no more than it must where nobody is few', () => {
  expect(
    suppressed(
      tableOf([
        [10, 20],
        [30, 5],
      ]),
      5,
    ),
  ).toEqual(new Set())
})

test('one of few takes the smallest that close a way round', () => {
  const cells = tableOf([
    [3, 20, 30],
    [40, 9, 60],
  ])
  expect(suppressed(cells, 5)).toEqual(new Set(['r0 c0', 'r0 c1', 'r1 c0', 'r1 c1']))
})
