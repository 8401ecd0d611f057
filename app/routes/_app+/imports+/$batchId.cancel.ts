/** Stops and discards an import that has written nothing yet. */

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { cancelBatch } from '#app/platform/imports/index.server.ts'
import { paths } from '#app/platform/imports/ui/paths.ts'
import { openBatch, redirectToCurrent } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatch(args)
  return redirectToCurrent(batch)
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, batch } = await openBatch(args)
  const keyed = { formKey: formKeyOf(await args.request.formData()) }
  const cancelled = await cancelBatch(db, actor, batch.id, keyed)
  // It ended in the meantime: its own page says how.
  if (!cancelled.ok) return redirectWithToast(paths.batch(batch.id), 'imports.cancel_too_late')
  return redirectWithToast(paths.list, 'imports.cancelled_toast', { file: batch.fileName })
}
