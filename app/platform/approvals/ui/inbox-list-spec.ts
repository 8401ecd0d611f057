/** 待我审批: what waits for the reader, over all rooms. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const inboxList = {
  key: 'approvals',
  path: '/approvals',
  title: 'approval.title',
  columns: {
    title: { label: 'approval.about_whom', primary: true },
    process: { label: 'approval.process', wrap: true },
    step: { label: 'approval.step' },
    school: { label: 'approval.school', wrap: true },
    opened: { label: 'approval.opened_by', hideOnPhone: true },
    due: { label: 'approval.due' },
  },
} as const satisfies ListSpec
