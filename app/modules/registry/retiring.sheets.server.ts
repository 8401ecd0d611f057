/** Who retires soon, and who is past the day and still in service, as a sheet. */
import { today } from '#app/platform/clock.server.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { RetiringList } from './waiting.queries.server.ts'

export function retiringSheet(
  lists: Record<'soon' | 'overdue', RetiringList>,
  t: ServerTranslate,
): SheetSpec {
  function* rows() {
    for (const part of ['overdue', 'soon'] as const)
      for (const person of lists[part].people)
        yield [
          person.staffNumber,
          person.name,
          person.organisation,
          person.birthDate,
          person.retiresOn,
          t(`staff.retiring_${part}`),
        ]
  }
  return {
    sheetName: `${t('staff.retiring_title')} ${today()}`,
    columns: [
      { heading: t('registry.column.staffNumber') },
      { heading: t('registry.column.name') },
      { heading: t('registry.column.orgName'), width: 28 },
      { heading: t('registry.column.birthDate'), kind: 'date' },
      { heading: t('staff.retires_on'), kind: 'date' },
      { heading: t('staff.state'), width: 32 },
    ],
    rows: rows(),
  }
}
