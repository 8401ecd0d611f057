/** The list of the trail's entries 操作记录. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const trailList = {
  key: 'audit',
  path: '/audit',
  title: 'audit.title',
  columns: {
    what: { label: 'audit.what', primary: true },
    about: { label: 'audit.subject', wrap: true },
    organisation: { label: 'audit.organisation', wrap: true },
    who: { label: 'audit.who', wrap: true },
    at: { label: 'audit.at' },
    reason: { label: 'audit.reason', wrap: true },
  },
} as const satisfies ListSpec
