/** Words of saved filters that stay on the server. */
export const filtersServerZhCN = {
  'filters.room': '筛选',
  'audit.filter.saved': '保存筛选',
  'audit.filter.deleted': '删除筛选',
  'audit.columns.hidden': '选择显示的列',
  'audit.noun_columns': '清单的列',
  'audit.field_hidden': '不显示的列',
  'audit.group_filters': '筛选',
  'audit.noun_filter': '筛选',
  'audit.field_list': '清单',
  'audit.field_shared': '共享',
} as const
