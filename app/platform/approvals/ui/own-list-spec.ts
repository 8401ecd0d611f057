/** 我发起的: what the reader has opened, over all rooms. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const ownCasesList = {
  key: 'own-cases',
  path: '/approvals/mine',
  title: 'approval.mine',
  columns: {
    title: { label: 'approval.about_whom', primary: true },
    process: { label: 'approval.process', wrap: true },
    state: { label: 'approval.state' },
    school: { label: 'approval.school', wrap: true },
    opened: { label: 'approval.opened_at', hideOnPhone: true },
    decided: { label: 'approval.decided_at', hideOnPhone: true },
  },
} as const satisfies ListSpec
