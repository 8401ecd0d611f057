/** The list of where schools lie 学校位置. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const placeList = {
  key: 'school-places',
  path: '/exchange/places',
  title: 'place.title',
  columns: {
    name: { label: 'place.school', primary: true },
    code: { label: 'place.code', hideOnPhone: true },
    county: { label: 'place.county' },
    latitude: { label: 'place.latitude', align: 'end' },
    longitude: { label: 'place.longitude', align: 'end' },
  },
} as const satisfies ListSpec
