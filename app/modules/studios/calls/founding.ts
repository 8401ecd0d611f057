/** How studios are founded: every home school vouches, the bureau that called decides; then the public notice. */
import type { ApprovalProcess } from '#app/platform/approvals/process.ts'

export const FOUNDING_PROCESS = 'studios.founding'

export const subjectOf = (callId: string) => `studio_call:${callId}`
export const callIdOf = (subject: string) => subject.slice('studio_call:'.length)

const action = 'studios:approve'

export const foundingProcess = {
  key: FOUNDING_PROCESS,
  label: 'studios.process',
  steps: [
    { key: 'school', label: 'studios.step_school', action, at: 'each' },
    { key: 'bureau', label: 'studios.step_bureau', action, at: 'own' },
  ],
  readers: 'studios:read',
  href: (subject) => `/studios/calls/${callIdOf(subject)}`,
} as const satisfies ApprovalProcess
