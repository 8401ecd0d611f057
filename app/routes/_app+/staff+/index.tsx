/** The staff list 花名册. Searches are posted: an identity number never stands in an address. */

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAddress } from '#app/modules/registry/ui/staff-filter.server.ts'
import { staffListView } from '#app/modules/registry/ui/staff-list.server.ts'
import { StaffList } from '#app/modules/registry/ui/staff-list.tsx'
import { searchStaff } from '#app/modules/registry/ui/staff-search.server.ts'
import type { SearchAnswer } from '#app/modules/registry/ui/staff-views.ts'
import { today } from '#app/platform/clock.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openStaffList, openStaffListPage } from './staff-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.list_title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, read, words, saved } = await openStaffListPage(request)
  // The form sends every blank and an organisation's name; what is shared and kept is the short address.
  if (params.has('place') && read.problems.length === 0) throw redirect(staffAddress(read.filter))
  const view = await staffListView(db, actor, read, params, words)
  return data(withRowsOnce({ ...view, saved }, context), { status: read.problems.length > 0 ? 400 : 200 })
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, read, words } = await openStaffList(request)
  const typed = String((await request.formData()).get('q') ?? '')
  const day = read.filter.asOf ?? today()
  const outcome = await searchStaff(db, actor, typed, read.filter, day)
  if (outcome.found) return redirect(outcome.href)
  const isInvalid = outcome.reason === 'invalid'
  const answer: SearchAnswer = { typed: typed.slice(0, 200), message: words.t(outcome.key), isInvalid }
  return data(answer, { status: isInvalid ? 422 : 200 })
}

export default function Staff() {
  const view = useLoaderData<typeof loader>()
  return <StaffList view={view} answer={useActionData<typeof action>()} />
}
