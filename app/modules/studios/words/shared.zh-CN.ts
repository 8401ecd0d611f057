/** 名师工作室各页面共用的用语。 */
export const studiosSharedZhCN = {
  'studios.title': '名师工作室',
  'studios.trail': '当前位置',
  'studios.mine': '我的工作室',
  'call.title': '工作室征集',
  'call.name': '征集名称',
  'call.bureau': '征集单位',
  'call.window': '申报时间',
  'call.state': '进度',
  'application.name': '工作室名称',
  'application.teaching': '学段学科',
  'application.plan': '工作方案',
  'studio.name': '工作室',
  'studio.school': '所在学校',
  'studio.state': '状态',
} as const
