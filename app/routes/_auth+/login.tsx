/** Sign-in. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { signInForm } from '#app/platform/auth/forms.ts'
import { openSession, startSession } from '#app/platform/auth/session.server.ts'
import { signIn } from '#app/platform/auth/sign-in.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { errorOf, summaryOf, typedValue } from '#app/platform/forms/form-reply.ts'
import { readForm, refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { ownPath } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'auth.title')

export async function loader({ request }: LoaderFunctionArgs) {
  if (await openSession(request)) throw redirect('/')
  return { to: ownPath(new URL(request.url).searchParams.get('to')) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const read = readForm(form, signInForm, { secret: ['password'] })
  if (!read.ok) return refuseForm(read.reply)
  const { db } = await database()
  const result = await signIn(db, { ...read.value, address: context.clientAddress })
  if (result.ok) {
    const headers = await startSession(request, result.accountId)
    throw redirect(ownPath(String(form.get('to') ?? '')), { headers })
  }
  const reply = refusal(form, `auth.${result.reason}`, '', ['password'])
  if (result.reason !== 'locked') return refuseForm(reply, 422)
  const minutes = Math.ceil(result.retryAfterSeconds / 60)
  return refuseForm({ ...reply, messageValues: { minutes } }, 429)
}

export default function Login() {
  const t = useT()
  const { to } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const pending = useNavigation().state !== 'idle'
  return (
    <>
      <h1 className="text-2xl font-semibold">{t('auth.title')}</h1>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" id="form" className="flex flex-col gap-5">
        <input type="hidden" name="to" value={to} />
        <TextField
          name="username"
          label={t('auth.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={typedValue(reply, 'username')}
          error={errorOf(reply, 'username', t)}
        />
        <TextField
          name="password"
          type="password"
          label={t('auth.password')}
          autoComplete="current-password"
          error={errorOf(reply, 'password', t)}
        />
        <Button type="submit" variant="primary" pending={pending} pendingLabel={t('auth.submitting')}>
          {t('auth.submit')}
        </Button>
      </Form>
      <p className="text-sm text-ink-soft">{t('auth.help')}</p>
    </>
  )
}
