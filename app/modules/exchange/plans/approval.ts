/** How a plan is approved: by every school that sends somebody, the county, the city; then the public notice. */
import type { ApprovalProcess } from '#app/platform/approvals/process.ts'

export const PLAN_PROCESS = 'exchange.plan'

/** A case is about the round, whose chosen plan may be replaced by another while it runs. */
export const subjectOf = (roundId: string) => `round:${roundId}`
export const roundIdOf = (subject: string) => subject.slice('round:'.length)

const action = 'exchange:approve'

export const planProcess = {
  key: PLAN_PROCESS,
  label: 'plan.process',
  steps: [
    { key: 'school', label: 'plan.step_school', action, at: 'each' },
    { key: 'county', label: 'plan.step_county', action, at: 'county' },
    { key: 'city', label: 'plan.step_city', action, at: 'prefecture' },
  ],
  readers: 'exchange:read',
  href: (subject) => `/exchange/rounds/${roundIdOf(subject)}`,
} as const satisfies ApprovalProcess
