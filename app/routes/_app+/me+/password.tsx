/** Changes the own password; all other devices are signed out. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePasswordForm } from '#app/platform/auth/forms.ts'
import { changeOwnPassword } from '#app/platform/auth/own-password.commands.server.ts'
import { requireSession } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'me.password')

async function open(request: Request) {
  const session = await requireSession(request)
  const words = wordsOf(request)
  const { t } = words
  const must = { word: t('me.first'), text: t('me.password_must'), tone: 'warning' } as const
  const isNew = { autoComplete: 'new-password' }
  const view: FormView = {
    title: t('me.password'),
    ...{ trail: [], intro: '' },
    notice: session.mustChangePassword ? must : undefined,
    sections: drawSections(changePasswordForm.sections, words, {
      fields: { current: { autoComplete: 'current-password' }, next: isNew, again: isNew },
    }),
    submitLabel: t('me.password'),
  }
  return { ...session, words, view }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, sessionKey, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: changePasswordForm, view, words },
    commit: async (value) => {
      const { db } = await database()
      const done = await changeOwnPassword(db, actor.accountId, sessionKey, value)
      if (done.ok) return { ok: true, answer: await redirectWithToast('/me', 'me.password_changed') }
      return {
        ok: false,
        key: `me.password_${done.reason}`,
        field: done.reason === 'wrong' ? 'current' : 'next',
      }
    },
  })
}

export default function ChangePassword() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
