/** What the exchange forms take, each declared once. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { version } from '#app/platform/forms/schemas.ts'
import { isExemptionKind } from './exemption.ts'

export const exemptionForm = declareForm({
  sections: [
    {
      id: 'exemption',
      fields: {
        staffNumber: fields.person('exemption.person', { hint: 'exemption.person_hint' }),
        kind: fields.pick(
          'exemption.kind',
          z.string({ error: 'form.required' }).refine(isExemptionKind, 'form.required'),
        ),
        validFrom: fields.day('exemption.from'),
        lastDay: fields.day('exemption.until', { hint: 'exemption.until_hint' }),
        documentNo: fields.optionalText('exemption.document', { hint: 'exemption.document_hint' }),
        proof: fields.file('exemption.proof'),
      },
    },
  ],
})

export const endExemptionForm = declareForm({
  sections: [{ id: 'end', fields: { lastDay: fields.day('exemption.end_day') } }],
  sent: { version },
})
