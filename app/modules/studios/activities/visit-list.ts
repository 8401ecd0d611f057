/** The list of visits 送教到校: what studios ask of a school, plan at it, and held there. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const visitList = {
  key: 'studio-visits',
  path: '/studios/visits',
  title: 'visit.title',
  columns: {
    title: { label: 'activity.title', primary: true, wrap: true },
    when: { label: 'activity.when' },
    studio: { label: 'studio.name', wrap: true },
    kind: { label: 'activity.kind' },
    host: { label: 'activity.host', wrap: true, hideOnPhone: true },
    state: { label: 'studio.state' },
  },
} as const satisfies ListSpec
