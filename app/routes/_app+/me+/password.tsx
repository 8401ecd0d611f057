/** Changes the own password; all other devices are signed out. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { changePasswordForm } from '#app/platform/auth/forms.ts'
import { changeOwnPassword } from '#app/platform/auth/own-password.commands.server.ts'
import { requireSession } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { readForm, refusal, refuseForm } from '#app/platform/http/form.server.ts'
import { errorOf, summaryOf } from '#app/platform/http/form-reply.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'me.password')

export async function loader({ request }: LoaderFunctionArgs) {
  const { mustChangePassword } = await requireSession(request)
  return { mustChangePassword }
}

const fields = ['current', 'next', 'again'] as const

export async function action({ request }: ActionFunctionArgs) {
  const { actor, sessionKey } = await requireSession(request)
  const form = await request.formData()
  const read = readForm(form, changePasswordForm, fields)
  if (!read.ok) return refuseForm(read.reply)
  const { db } = await database()
  const result = await changeOwnPassword(db, actor.accountId, sessionKey, read.value)
  if (result.ok) return redirectWithToast('/me', 'me.password_changed')
  const field = result.reason === 'wrong' ? 'current' : 'next'
  return refuseForm(refusal(form, `me.password_${result.reason}`, field, fields))
}

export default function ChangePassword() {
  const t = useT()
  const { mustChangePassword } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const pending = useNavigation().state !== 'idle'
  const common = (name: (typeof fields)[number]) => ({
    name,
    type: 'password',
    error: errorOf(reply, name, t),
  })
  return (
    <>
      <PageHeader title={t('me.password')} />
      {mustChangePassword && (
        <Notice tone="warning" word={t('me.first')}>
          {t('me.password_must')}
        </Notice>
      )}
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" id="form" className="flex max-w-md flex-col gap-5">
        <FormKey />
        <TextField {...common('current')} label={t('me.password_current')} autoComplete="current-password" />
        <TextField
          {...common('next')}
          label={t('me.password_next')}
          hint={t('me.password_hint')}
          autoComplete="new-password"
        />
        <TextField {...common('again')} label={t('me.password_again')} autoComplete="new-password" />
        <Button type="submit" variant="primary" pending={pending}>
          {t('me.password')}
        </Button>
      </Form>
    </>
  )
}
