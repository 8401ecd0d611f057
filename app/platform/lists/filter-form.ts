/** Saving a filter under a name. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { FILTER_NAME_LONGEST } from './saved-filter.ts'

export const filterForm = declareForm({
  sections: [
    {
      id: 'filter',
      fields: {
        name: fields.text('filter.name', { longest: FILTER_NAME_LONGEST }),
        isShared: fields.tick('filter.share', { hint: 'filter.share_hint' }),
      },
    },
  ],
  sent: { list: z.string().max(40), query: z.string().max(8_000).default('') },
})

/** Which columns of a list are shown. */
export const columnsForm = declareForm({
  sections: [{ id: 'columns', fields: { shown: fields.several('filter.columns_shown') } }],
})
