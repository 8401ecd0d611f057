/** What the page of where schools lie says. */
import type { placesZhCN } from './places.zh-CN.ts'

export const placesEn = {
  'place.title': 'Where schools lie',
  'place.about':
    'A plan keeps journeys short, as the crow flies; of schools without a place no distance counts.',
  'place.school': 'School',
  'place.code': 'Code',
  'place.county': 'County',
  'place.latitude': 'Latitude',
  'place.longitude': 'Longitude',
  'place.known': 'Place',
  'place.none': 'No school is like that',
  'place.new': 'Tell places',
  'place.new_about':
    'Paste rows of a sheet: a school a line, its code or name first, its latitude and longitude last. What is told now holds.',
  'place.saved': 'The places of {{count}} schools are saved.',
  'place.error_lines_refused': 'Nothing is saved until these lines are right:\n{{lines}}',
  'place.error_no_lines': 'There is no line to save',
} satisfies Record<keyof typeof placesZhCN, string>
