/** The signed-in frame: rail, top bar, and on a phone the bottom bar. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { AppFrame } from '#app/app-frame.tsx'
import { ErrorMessage } from '#app/error-page.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { db } = await database()
  const organisation = await db.organisation.findUnique({
    where: { id: actor.organisationId },
    select: { name: true },
  })
  return {
    displayName: actor.displayName,
    organisationName: organisation?.name ?? '',
    hasRecord: actor.personId !== null,
    sees: {
      staff: canSomewhere(actor, 'staff:read'),
      organisations: canSomewhere(actor, 'organisation:read'),
      imports: canSomewhere(actor, 'staff:import'),
      exchange: canSomewhere(actor, 'exchange:read'),
      accounts: canSomewhere(actor, 'account:read'),
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
