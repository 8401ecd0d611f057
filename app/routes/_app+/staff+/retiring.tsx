/** 退休预告: who reaches the statutory age soon, or is past it and still in service. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RetiringLists } from '#app/modules/registry/ui/retiring-lists.tsx'
import { listRetiring } from '#app/modules/registry/waiting.queries.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.retiring_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'staff:read'))
  const { db } = await database()
  return listRetiring(db, actor, today())
}

export default function Retiring() {
  return <RetiringLists {...useLoaderData<typeof loader>()} />
}
