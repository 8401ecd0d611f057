/** Forms of the import pages; messages are keys. */
import { z } from 'zod'
import { isPlainDate } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

export const uploadForm = z.object({
  organisationId: z.string('imports.organisation_missing').refine(isId, 'imports.organisation_missing'),
  asOf: z.string('form.date').refine(isPlainDate, 'form.date'),
  coverage: z.enum(['partial', 'complete'], 'imports.coverage_missing'),
})

export const mappingForm = z.object({
  headingRow: z.coerce.number('imports.heading_row_wrong').int('imports.heading_row_wrong').min(1).max(100),
  complete: ticked,
  matchByName: ticked,
  createOrganisations: ticked,
  recipe: z.enum(['plain', 'pa-2012']).default('plain'),
  source: z.string().trim().max(60, 'form.too_long').optional(),
  saveAs: z.string().trim().max(60, 'form.too_long').default(''),
})
