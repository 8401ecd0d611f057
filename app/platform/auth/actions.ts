/** What is guarded about accounts, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const accountActions = {
  'account:read': ['administrator', 'inspector'],
  'account:manage': ['administrator'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof accountActions, true> {}
}
