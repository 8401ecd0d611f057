/** What is guarded in training, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const trainingActions = {
  'training:read': ['registrar', 'school_office', 'leader', 'inspector'],
  /** Approving, returning and taking back what the teachers of a school report. */
  'training:check': ['school_office', 'leader', 'registrar'],
  /** Looking again, by chance, at what schools approved. */
  'training:sample': ['registrar'],
  /** Hours that a platform or provider tells, in a file. */
  'training:import': ['registrar'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof trainingActions, true> {}
}
