/** Takes a written batch back as a whole, or says what stands on it. */

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { startUndo } from '#app/platform/imports/index.server.ts'
import { paths } from '#app/platform/imports/ui/paths.ts'
import { UndoPage } from '#app/platform/imports/ui/undo-page.tsx'
import { aboutBatch, standingView } from '#app/platform/imports/wizard.queries.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, batch, locale } = await openBatchIn(args, ['committed'])
  const standing = await standingView(db, actor, batch, locale)
  return { batch, about: await aboutBatch(batch, locale), standing }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, batch } = await openBatchIn(args, ['committed'])
  const keyed = { formKey: formKeyOf(await args.request.formData()) }
  const started = await startUndo(db, actor, batch.id, keyed)
  if (started.ok) return redirect(paths.result(batch.id))
  return refuseForm(refusal(new FormData(), `imports.start_${started.reason}`), 409)
}

export default function Undo() {
  return <UndoPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
