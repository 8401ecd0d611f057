/**
 * What an outside feed says of benchmarks, read whole or refused whole: its shape, counties that are there, each county and year once,
 * no leap that nobody would believe. Pure: text and what stands in; words or the reason out.
 */
import { z } from 'zod'
import type { PlainDate } from '#app/platform/dates.ts'
import { parseYuan } from '#app/platform/money.ts'
import {
  type BenchmarkFigure,
  type BenchmarkProblem,
  benchmarkProblem,
  isSameBenchmark,
} from '../benchmark.ts'
import { BENCHMARK_STATES, PAY_PARTS } from '../codes.ts'

const yuan = z
  .string()
  .max(20)
  .transform((text, context) => {
    const fen = parseYuan(text)
    if (fen !== null && fen >= 0n) return fen
    context.issues.push({ code: 'custom', message: 'an amount in yuan, as text', input: text })
    return z.NEVER
  })

const day = z.iso.date()

/** One line of text that the database takes. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

const document = z.strictObject({
  schema: z.literal('shizi.benchmarks/1'),
  benchmarks: z
    .array(
      z.strictObject({
        county: line(20),
        year: z.int().min(1990).max(2100),
        state: z.enum(BENCHMARK_STATES),
        average: yuan,
        document: line(200),
        effectiveFrom: day.optional(),
        parts: z.partialRecord(z.enum(PAY_PARTS.map(({ code }) => code)), yuan).default({}),
      }),
    )
    .min(1)
    .max(2_000),
})

/** What the feed says of a county and year, that is not yet known. */
export type FeedWord = BenchmarkFigure & {
  countyId: string
  documentNo: string
  effectiveOn: PlainDate
}

export type FeedProblem =
  | BenchmarkProblem
  | 'not_json'
  | 'not_understood'
  | 'county_unknown'
  | 'twice'
  | 'back_to_forecast'
  | 'leap'

export type FeedReading =
  | { ok: true; words: FeedWord[] }
  | { ok: false; problem: FeedProblem; detail: { where: string } }

/** The latest word on a county and year. */
export type StandingWord = BenchmarkFigure & { countyId: string; documentNo: string }

/** What a feed is read against. `leap`: the share by which a county may move between two words, or two years. */
export type FeedWorld = {
  counties: readonly { id: string; code: string }[]
  standing: readonly StandingWord[]
  leap: (countyId: string) => number
  today: PlainDate
}

export function readFeed(text: string, world: FeedWorld): FeedReading {
  const refuse = (problem: FeedProblem, where: string): FeedReading => ({
    ok: false,
    problem,
    detail: { where },
  })
  const json = parsed(text)
  if (json === undefined) return refuse('not_json', '')
  const read = document.safeParse(json)
  if (!read.success) return refuse('not_understood', (read.error.issues[0]?.path ?? []).join('.'))
  const words: FeedWord[] = []
  const seen = new Map<string, FeedWord>()
  for (const { county: code, average: fen, document: documentNo, effectiveFrom, ...rest } of read.data
    .benchmarks) {
    const where = `${code} ${rest.year}`
    const county = world.counties.find((one) => one.code === code)
    if (!county) return refuse('county_unknown', where)
    const effectiveOn = effectiveFrom ?? `${rest.year}-01-01`
    const word = { ...rest, fen, countyId: county.id, documentNo, effectiveOn }
    if (seen.has(where)) return refuse('twice', where)
    seen.set(where, word)
    const problem = benchmarkProblem(word, world.today) ?? oddBeside(word, world)
    if (problem) return refuse(problem, where)
    const stands = standingOf(world, word.countyId, word.year)
    if (!stands || !isSameBenchmark(stands, word)) words.push(word)
  }
  return { ok: true, words }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const standingOf = ({ standing }: FeedWorld, countyId: string, year: number) =>
  standing.find((one) => one.countyId === countyId && one.year === year)

/** Beside what stands of the county: of the same year, else of the year before. */
function oddBeside(word: FeedWord, world: FeedWorld): FeedProblem | null {
  const same = standingOf(world, word.countyId, word.year)
  if (same?.state === 'final' && word.state === 'provisional') return 'back_to_forecast'
  const before = same ?? standingOf(world, word.countyId, word.year - 1)
  if (!before) return null
  const moved = Math.abs(Number(word.fen - before.fen)) / Number(before.fen)
  return moved > world.leap(word.countyId) ? 'leap' : null
}
