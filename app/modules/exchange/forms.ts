/** What the exchange forms take, checked. Messages are keys. */
import { z } from 'zod'
import { isPlainDate } from '#app/platform/dates.ts'
import { isExemptionKind } from './exemption.ts'

const day = z.string().trim().refine(isPlainDate, 'form.date')
const version = z.coerce.number().int().min(1)

export const exemptionForm = z.object({
  staffNumber: z.string().trim().min(1, 'form.required').max(40, 'form.too_long'),
  kind: z.string().refine(isExemptionKind, 'form.required'),
  validFrom: day,
  lastDay: day,
  documentNo: z
    .string()
    .trim()
    .max(100, 'form.too_long')
    .transform((text) => text || null),
})

export const endExemptionForm = z.object({ version, lastDay: day })
