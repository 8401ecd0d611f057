/** Forms of signing in, of the own password, of accounts and grants. */
import { z } from 'zod'
import { isRole } from '#app/platform/access/roles.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'

export const signInForm = z.object({
  username: z
    .string({ error: 'auth.username_required' })
    .trim()
    .min(1, 'auth.username_required')
    .max(64, 'auth.wrong'),
  password: z
    .string({ error: 'auth.password_required' })
    .min(1, 'auth.password_required')
    .max(200, 'auth.wrong'),
})

const word = z.string({ error: 'form.required' })

export const changePasswordForm = declareForm({
  sections: [
    {
      id: 'password',
      fields: {
        current: fields.password(
          'me.password_current',
          word.min(1, 'form.required').max(200, 'me.password_wrong'),
        ),
        next: fields.password(
          'me.password_next',
          word.min(10, 'me.password_short').max(200, 'me.password_long'),
          { hint: 'me.password_hint' },
        ),
        again: fields.password('me.password_again', word),
      },
    },
  ],
  rule: (form) =>
    form.refine(({ next, again }) => next === again, { path: ['again'], message: 'me.password_different' }),
})

const displayName = {
  ...fields.text('account.display_name', { hint: 'account.display_name_hint' }),
  schema: word
    .trim()
    .min(1, 'form.required')
    .max(50, 'form.too_long')
    .regex(/^\P{Cc}*$/u, 'form.invalid'),
}
const username = {
  ...fields.text('account.username', { hint: 'account.username_hint' }),
  schema: z
    .string({ error: 'auth.username_required' })
    .trim()
    .toLowerCase()
    .min(1, 'auth.username_required')
    .regex(/^[a-z0-9._-]{3,64}$/, 'account.username_form'),
}
const staffNumber = fields.optionalPerson('account.staff_number', { hint: 'account.staff_number_hint' })
const role = z.string({ error: 'account.role_choose' }).refine(isRole, 'account.role_choose')

export const newAccountForm = declareForm({
  sections: [
    {
      id: 'account',
      fields: {
        displayName,
        username,
        organisationId: fields.organisation('account.organisation', { hint: 'account.organisation_hint' }),
        staffNumber,
        /** '' for none yet. */
        role: {
          kind: 'radio',
          label: 'account.first_role',
          schema: z.union([z.literal(''), role]).default(''),
        },
      },
    },
  ],
})

export const changeAccountForm = declareForm({
  sections: [{ id: 'account', fields: { displayName, staffNumber } }],
})

export const giveGrantForm = declareForm({
  sections: [
    {
      id: 'grant',
      fields: {
        role: { ...fields.pick('account.role', role), kind: 'radio' },
        organisationId: fields.organisation('account.place', { hint: 'account.give_place_hint' }),
      },
    },
  ],
})
