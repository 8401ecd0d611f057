/** Forms of signing in and of the own account. Messages are keys. */
import { z } from 'zod'

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
