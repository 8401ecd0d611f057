/** The form of how one wants to be told. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm, type ValueOf } from '#app/platform/forms/form-spec.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { ROBOTS } from './robot.ts'

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }))

const hour = (label: ServerKey) => ({
  ...fields.pick(
    label,
    z.coerce
      .number({ error: 'form.invalid' })
      .int('form.invalid')
      .min(0, 'form.invalid')
      .max(23, 'form.invalid'),
  ),
  options: () => hours,
})

const LONGEST_ADDRESS = 500

export const choiceForm = declareForm({
  sections: [
    {
      id: 'channels',
      title: 'notification.channels',
      fields: {
        email: {
          ...fields.optionalText('notification.email', { longest: 254, hint: 'notification.email_hint' }),
          schema: z
            .string()
            .trim()
            .max(254, 'form.too_long')
            .transform((text) => text || null)
            .pipe(z.email('notification.email_wrong').nullable()),
        },
        robot: fields.oneOf('radio', 'notification.robot', ROBOTS, (one) => `notification.robot_${one}`),
        webhook: fields.optionalText('notification.webhook', {
          longest: LONGEST_ADDRESS,
          hint: 'notification.webhook_hint',
        }),
      },
    },
    {
      id: 'times',
      title: 'notification.times',
      fields: {
        digestHour: hour('notification.digest_hour'),
        quietFrom: hour('notification.quiet_from'),
        quietUntil: hour('notification.quiet_until'),
      },
    },
  ],
})

export type ChoiceWish = ValueOf<typeof choiceForm>
