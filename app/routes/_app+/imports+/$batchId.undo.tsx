/** Takes a written batch back as a whole, or says what stands on it. */

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { standsOn, startUndo } from '#app/modules/registry/import/index.server.ts'
import { paths } from '#app/modules/registry/import/ui/paths.ts'
import { UndoPage } from '#app/modules/registry/import/ui/undo-page.tsx'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, batch } = await openBatchIn(args, ['committed'])
  return { batch, standing: await standsOn(db, actor, batch.id) }
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
