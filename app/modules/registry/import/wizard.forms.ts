/** Forms of the import pages; messages are keys. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { several } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { isId } from '#app/platform/ids.ts'
import { DATE_ORDERS } from '#app/platform/sheets/loose-date.ts'

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

const COVERAGES = ['partial', 'complete'] as const

export const uploadForm = declareForm({
  sections: [
    {
      id: 'upload',
      fields: {
        organisationId: fields.pick(
          'imports.organisation',
          z.string('imports.organisation_missing').refine(isId, 'imports.organisation_missing'),
          { hint: 'imports.organisation_hint' },
        ),
        asOf: fields.day('imports.as_of', { hint: 'imports.as_of_hint' }),
        coverage: {
          ...fields.pick('imports.coverage', z.enum(COVERAGES, 'imports.coverage_missing')),
          kind: 'radio',
          options: ({ t }: Words) =>
            COVERAGES.map((value) => ({
              value,
              label: t(`imports.coverage_${value}`),
              hint: t(`imports.coverage_${value}_hint`),
            })),
        },
        file: fields.file('imports.file'),
      },
    },
  ],
})

export const mappingForm = z.object({
  headingRows: z.coerce.number().int().min(1).max(3).optional().catch(undefined),
  sheets: several,
  headingRow: z.coerce.number('imports.heading_row_wrong').int('imports.heading_row_wrong').min(1).max(100),
  complete: ticked,
  fillDown: ticked,
  dateOrder: z.enum(DATE_ORDERS).optional().catch(undefined),
  matchByName: ticked,
  createOrganisations: ticked,
  recipe: z.enum(['plain', 'pa-2012']).default('plain'),
  source: z.string().trim().max(60, 'form.too_long').optional(),
  saveAs: z.string().trim().max(60, 'form.too_long').default(''),
})
