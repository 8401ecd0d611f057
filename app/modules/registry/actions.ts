/** What is guarded in the registry, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const registryActions = {
  'organisation:read': ['administrator', 'registrar', 'school_office', 'leader', 'inspector'],
  'organisation:manage': ['administrator', 'registrar'],
  'staff:read': ['administrator', 'registrar', 'school_office', 'leader', 'inspector'],
  'staff:write': ['registrar', 'school_office'],
  'staff:correct': ['registrar'],
  'staff:export': ['registrar', 'school_office', 'leader', 'inspector'],
  'staff:import': ['registrar'],
  'identity:reveal': ['registrar'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof registryActions, true> {}
}
