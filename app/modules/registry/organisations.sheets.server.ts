/** Organisations under the list's filter as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import type { OrganisationFilter } from './organisation-forms.ts'
import { streamOrganisations } from './organisations.queries.server.ts'
import { organisationRowView } from './ui/organisation-list.server.ts'

export function organisationsSheet(
  db: Db,
  actor: Actor,
  filter: OrganisationFilter,
  words: Words,
): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const row of streamOrganisations(db, actor, filter)) {
      const { name, code, kind, above, stages, place, marks } = organisationRowView(row, words)
      yield [
        code,
        name,
        kind,
        above,
        stages,
        place,
        marks.map(({ label }) => label).join('、'),
        row.pupils,
        row.staff.count,
      ]
    }
  }
  return {
    sheetName: `${t('orgs.title')} ${today()}`,
    columns: [
      { heading: t('orgs.code'), shows: 'code' },
      { heading: t('orgs.name'), width: 28 },
      { heading: t('orgs.kind'), shows: 'kind' },
      { heading: t('orgs.above'), shows: 'above', width: 24 },
      { heading: t('orgs.stages'), shows: 'stages' },
      { heading: t('orgs.place'), shows: 'place' },
      { heading: t('orgs.marks'), shows: 'marks' },
      { heading: t('orgs.pupils'), kind: 'number' },
      { heading: t('orgs.staff'), shows: 'staff', kind: 'number' },
    ],
    rows: rows(),
  }
}
