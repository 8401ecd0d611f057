/** The signed-in frame: rail, top bar, and on a phone the bottom bar. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { AppFrame } from '#app/app-frame.tsx'
import { navigationFor } from '#app/composition/navigation.server.ts'
import { ErrorMessage } from '#app/error-page.tsx'
import { requireSession } from '#app/platform/auth/session.server.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, organisationName } = await requireSession(request)
  const navigation = navigationFor(actor, translator(localeOf(request)))
  return { displayName: actor.displayName, organisationName, navigation }
}

export default function AppLayout() {
  return (
    <AppFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </AppFrame>
  )
}

export function ErrorBoundary() {
  return (
    <main className="mx-auto max-w-3xl px-5 py-12">
      <ErrorMessage error={useRouteError()} />
    </main>
  )
}
