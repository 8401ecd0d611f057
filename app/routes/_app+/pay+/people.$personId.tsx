/** What was paid to somebody; the look is written down first. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lookAtPay } from '#app/modules/pay/person.queries.server.ts'
import { personPayView } from '#app/modules/pay/person.view.server.ts'
import { PersonPay } from '#app/modules/pay/ui/person-pay-page.tsx'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { isId } from '#app/platform/ids.ts'
import { openPay, yearIn } from './pay-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'pay.people', data?.person.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, params: query, today, words } = await openPay(request, 'pay:person')
  const personId = params.personId ?? ''
  const person = requireFound(isId(personId) ? await lookAtPay(db, actor, personId, today) : null)
  const path = `/pay/people/${personId}`
  return { person, view: await personPayView(db, { personId, year: yearIn(query), path }, words) }
}

export default function SomebodysPay() {
  return <PersonPay {...useLoaderData<typeof loader>()} />
}
