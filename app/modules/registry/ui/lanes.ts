/** Where a person's units stand on a common scale of years: merges neighbouring periods, gives percents. */
import { daysBetween, type Period, type PlainDate } from '#app/platform/dates.ts'

/** One unit for one period; null where there was none. */
export type UnitPeriod = Period & { unitId: string | null }

export type Stretch = Period & { unitId: string; start: number; length: number; isNow: boolean }

/** The scale: from the first day shown to the last, exclusive. */
export type Scale = { from: PlainDate; to: PlainDate }

/** Periods of the same unit that follow on each other, as one; periods without a unit fall out. */
export function mergeUnits(periods: readonly UnitPeriod[]): (Period & { unitId: string })[] {
  const merged: (Period & { unitId: string })[] = []
  const inOrder = [...periods].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const { unitId, validFrom, validTo } of inOrder) {
    if (unitId === null) continue
    const last = merged.at(-1)
    if (last && last.unitId === unitId && last.validTo !== null && last.validTo === validFrom)
      last.validTo = validTo
    else merged.push({ unitId, validFrom, validTo })
  }
  return merged
}

/** The scale that holds all periods and the day itself; null when there are none. */
export function scaleOf(periods: readonly Period[], day: PlainDate): Scale | null {
  const [first] = periods.map((one) => one.validFrom).sort()
  if (first === undefined) return null
  const from = first < day ? first : day
  const ends = periods.map((one) => one.validTo ?? one.validFrom)
  const to = [...ends, day].sort().at(-1) ?? day
  return { from, to: to > from ? to : addOneYear(from) }
}

function addOneYear(day: PlainDate): PlainDate {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}

/** Where a day lies on the scale, 0 to 100. */
export function percentAt(scale: Scale, day: PlainDate): number {
  const share = daysBetween(scale.from, day) / daysBetween(scale.from, scale.to)
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100
}

/** The stretches of one lane; those that hold on `day` are marked. */
export function stretchesOf(periods: readonly UnitPeriod[], scale: Scale, day: PlainDate): Stretch[] {
  return mergeUnits(periods).map((one) => {
    const start = percentAt(scale, one.validFrom)
    const end = one.validTo === null ? 100 : percentAt(scale, one.validTo)
    const isNow = one.validFrom <= day && (one.validTo === null || day < one.validTo)
    return { ...one, start, length: Math.max(0, end - start), isNow }
  })
}

const wantedTicks = 6

/** Round years along the scale, at most seven of them. */
export function ticksOf(scale: Scale): { label: string; at: number }[] {
  const first = Number(scale.from.slice(0, 4))
  const last = Number(scale.to.slice(0, 4))
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years <= wantedTicks) ?? 20
  const ticks: { label: string; at: number }[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const start = `${year}-01-01`
    if (start >= scale.from) ticks.push({ label: String(year), at: percentAt(scale, start) })
  }
  return ticks
}
