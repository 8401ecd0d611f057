/** The list of studios 名师工作室. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const studioList = {
  key: 'studios',
  path: '/studios',
  title: 'studios.title',
  columns: {
    name: { label: 'studio.name', primary: true, wrap: true },
    leader: { label: 'studio.leader' },
    school: { label: 'studio.school', wrap: true },
    teaching: { label: 'studio.teaching' },
    tier: { label: 'studio.tier', hideOnPhone: true },
    until: { label: 'studio.until', hideOnPhone: true },
    members: { label: 'studio.members', align: 'end' },
    state: { label: 'studio.state' },
  },
} as const satisfies ListSpec
