/** Step 4: the last question before the registry is written. */

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { startCommit } from '#app/platform/imports/index.server.ts'
import { CommitPage } from '#app/platform/imports/ui/commit-page.tsx'
import { paths } from '#app/platform/imports/ui/paths.ts'
import { aboutBatch } from '#app/platform/imports/wizard.queries.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch, locale } = await openBatchIn(args, ['ready'])
  return { batch, about: await aboutBatch(batch, locale) }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, batch } = await openBatchIn(args, ['ready'])
  const keyed = { formKey: formKeyOf(await args.request.formData()) }
  const started = await startCommit(db, actor, batch.id, keyed)
  if (started.ok) return redirect(paths.result(batch.id))
  return refuseForm(refusal(new FormData(), `imports.start_${started.reason}`), 409)
}

export default function Commit() {
  return <CommitPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
