/** Forms of the import pages; messages are keys. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { several } from '#app/platform/forms/schemas.ts'
import { isId } from '#app/platform/ids.ts'
import { DATE_ORDERS } from '#app/platform/sheets/loose-date.ts'

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

export const COVERAGES = ['partial', 'complete'] as const

const whose = {
  organisationId: fields.pick(
    'imports.organisation',
    z.string('imports.organisation_missing').refine(isId, 'imports.organisation_missing'),
    { hint: 'imports.organisation_hint' },
  ),
  asOf: fields.day('imports.as_of', { hint: 'imports.as_of_hint' }),
}
const file = { file: fields.file('imports.file') }

/** Of files that are never complete. */
export const uploadForm = declareForm({ sections: [{ id: 'upload', fields: { ...whose, ...file } }] })

/** Of files that may name everything there is; what it is called then, the subject says. */
export const completeUploadForm = declareForm({
  sections: [
    {
      id: 'upload',
      fields: {
        ...whose,
        coverage: {
          ...fields.pick('imports.coverage', z.enum(COVERAGES, 'imports.coverage_missing')),
          kind: 'radio' as const,
        },
        ...file,
      },
    },
  ],
})

export const mappingForm = z.object({
  headingRows: z.coerce.number().int().min(1).max(3).optional().catch(undefined),
  sheets: several,
  headingRow: z.coerce.number('imports.heading_row_wrong').int('imports.heading_row_wrong').min(1).max(100),
  complete: ticked,
  ticked: several,
  dateOrder: z.enum(DATE_ORDERS).optional().catch(undefined),
  recipe: z.string().max(60).default('plain'),
  source: z.string().trim().max(60, 'form.too_long').optional(),
  saveAs: z.string().trim().max(60, 'form.too_long').default(''),
})
