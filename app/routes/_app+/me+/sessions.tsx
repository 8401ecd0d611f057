/** The devices on which the own account is signed in. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { endSession, requireSession } from '#app/platform/auth/session.server.ts'
import { endOwnSessions } from '#app/platform/auth/sessions.commands.server.ts'
import { listOwnSessions } from '#app/platform/auth/sessions.queries.server.ts'
import { SessionList } from '#app/platform/auth/ui/session-list.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { database } from '#app/platform/database/client.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'session.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, sessionKey } = await requireSession(request)
  const { db } = await database()
  return { sessions: await listOwnSessions(db, actor.accountId, sessionKey) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, sessionKey } = await requireSession(request)
  const { db } = await database()
  const form = await request.formData()
  const which = form.get('which')
  const keyed = { formKey: formKeyOf(form) }
  if (which === 'all') {
    await endOwnSessions(db, actor, 'all', keyed)
    return redirect('/login', { headers: await endSession(request) })
  }
  if (which === 'others') {
    const count = await endOwnSessions(db, actor, { allBut: sessionKey }, keyed)
    return redirectWithToast('/me/sessions', 'session.ended_others', { count })
  }
  const key = String(form.get('key') ?? '')
  const count = /^[0-9a-f]+$/.test(key) ? await endOwnSessions(db, actor, { key }, keyed) : 0
  return redirectWithToast('/me/sessions', count > 0 ? 'session.ended_one' : 'session.ended_none')
}

export default function Sessions() {
  const t = useT()
  const trail = <Breadcrumbs label={t('account.trail')} crumbs={[{ href: '/me', label: t('me.title') }]} />
  return (
    <>
      <PageHeader trail={trail} title={t('session.title')} description={t('session.about')} />
      <SessionList sessions={useLoaderData<typeof loader>().sessions} />
    </>
  )
}
