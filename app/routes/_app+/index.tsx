/** Home: what waits for the reader, and where to start. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'home.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return { name: actor.displayName, hasRole: actor.grants.length > 0 || actor.personId !== null }
}

export default function Home() {
  const t = useT()
  const { name, hasRole } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('home.greeting', { name })} />
      <EmptyState title={t('home.empty_title')}>{t(hasRole ? 'home.empty_body' : 'home.no_role')}</EmptyState>
    </>
  )
}
