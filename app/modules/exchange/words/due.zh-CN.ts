/** Who is due, exemptions, targets: words of the pages. */
export const dueZhCN = {
  'exchange.title': '交流轮岗',
  'exchange.tab_due': '应交流人员',
  'exchange.tab_exemptions': '免交流和暂缓',
  'exchange.tab_targets': '年度目标',
} as const
