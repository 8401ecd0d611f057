/** An empty sheet to fill in, and beside it the values that its coded columns take. */
import type { Writable } from 'node:stream'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { type CodeList, codeLabel, ORG_KINDS, PLACE_TYPES, SCHOOL_KINDS, STAGES } from '../codes/index.ts'
import { ORGANISATION_COLUMNS, type OrganisationColumn } from './columns.ts'

const coded: Partial<Record<OrganisationColumn, CodeList>> = {
  kind: ORG_KINDS,
  schoolKind: SCHOOL_KINDS,
  stages: STAGES,
  placeType: PLACE_TYPES,
}

export async function organisationTemplate(locale: Locale, out: Writable): Promise<void> {
  const t = translator(locale)
  function* codes() {
    for (const { key, zh } of ORGANISATION_COLUMNS) {
      for (const entry of coded[key] ?? []) yield [zh, codeLabel([entry], entry.code, locale), entry.code]
    }
  }
  await writeXlsx(
    [
      {
        sheetName: t('orgs.title'),
        columns: ORGANISATION_COLUMNS.map(({ zh }) => ({ heading: zh, width: 16 })),
        rows: [],
      },
      {
        sheetName: t('import.template_codes'),
        columns: [
          { heading: t('import.template_column') },
          { heading: t('import.template_value'), width: 24 },
          { heading: t('import.template_code') },
        ],
        rows: codes(),
      },
    ],
    out,
  )
}
