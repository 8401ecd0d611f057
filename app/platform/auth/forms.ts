/** Forms of signing in and of the own account. Messages are keys. */
import { z } from 'zod'
import { isRole } from '#app/platform/access/roles.ts'

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

export const changePasswordForm = z
  .object({
    current: z.string({ error: 'form.required' }).min(1, 'form.required').max(200, 'me.password_wrong'),
    next: z.string({ error: 'form.required' }).min(10, 'me.password_short').max(200, 'me.password_long'),
    again: z.string({ error: 'form.required' }),
  })
  .refine((form) => form.next === form.again, { path: ['again'], message: 'me.password_different' })

const displayName = z
  .string({ error: 'form.required' })
  .trim()
  .min(1, 'form.required')
  .max(50, 'form.too_long')
  .regex(/^\P{Cc}*$/u, 'form.invalid')
const staffNumber = z.string().trim().max(40, 'account.error_person_unknown').default('')
const role = z.string({ error: 'account.role_choose' }).refine(isRole, 'account.role_choose')
const place = z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(200, 'form.too_long')

export const newAccountForm = z.object({
  username: z
    .string({ error: 'auth.username_required' })
    .trim()
    .toLowerCase()
    .min(1, 'auth.username_required')
    .regex(/^[a-z0-9._-]{3,64}$/, 'account.username_form'),
  displayName,
  place,
  staffNumber,
  /** '' for none yet. */
  role: z.union([z.literal(''), role]).default(''),
})

export const changeAccountForm = z.object({ displayName, staffNumber })

export const giveGrantForm = z.object({ role, place })
