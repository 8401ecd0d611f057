/** 交流统计的页面用语。 */
export const statisticsZhCN = {
  'statistics.title': '交流统计',
  'statistics.about': '按交流任职开始的学年统计；取消的不计。',
  'statistics.counties': '各县（市、区）{{year}}',
  'statistics.history': '历年',
  'statistics.went': '交流人数',
  'statistics.to_rural': '到乡村',
  'statistics.early': '提前返回',
  'statistics.early_share': '提前返回占比',
} as const
