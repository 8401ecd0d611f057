/** Words of attachments that stay on the server. */
export const filesServerZhCN = {
  'files.room': '文件',
  'audit.attachment.downloaded': '下载材料',
  'audit.group_files': '文件',
  'audit.noun_attachment': '材料',
} as const
