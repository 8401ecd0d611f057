/** What is guarded about settings, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const policyActions = {
  'policy:read': ['registrar', 'school_office', 'leader', 'inspector'],
  'policy:manage': ['registrar'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof policyActions, true> {}
}
