/** What is guarded in exchange, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const exchangeActions = {
  'exchange:read': ['registrar', 'school_office', 'leader', 'inspector'],
  'exchange:exempt': ['registrar', 'school_office'],
  /** Posts of a host school in a round. */
  'exchange:offer': ['registrar', 'school_office'],
  /** A plan, at every school that sends, the county and the city. */
  'exchange:approve': ['leader'],
  /** What a host school has to say of who is posted there: arrival, duties, assessment. */
  'exchange:host': ['school_office', 'leader'],
  /** A county's round itself: opening, signing off, moving on. */
  'exchange:round': ['registrar'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof exchangeActions, true> {}
}
