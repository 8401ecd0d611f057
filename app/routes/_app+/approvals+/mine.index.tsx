/** What the reader has opened, over all rooms. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { ownCasesView } from '#app/platform/approvals/mine.view.server.ts'
import { OwnCases } from '#app/platform/approvals/ui/own-cases.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'approval.mine')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, day: _, ...words } = await readingOf(request)
  return withRowsOnce(await ownCasesView(db, actor, new URL(request.url).searchParams, words), context)
}

export default function Mine() {
  return <OwnCases view={useLoaderData<typeof loader>()} />
}
