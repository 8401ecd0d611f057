/** The own account. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { navigationFor } from '#app/composition/navigation.server.ts'
import { grantsOf } from '#app/platform/auth/accounts.queries.server.ts'
import { requireSession } from '#app/platform/auth/session.server.ts'
import { listOwnSessions } from '#app/platform/auth/sessions.queries.server.ts'
import { MyAccount } from '#app/platform/auth/ui/my-account.tsx'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'me.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, sessionKey } = await requireSession(request)
  const { db } = await database()
  const account = await db.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { username: true, organisation: { select: { name: true } } },
  })
  return {
    displayName: actor.displayName,
    username: account.username,
    organisationName: account.organisation.name,
    grants: await grantsOf(db, actor.accountId),
    openSessions: (await listOwnSessions(db, actor.accountId, sessionKey)).length,
    own: navigationFor(actor, translator(localeOf(request))).own,
  }
}

export default function Me() {
  return <MyAccount {...useLoaderData<typeof loader>()} />
}
