/** What is guarded in pay, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const payActions = {
  /** Averages, ratios and benchmarks of counties: nobody's own pay. */
  'pay:read': ['registrar', 'leader', 'inspector'],
  /** What was paid to whom, of one's own county or school; the city sees nobody (access.ts). Each look is audited. */
  'pay:person': ['registrar', 'school_office'],
  /** Which people of a county count for how many months; no amounts. Only where `pay:person` reaches the county too. */
  'pay:rows': ['registrar'],
  'pay:import': ['registrar'],
  /** Which items count, and what civil servants get. */
  'pay:set': ['registrar'],
  /** The word by which a report is published. */
  'pay:approve': ['leader'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof payActions, true> {}
}
