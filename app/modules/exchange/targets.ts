/**
 * The yearly target 年度目标: of those who are due a set share goes, and of those who go a set share are backbone teachers.
 * Source: 义务教育基本均衡督导评估 (10% and 20%), domain-sources 4.3 and 4.4.
 */

/** One county in one school year, counted. */
export type TargetFigures = {
  placeId: string
  schoolYear: number
  /** Met the conditions on 1 September, those who went among them. */
  due: number
  exempt: number
  deferred: number
  /** Reach the years within the twelve months before 1 September, among the due. */
  newlyDue: number
  /** Of those in the scope, reach the statutory age within the school year. */
  retiring: number
  gone: number
  goneBackbone: number
}

export type Standing = {
  /** How many are to go: the share of the due, rounded up. */
  target: number
  /** Gone against due; null where nobody is due. */
  share: number | null
  isReached: boolean
  /** Backbone teachers among those gone; null while nobody has gone. */
  backboneShare: number | null
  isBackboneReached: boolean
  /** How many more are to go. */
  missing: number
}

/** How many are to go of so many: rounded up. A tenth of 30 is 3, also where 30 × 0.1 comes out a little above it. */
export function targetOf(due: number, share: number): number {
  return Math.ceil(Math.round(due * share * 1e6) / 1e6)
}

/** Where a county stands. Shares are fractions of one. */
export function standingOf(
  { due, gone, goneBackbone }: Pick<TargetFigures, 'due' | 'gone' | 'goneBackbone'>,
  shares: { target: number; backbone: number },
): Standing {
  const target = targetOf(due, shares.target)
  const backboneShare = gone === 0 ? null : goneBackbone / gone
  return {
    target,
    share: due === 0 ? null : gone / due,
    isReached: gone >= target,
    backboneShare,
    isBackboneReached: backboneShare !== null && backboneShare >= shares.backbone,
    missing: Math.max(0, target - gone),
  }
}

/** The sum of one column. */
export function total<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
