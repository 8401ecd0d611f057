/** Where a studio stands in its term. Pure; plain days, half open. */
import type { PlainDate } from '#app/platform/dates.ts'

export const STUDIO_PHASES = ['standing', 'ahead', 'ended'] as const
export type StudioPhase = (typeof STUDIO_PHASES)[number]

export type StudioTerm = { validFrom: PlainDate; validTo: PlainDate; dissolvedOn: PlainDate | null }

export function phaseOf({ validFrom, validTo, dissolvedOn }: StudioTerm, day: PlainDate): StudioPhase {
  if (day >= (dissolvedOn ?? validTo)) return 'ended'
  return day < validFrom ? 'ahead' : 'standing'
}
