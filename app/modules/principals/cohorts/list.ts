/** The list of a cohort: who is proposed for its places, by rank, with those places that are kept for stages and rural schools. Pure. */
import type { Share } from './cohort.ts'

/** In the order of rank. */
export type Rankable = { id: string; stage: string; isRural: boolean }

/**
 * `rank`: by score alone. `by`: why somebody is where they are: their rank, a place kept for their stage or for rural schools, a place kept
 * for others that their rank would have reached, or not reached.
 */
export type Listed = {
  id: string
  rank: number
  isProposed: boolean
  by: 'rank' | 'stage' | 'rural' | 'kept' | 'beyond'
}

type Needs = { stages: ReadonlyMap<string, number>; rural: number }

/**
 * The proposed in the order of rank, then the others. Somebody is proposed as long as the places left are enough for what is kept; what
 * too few candidates are there for goes to all.
 */
export function listOf(ranked: readonly Rankable[], places: number, shares: readonly Share[]): Listed[] {
  let needs = neededOf(ranked, shares)
  let free = places
  const listed = ranked.map((one, at): Listed => {
    const rank = at + 1
    const after = met(needs, one)
    const isProposed = free > 0 && free - 1 >= seatsFor(after, ranked.slice(rank))
    const helps = seatsFor(after, ranked.slice(rank)) < seatsFor(needs, ranked.slice(at))
    const isOfStage = (needs.stages.get(one.stage) ?? 0) > 0
    if (isProposed) {
      needs = after
      free -= 1
    }
    const reached = rank <= places
    const by = isProposed
      ? reached || !helps
        ? 'rank'
        : isOfStage
          ? 'stage'
          : 'rural'
      : reached
        ? 'kept'
        : 'beyond'
    return { id: one.id, rank, isProposed, by }
  })
  return [...listed.filter((one) => one.isProposed), ...listed.filter((one) => !one.isProposed)]
}

/** What is kept, as far as there are candidates for it. */
function neededOf(candidates: readonly Rankable[], shares: readonly Share[]): Needs {
  const count = (fits: (one: Rankable) => boolean) => candidates.filter(fits).length
  const stages = shares.filter(({ kind }) => kind === 'stage')
  const rural = shares.find(({ kind }) => kind === 'rural')?.places ?? 0
  return {
    stages: new Map(
      stages.map(({ code, places }) => [
        code,
        Math.min(
          places,
          count(({ stage }) => stage === code),
        ),
      ]),
    ),
    rural: Math.min(
      rural,
      count(({ isRural }) => isRural),
    ),
  }
}

function met({ stages, rural }: Needs, { stage, isRural }: Rankable): Needs {
  const left = Math.max((stages.get(stage) ?? 0) - 1, 0)
  return { stages: new Map(stages).set(stage, left), rural: isRural ? Math.max(rural - 1, 0) : rural }
}

/** The fewest places that hold what is still kept: a rural candidate of a stage serves both. */
function seatsFor({ stages, rural }: Needs, left: readonly Rankable[]): number {
  let seats = 0
  let both = 0
  for (const [stage, need] of stages) {
    seats += need
    both += Math.min(need, left.filter((one) => one.stage === stage && one.isRural).length)
  }
  return seats + Math.max(rural - both, 0)
}
