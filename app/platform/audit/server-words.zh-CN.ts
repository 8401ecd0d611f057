/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
export const auditServerZhCN = {
  'audit.room': '操作记录',
  'nav.audit': '操作记录',
  'audit.field_name': '名称',
  'audit.field_validFrom': '开始日期',
  'audit.field_validTo': '结束日期',
  'audit.field_documentNo': '文号',
  'audit.field_status': '人员状态',
  'audit.field_kind': '类型',
  'audit.field_code': '代码',
  'audit.field_file': '文件',
  'audit.field_fileSha256': '文件校验值',
  'audit.field_counts': '行数',
  'audit.yes': '是',
  'audit.no': '否',
} as const
