/** The list of calls 征集. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const callList = {
  key: 'studio-calls',
  path: '/studios/calls',
  title: 'call.title',
  columns: {
    title: { label: 'call.name', primary: true, wrap: true },
    bureau: { label: 'call.bureau' },
    window: { label: 'call.window' },
    state: { label: 'call.state' },
    places: { label: 'call.places', align: 'end', hideOnPhone: true },
    sent: { label: 'call.sent', align: 'end' },
  },
} as const satisfies ListSpec
