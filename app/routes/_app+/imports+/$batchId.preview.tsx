/** Step 3: what the file would change, before anything is written. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { startCheck, takeRowsIn } from '#app/platform/imports/index.server.ts'
import { paths } from '#app/platform/imports/ui/paths.ts'
import { PreviewPage } from '#app/platform/imports/ui/preview-page.tsx'
import { checkedStates } from '#app/platform/imports/ui/states.ts'
import { aboutBatch, previewPage } from '#app/platform/imports/wizard.queries.server.ts'
import { openBatchIn } from './open-batch.server.ts'

/** As many as are listed. */
const MOST_ROWS = 500

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, batch, locale } = await openBatchIn(args, checkedStates)
  const wanted = new URL(args.request.url).searchParams
  const about = await aboutBatch(batch, locale)
  return { batch, about, ...(await previewPage(db, actor, batch, wanted, locale)) }
}

/** Takes rows in that were left out, and checks again. */
export async function action(args: ActionFunctionArgs) {
  const { actor, db, batch } = await openBatchIn(args, checkedStates)
  const form = await args.request.formData()
  const rows = form.getAll('takeIn').map(Number).filter(Number.isSafeInteger).slice(0, MOST_ROWS)
  const here = paths.preview(batch.id)
  if (rows.length === 0) return redirectWithToast(here, 'imports.take_in_none')
  const taken = await takeRowsIn(db, actor, batch.id, rows)
  if (!taken.ok)
    return redirectWithToast(
      here,
      taken.reason === 'not_found' ? 'imports.mapping_stale' : `imports.mapping_${taken.reason}`,
    )
  const started = await startCheck(db, actor, batch.id)
  if (!started.ok)
    return redirectWithToast(
      here,
      started.reason === 'not_found' ? 'imports.mapping_stale' : `imports.mapping_${started.reason}`,
    )
  return redirect(paths.checking(batch.id))
}

export default function PreviewRoute() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
