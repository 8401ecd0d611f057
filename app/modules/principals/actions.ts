/** What is guarded in the principal pipeline, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const principalActions = {
  /** Cohorts, and the candidates of one's reach. */
  'principals:read': ['registrar', 'leader', 'inspector'],
  /** Cohorts of one's own bureau: calling, judges, the list; who leaves. */
  'principals:run': ['registrar'],
  /** The county's word on its candidates. */
  'principals:recommend': ['registrar'],
  /** The word by which a list stands. */
  'principals:approve': ['leader'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof principalActions, true> {}
}
