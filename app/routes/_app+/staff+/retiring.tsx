/** 退休预告: who reaches the statutory age soon, or is past it and still in service. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RetiringLists } from '#app/modules/registry/ui/retiring-lists.tsx'
import { listRetiring, type RetiringList } from '#app/modules/registry/waiting.queries.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { totalText } from '#app/platform/lists/pages.ts'
import { openStaff } from './staff-page.server.ts'

const mostShown = 100

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.retiring_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, locale } = await openStaff(request)
  const { soon, overdue } = await listRetiring(db, actor, today(), mostShown)
  const part = ({ people, total }: RetiringList) => ({
    rows: people,
    total: totalText(total, locale),
    isCut: total.count > people.length,
  })
  const isAnybody = soon.total.count + overdue.total.count > 0
  const exportHref = isAnybody && canSomewhere(actor, 'staff:export') ? '/staff/retiring.xlsx' : null
  return { soon: part(soon), overdue: part(overdue), exportHref }
}

export default function Retiring() {
  return <RetiringLists {...useLoaderData<typeof loader>()} />
}
