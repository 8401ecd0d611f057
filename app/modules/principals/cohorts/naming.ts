/** How a list of 名校长 candidates stands: the bureau's leader decides; then the public notice. */
import type { ApprovalProcess } from '#app/platform/approvals/process.ts'

export const LIST_PROCESS = 'principals.list'

export const subjectOf = (cohortId: string) => `principal_cohort:${cohortId}`
export const cohortIdOf = (subject: string) => subject.slice('principal_cohort:'.length)

export const listProcess = {
  key: LIST_PROCESS,
  label: 'principals.process',
  steps: [{ key: 'bureau', label: 'principals.step_bureau', action: 'principals:approve', at: 'own' }],
  readers: 'principals:read',
  href: (subject) => `/principals/cohorts/${cohortIdOf(subject)}`,
} as const satisfies ApprovalProcess
