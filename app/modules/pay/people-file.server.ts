/**
 * A bureau's list of civil servants and their pay, a row a person, made into an average: nobody of it is kept. Amounts are of the year,
 * `月数` the months worked of it; of the items only those that count are added.
 */
import { dividedFen, parseYuan } from '#app/platform/money.ts'
import { suggestMapping } from '#app/platform/sheets/match-headings.ts'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import type { SheetProblem } from '#app/platform/sheets/sheet.ts'
import type { BenchmarkParts } from './benchmark.ts'
import { MONTHS, PAY_PARTS, type PayPart } from './codes.ts'

export type CivilItem = {
  id: number
  name: string
  aliases: readonly string[]
  part: PayPart
  counts: boolean
}

/** Fen a head and year, in all and by part; of a list without items there are no parts. */
export type CountedPeople = { fen: bigint; parts: BenchmarkParts; people: number; months: number }

export type PeopleProblem =
  | { code: 'sheet'; problem: SheetProblem }
  | { code: 'columns' }
  | { code: 'row'; rowNumber: number; heading: string; text: string }
  | { code: 'nobody' }

export type PeopleReading = { ok: true; counted: CountedPeople } | { ok: false; problem: PeopleProblem }

const TOTAL = ['年收入合计', '全年合计', '应发合计', '收入合计', '合计', 'total']
const MONTHS_WORKED = ['月数', '发放月数', '工作月数', '在职月数', 'months']

export async function readPeople(bytes: Uint8Array, items: readonly CivilItem[]): Promise<PeopleReading> {
  const opened = await openSheet({ bytes })
  if (!opened.ok) return { ok: false, problem: { code: 'sheet', problem: opened.problem } }
  const { sheet } = opened
  const columns = columnsOf(sheet.headings, items)
  if (columns.amounts.length === 0) return { ok: false, problem: { code: 'columns' } }
  const sums = new Map<PayPart | 'total', bigint>()
  let [people, months] = [0, 0]
  for await (const step of sheet.batches()) {
    if (!step.ok) return { ok: false, problem: { code: 'sheet', problem: step.problem } }
    for (const { rowNumber, cells } of step.rows) {
      const odd = (at: number): PeopleReading => ({
        ok: false,
        problem: {
          code: 'row',
          rowNumber,
          heading: sheet.headings[at] ?? '',
          text: (cells[at] ?? '').slice(0, 40),
        },
      })
      const worked = monthsIn(columns.months === null ? '' : (cells[columns.months] ?? ''))
      if (worked === null) return odd(columns.months ?? 0)
      for (const { at, part } of columns.amounts) {
        const fen = amountIn(cells[at] ?? '')
        if (fen === null) return odd(at)
        if (part) sums.set(part, (sums.get(part) ?? 0n) + fen)
      }
      people += 1
      months += worked
    }
  }
  return people === 0
    ? { ok: false, problem: { code: 'nobody' } }
    : { ok: true, counted: averaged(sums, people, months) }
}

type Amount = { at: number; part: PayPart | 'total' | null }

/** The items where there are any, else their total. An item that does not count is read, so that it is no mistake, and left out. */
function columnsOf(headings: readonly string[], items: readonly CivilItem[]) {
  const found = suggestMapping(headings, [
    { key: 'months', aliases: MONTHS_WORKED },
    ...items.map(({ id, name, aliases }) => ({ key: String(id), aliases: [name, ...aliases] })),
    { key: 'total', aliases: TOTAL },
  ])
  const own = items.flatMap(({ id, part, counts }): Amount[] => {
    const at = found[String(id)] ?? null
    return at === null ? [] : [{ at, part: counts ? part : null }]
  })
  const total = found.total ?? null
  const amounts: Amount[] = own.length > 0 || total === null ? own : [{ at: total, part: 'total' }]
  return { months: found.months ?? null, amounts }
}

/** An empty cell is the whole year. */
function monthsIn(text: string): number | null {
  if (text.trim() === '') return MONTHS
  const plain = text.normalize('NFKC').trim()
  return /^([1-9]|1[0-2])(\.0*)?$/.test(plain) ? Number.parseInt(plain, 10) : null
}

/** An empty cell is nothing paid; nobody is paid less than that in a year. */
function amountIn(text: string): bigint | null {
  if (/^[-—–\s]*$/.test(text)) return 0n
  const fen = parseYuan(text)
  return fen !== null && fen >= 0n ? fen : null
}

/** The parts are rounded so that they add up to the whole. */
function averaged(
  sums: ReadonlyMap<PayPart | 'total', bigint>,
  people: number,
  months: number,
): CountedPeople {
  const average = (fen: bigint) => dividedFen(fen * BigInt(MONTHS), BigInt(months))
  const total = sums.get('total')
  if (total !== undefined) return { fen: average(total), parts: {}, people, months }
  const parts: BenchmarkParts = {}
  let upTo = 0n
  for (const { code } of PAY_PARTS) {
    const before = average(upTo)
    upTo += sums.get(code) ?? 0n
    if (sums.has(code)) parts[code] = average(upTo) - before
  }
  return { fen: average(upTo), parts, people, months }
}
