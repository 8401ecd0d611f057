/** Home: what waits for the reader, and where to start. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { quickEntries, waitingTasks } from '#app/modules/registry/ui/home.server.ts'
import { HomeTasks } from '#app/modules/registry/ui/home-tasks.tsx'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'home.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { db } = await database()
  return {
    name: actor.displayName,
    hasRole: actor.grants.length > 0 || actor.personId !== null,
    tasks: await waitingTasks(db, actor, localeOf(request), today()),
    quick: quickEntries(actor),
  }
}

export default function Home() {
  const t = useT()
  const { name, ...waiting } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('home.greeting', { name })} />
      <HomeTasks {...waiting} />
    </>
  )
}
