/** The list of rounds 轮次. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const roundList = {
  key: 'rounds',
  path: '/exchange/rounds',
  title: 'round.title',
  columns: {
    county: { label: 'round.county', primary: true },
    year: { label: 'round.year' },
    state: { label: 'round.state' },
    until: { label: 'round.window' },
    needs: { label: 'round.needs', align: 'end', hideOnPhone: true },
    places: { label: 'round.places', align: 'end' },
    volunteers: { label: 'round.volunteers', align: 'end' },
  },
} as const satisfies ListSpec
