/**
 * Candidates in the order of their scores: in each phase the mean without the extremes, weighed; ties by rule. Pure and exact: means in
 * hundredths of a point, totals in ten-thousandths.
 */
import type { PlainDate } from '#app/platform/dates.ts'
import { type Scored, scoreOf } from '#app/platform/judging/scoring.ts'

export type Judged = {
  id: string
  /** Hundredths, of judges without a conflict of interest. */
  blind: readonly number[]
  defence: readonly number[]
  headSince: PlainDate
}

/** `blindShare` of a hundred; `least` judges a phase; `trim` at each end. */
export type RankRule = { blindShare: number; least: number; trim: number }

export type Ranked = {
  id: string
  blind: Scored
  defence: Scored
  /** Null as long as scores are missing. */
  total: number | null
}

/**
 * The best first; those whose scores are missing last. Equal totals: the better defence, then the better blind mean, then who has
 * been a head for longer, then the order of their ids.
 */
export function ranked(candidates: readonly Judged[], { blindShare, least, trim }: RankRule): Ranked[] {
  const scored = candidates.map(({ id, headSince, ...given }) => {
    const blind = scoreOf(given.blind, least, trim)
    const defence = scoreOf(given.defence, least, trim)
    const total =
      blind.state === 'scored' && defence.state === 'scored'
        ? blindShare * blind.mean + (100 - blindShare) * defence.mean
        : null
    return { headSince, one: { id, blind, defence, total } satisfies Ranked }
  })
  return scored
    .sort(
      (a, b) =>
        (b.one.total ?? -1) - (a.one.total ?? -1) ||
        meanOf(b.one.defence) - meanOf(a.one.defence) ||
        meanOf(b.one.blind) - meanOf(a.one.blind) ||
        compare(a.headSince, b.headSince) ||
        compare(a.one.id, b.one.id),
    )
    .map(({ one }) => one)
}

const meanOf = (scored: Scored) => (scored.state === 'scored' ? scored.mean : -1)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export type JudgeScore = { judge: string; candidate: string; points: number }
/** `apart`: hundredths, how far a judge is above the mean of the others on the same candidates, on average. */
export type Drift = { judge: string; given: number; apart: number | null }

/** How far each judge is from the others who scored the same candidates; null where nobody else did. */
export function driftOf(scores: readonly JudgeScore[]): Drift[] {
  const byCandidate = new Map<string, JudgeScore[]>()
  for (const one of scores) byCandidate.set(one.candidate, [...(byCandidate.get(one.candidate) ?? []), one])
  return [...new Set(scores.map(({ judge }) => judge))].map((judge) => {
    const own = scores.filter((one) => one.judge === judge)
    const apart = own.flatMap(({ candidate, points }) => {
      const others = (byCandidate.get(candidate) ?? []).filter((one) => one.judge !== judge)
      if (others.length === 0) return []
      return [points - others.reduce((sum, one) => sum + one.points, 0) / others.length]
    })
    const mean =
      apart.length === 0 ? null : Math.round(apart.reduce((sum, one) => sum + one, 0) / apart.length)
    return { judge, given: own.length, apart: mean }
  })
}
