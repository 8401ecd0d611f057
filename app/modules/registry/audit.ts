/** The registry's acts in the trail, and its codes in words. */
import type { AuditRoom } from '#app/platform/manifest/manifest.ts'
import { CODE_LISTS, type CodeList, type CodeListName, codeLabel, isCodeOf } from './codes/index.ts'

/** Columns that are called otherwise than their list. */
const listOf: Partial<Record<string, CodeListName>> = {
  idKind: 'idDocumentKind',
  stages: 'stage',
  status: 'staffStatus',
}

export const registryAudit: AuditRoom = {
  acts: {
    staff: [
      'person.created',
      'person.edited',
      'person.corrected',
      'identity.revealed',
      'staff.exported',
      'appointment.started',
      'appointment.ended',
      'appointment.corrected',
      'appointment.taken_out',
      'service.retired',
      'service.left',
      'service.deceased',
      'status.set',
      'status.ended',
      'status.corrected',
      'title.awarded',
      'title.corrected',
      'honour.awarded',
      'honour.ended',
      'honour.corrected',
    ],
    organisations: [
      'organisation.created',
      'organisation.edited',
      'organisation.moved',
      'organisation.closed',
      'organisations.imported',
      'designation.given',
      'designation.ended',
      'figures.set',
    ],
    imports: ['seed.loaded'],
  },
  codeWord(field, code, subject, locale) {
    if (field === 'kind' && !subject.startsWith('organisation:')) return undefined
    const name = field === 'kind' ? 'orgKind' : listOf[field]
    const lists: Record<string, CodeList> = CODE_LISTS
    const list = lists[name ?? field]
    return list && isCodeOf(list, code) ? codeLabel(list, code, locale) : undefined
  },
}
