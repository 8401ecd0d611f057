/** What of a person's record can be corrected. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { correctionListView } from '#app/modules/registry/ui/correction-list.server.ts'
import { CorrectionList } from '#app/modules/registry/ui/correction-list.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openPerson } from './person-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.act_correct')

export async function loader(args: LoaderFunctionArgs) {
  const { record, words } = await openPerson(args, 'staff:correct')
  return correctionListView(record, words)
}

export default function Corrections() {
  return <CorrectionList {...useLoaderData<typeof loader>()} />
}
