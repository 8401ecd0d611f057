/** Says what civil servants of a county got in a year on average 公务员平均工资收入: each word is kept, the latest holds. On `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PayBenchmark, PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { attach, checkFile, type ReceivedFile } from '#app/platform/files/attachment.server.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { type BenchmarkParts, benchmarkProblem, isSameBenchmark, keptParts, readParts } from './benchmark.ts'
import type { BenchmarkState, PayPart } from './codes.ts'
import { PAPER_KIND, PAPER_MOST_BYTES } from './paper.ts'

export const BENCHMARK_REFUSALS = [
  'not_found',
  'not_allowed',
  'no_amount',
  'year_ahead',
  'final_early',
  'parts_differ',
  'people_few',
  'same',
  'paper_too_large',
  'paper_kind',
  'paper_pixels',
] as const
export type BenchmarkRefusal = (typeof BENCHMARK_REFUSALS)[number]

const refuse: Refuse<BenchmarkRefusal> = refuseAct

export type BenchmarkWish = {
  countyId: string
  year: number
  state: BenchmarkState
  /** A head and year, on the items that count. */
  fen: number | null
  /** Fen of each part, where all are known. */
  parts: Partial<Record<PayPart, number>>
  documentNo: string
  note: string | null
  /** From when they get it; null is from the year's first day on. */
  effectiveOn: PlainDate | null
  /** The document itself; null where none is handed in. */
  paper: ReceivedFile | null
  /** The list that it was counted of; null where it was typed. Nobody of the list is kept. */
  counted: { people: number; fileSha256: string } | null
}

/** Another version of what is said of a county and year (`benchmark.ts`); none is ever changed. */
export function setBenchmark(
  db: PrismaClient,
  actor: Actor,
  wish: BenchmarkWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, BenchmarkRefusal>> {
  const { countyId, year, state, fen, documentNo, note, paper, counted } = wish
  return perform(db, actor, {
    name: 'setBenchmark',
    input: wish,
    async lock(tx) {
      const county = await tx.organisation.findFirst({
        where: { id: countyId, kind: { in: ['county', 'zone'] } },
        select: { id: true, lineage: true },
      })
      if (!county) return refuse('not_found')
      if (!can(actor, 'pay:set', county)) refuse('not_allowed')
      // Two words at once get numbers one after the other.
      await tx.$queryRaw`select id from organisation where id = ${countyId}::uuid for no key update`
      return tx.payBenchmark.findFirst({ where: { countyId, year }, orderBy: { version: 'desc' } })
    },
    async write(tx, before) {
      const figure = { year, state, documentNo, fen: BigInt(fen ?? 0), parts: wholeParts(wish.parts) }
      const problem = benchmarkProblem(figure, today)
      if (problem) refuse(problem)
      if (before && isSameBenchmark(standingFigure(before), figure)) refuse('same')
      if (counted) {
        const least = (await policiesAt(tx, countyId, today)).use('pay.least_group').value
        if (counted.people < least) refuse('people_few', { least })
      }
      const kept = await keepPaper(tx, actor, countyId, paper)
      const id = newId()
      await tx.payBenchmark.create({
        data: {
          ...{ id, countyId, year, state, documentNo, note, source: counted ? 'people' : 'typed' },
          people: counted?.people ?? null,
          ...{ fen: figure.fen, parts: keptParts(figure.parts) },
          version: (before?.version ?? 0) + 1,
          effectiveOn: toDbDate(wish.effectiveOn ?? `${year}-01-01`),
          paperId: kept?.id ?? null,
          ...{ setById: actor.accountId, setByName: actor.displayName },
        },
      })
      const event = {
        ...{ action: 'pay.benchmark_set', organisationId: countyId, subject: `pay_benchmark:${id}` },
        after: {
          year,
          state,
          documentNo,
          ...counted,
          ...(kept && { file: kept.name, fileSha256: kept.sha256 }),
        },
      }
      return { done: { id }, events: [event] }
    },
  })
}

function wholeParts(parts: BenchmarkWish['parts']): BenchmarkParts {
  return Object.fromEntries(Object.entries(parts).map(([part, fen]) => [part, BigInt(fen)]))
}

const standingFigure = (kept: PayBenchmark) => ({
  ...kept,
  ...{ state: kept.state as BenchmarkState, parts: readParts(kept.parts) },
})

/** The document is a PDF, JPEG or PNG; none is none. */
async function keepPaper(tx: Db, actor: Actor, countyId: string, paper: ReceivedFile | null) {
  const checked = checkFile(paper, PAPER_MOST_BYTES)
  if (!checked.ok && checked.problem !== 'missing') return refuse(`paper_${checked.problem}`)
  if (!paper || !checked.ok) return null
  const facts = { kind: PAPER_KIND, organisationId: countyId, personId: null, addedById: actor.accountId }
  return attach(tx, { ...paper, type: checked.type }, facts)
}
