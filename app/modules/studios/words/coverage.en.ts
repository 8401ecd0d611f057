/** Words of the pages of coverage and proposals. */
import type { studioCoverageZhCN } from './coverage.zh-CN.ts'

export const studioCoverageEn: Record<keyof typeof studioCoverageZhCN, string> = {
  'coverage.title': 'Outreach coverage',
  'coverage.school': 'School',
  'coverage.county': 'County',
  'coverage.kind': 'Kind',
  'coverage.km': 'Distance (km)',
  'coverage.got': 'Visits',
  'coverage.missing': 'Missing',
  'coverage.stage': 'Stage',
  'coverage.near': 'From the studio',
  'coverage.least_first': 'Any distance, the least served first',
  'coverage.by': 'Columns',
  'coverage.by_subject': 'By subject',
  'coverage.any': 'Any',
  'coverage.filter': 'Filter',
  'coverage.apply': 'Show',
  'coverage.clear': 'Clear',
  'coverage.pages': 'Pages',
  'coverage.first': 'First page',
  'coverage.previous': 'Previous page',
  'coverage.next': 'Next page',
  'coverage.none': 'No rural, weak or small schools',
  'coverage.none_about':
    'Place types and the designations weak and small are told with the organisation; schools are shown here then.',
}
