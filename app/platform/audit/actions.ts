/** What is guarded about the trail, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const auditActions = {
  'audit:read': ['administrator', 'registrar', 'inspector'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof auditActions, true> {}
}
