/** Words of saved filters that stay on the server. */
import type { filtersServerZhCN } from './server-words.zh-CN.ts'

export const filtersServerEn: Record<keyof typeof filtersServerZhCN, string> = {
  'filters.room': 'Filters',
  'audit.filter.saved': 'Saved a filter',
  'audit.filter.deleted': 'Deleted a filter',
  'audit.columns.hidden': 'Chose the columns of a list',
  'audit.noun_columns': 'Columns of a list',
  'audit.field_hidden': 'Hidden columns',
  'audit.group_filters': 'Filters',
  'audit.noun_filter': 'Filter',
  'audit.field_list': 'List',
  'audit.field_shared': 'Shared',
}
