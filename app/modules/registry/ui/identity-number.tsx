// The identity number: masked; shown to those who may, on request with a reason, and the look is on record.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { errorOf } from '#app/platform/forms/form-reply.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { PersonView } from './staff-views.ts'
import { useT } from './words.tsx'

/** What the request for the number came back with. */
export type RevealReply = ActReply & { idNumber?: string }

interface IdentityNumberProps {
  identity: PersonView['identity']
  reply: RevealReply | undefined
}

export function IdentityNumber({ identity, reply }: IdentityNumberProps) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  if (!identity.masked) return t('staff.id_unknown')
  if (reply?.idNumber) {
    return (
      <>
        <span className="font-medium tabular-nums">{reply.idNumber}</span>
        <p className="text-sm text-ink-soft">{t('staff.id_shown')}</p>
      </>
    )
  }
  const error = reply && errorOf(reply, 'reason', t)
  return (
    <>
      <span className="tabular-nums">{identity.masked}</span>
      {identity.canReveal && (
        <Disclosure label={t('staff.id_show')} open={Boolean(error)}>
          <Form method="post" replace preventScrollReset className="flex max-w-sm flex-col gap-3">
            <FormKey />
            <TextField
              name="reason"
              label={t('staff.id_reason')}
              hint={t('staff.id_reason_hint')}
              error={error}
              maxLength={200}
              autoComplete="off"
              required
            />
            <div>
              <Button type="submit" name="intent" value="reveal" pending={pending}>
                {t('staff.id_show')}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
