/** Step 3: what the file would change, before anything is written. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PreviewPage } from '#app/modules/registry/import/ui/preview-page.tsx'
import { checkedStates } from '#app/modules/registry/import/ui/states.ts'
import { previewPage } from '#app/modules/registry/import/wizard.queries.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, batch, locale } = await openBatchIn(args, checkedStates)
  const wanted = new URL(args.request.url).searchParams
  return { batch, ...(await previewPage(db, actor, batch, wanted, locale)) }
}

export default function PreviewRoute() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
