/**
 * What a report keeps: figures, and everything they were made of, in codes rather than words, so that it reads in either language as
 * long as it stands. Money is whole fen, written as text.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BENCHMARK_STATES, NOT_COUNTED, PAY_DIMENSIONS, PAY_PARTS } from '../codes.ts'
import { PARITY_STATES } from '../parity.ts'

/** Counts up whenever the same data would give other figures. */
export const METHOD_VERSION = 1

const fen = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt)
const maybeFen = fen.nullable()

const answer = z.object({
  state: z.enum(PARITY_STATES),
  average: maybeFen,
  benchmark: maybeFen,
  ratio: z.number().nullable(),
})

const stored = z.object({
  method: z.number().int(),
  countyName: z.string(),
  settings: z.object({ duty: z.number(), amber: z.number(), least: z.number() }),
  parity: answer.extend({
    ...{ fen, months: z.number(), people: z.number(), gap: maybeFen, gapInAll: maybeFen },
  }),
  benchmark: z
    .object({
      ...{ version: z.number(), state: z.enum(BENCHMARK_STATES), documentNo: z.string() },
      ...{ setByName: z.string(), setOn: z.string() },
    })
    .nullable(),
  items: z.array(
    z.object({
      ...{ code: z.string(), part: z.enum(PAY_PARTS.map(({ code }) => code)), name: z.string() },
      ...{ nameEn: z.string(), fen, counts: z.boolean(), from: z.enum(['default', 'prefecture', 'county']) },
      ...{ fromYear: z.number(), reason: z.string(), documentNo: z.string().nullable() },
    }),
  ),
  trend: z.array(answer.extend({ year: z.number() })),
  groups: z.array(
    z.object({
      dimension: z.enum(PAY_DIMENSIONS),
      lines: z.array(
        z.object({
          value: z.string(),
          shown: z.object({ people: z.number(), months: z.number(), fen }).nullable(),
        }),
      ),
    }),
  ),
  quality: z.object({
    notCounted: z.array(z.object({ why: z.enum(NOT_COUNTED), people: z.number(), months: z.number() })),
    /** Months of the year without any pay; none where it is paid as a whole. */
    without: z.array(z.number()),
    reversed: z.number(),
    waiting: z.number(),
    /** Whether the sums were counted again from the slips, and were the same. */
    recounted: z.boolean().default(false),
  }),
})

export type StoredReport = z.output<typeof stored>

/** The answer alone. */
export const readAnswer = (parity: unknown): StoredReport['parity'] => stored.shape.parity.parse(parity)

/** As the database keeps it, with the hash of it. */
export function keptReport(report: StoredReport) {
  const written = JSON.stringify(report, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  return { figures: JSON.parse(written), contentHash: createHash('sha256').update(written).digest('hex') }
}

/** Throws for what no version of Shizi has written. */
export const readReport = (figures: unknown): StoredReport => stored.parse(figures)
