/** The samples within reach. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { sampleListView } from '#app/modules/training/sample.view.server.ts'
import { Samples } from '#app/modules/training/ui/sample-pages.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openTraining } from './training-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.samples')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, words } = await openTraining(request)
  const view = await sampleListView(db, actor, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'training-samples') }, context)
}

export default function SamplesRoute() {
  return <Samples view={useLoaderData<typeof loader>()} />
}
