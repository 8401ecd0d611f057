/** The signed-in frame: rail, top bar, and on a phone the bottom bar. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { AppFrame } from '#app/app-frame.tsx'
import { ErrorMessage } from '#app/error-page.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireSession } from '#app/platform/auth/session.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, organisationName } = await requireSession(request)
  return {
    displayName: actor.displayName,
    organisationName,
    hasRecord: actor.personId !== null,
    sees: {
      staff: canSomewhere(actor, 'staff:read'),
      organisations: canSomewhere(actor, 'organisation:read'),
      imports: canSomewhere(actor, 'staff:import'),
      exchange: canSomewhere(actor, 'exchange:read'),
      accounts: canSomewhere(actor, 'account:read'),
      policy: canSomewhere(actor, 'policy:read'),
      audit: canSomewhere(actor, 'audit:read'),
    },
  }
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
