/** How a report of pay is published: by the county's leader, then by the city's. */
import type { ApprovalProcess } from '#app/platform/approvals/process.ts'

export const REPORT_PROCESS = 'pay.report'

export const subjectOf = (reportId: string) => `report:${reportId}`
export const reportIdOf = (subject: string) => subject.slice('report:'.length)

const action = 'pay:approve'

export const reportProcess = {
  key: REPORT_PROCESS,
  label: 'pay.report_process',
  steps: [
    { key: 'county', label: 'pay.report_step_county', action, at: 'county' },
    { key: 'city', label: 'pay.report_step_city', action, at: 'prefecture' },
  ],
  readers: 'pay:read',
  href: (subject) => `/pay/reports/${reportIdOf(subject)}`,
} as const satisfies ApprovalProcess
