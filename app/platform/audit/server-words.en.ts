/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
import type { auditServerZhCN } from './server-words.zh-CN.ts'

export const auditServerEn: Record<keyof typeof auditServerZhCN, string> = {
  'audit.room': 'Audit trail',
  'nav.audit': 'Audit trail',
  'audit.field_name': 'Name',
  'audit.field_validFrom': 'From',
  'audit.field_validTo': 'Until',
  'audit.field_documentNo': 'Document number',
  'audit.field_status': 'Status',
  'audit.field_kind': 'Kind',
  'audit.field_code': 'Code',
  'audit.field_file': 'File',
  'audit.field_fileSha256': 'Digest of the file',
  'audit.field_counts': 'Rows',
  'audit.yes': 'Yes',
  'audit.no': 'No',
}
