/** One sample, with what it has drawn. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sampleView } from '#app/modules/training/sample.view.server.ts'
import { findSample } from '#app/modules/training/samples.queries.server.ts'
import { Sample } from '#app/modules/training/ui/sample-pages.tsx'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openTraining } from './training-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'training.samples', data?.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, words } = await openTraining(request)
  return sampleView(requireFound(await findSample(db, actor, requireId(params.sampleId))), words)
}

export default function SampleRoute() {
  return <Sample view={useLoaderData<typeof loader>()} />
}
