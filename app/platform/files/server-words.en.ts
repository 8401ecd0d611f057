/** Words of attachments that stay on the server. */
import type { filesServerZhCN } from './server-words.zh-CN.ts'

export const filesServerEn: Record<keyof typeof filesServerZhCN, string> = {
  'files.room': 'Files',
  'audit.attachment.downloaded': 'Downloaded a paper',
  'audit.group_files': 'Files',
  'audit.noun_attachment': 'Paper',
}
