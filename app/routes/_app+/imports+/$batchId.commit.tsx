/** Step 4: the last question before the registry is written. */

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { startCommit } from '#app/modules/registry/import/index.server.ts'
import { CommitPage } from '#app/modules/registry/import/ui/commit-page.tsx'
import { paths } from '#app/modules/registry/import/ui/paths.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatchIn(args, ['ready'])
  return { batch }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, batch } = await openBatchIn(args, ['ready'])
  const keyed = { formKey: formKeyOf(await args.request.formData()) }
  const started = await startCommit(db, actor, batch.id, keyed)
  if (started.ok) return redirect(paths.result(batch.id))
  return refuseForm(refusal(new FormData(), `imports.start_${started.reason}`), 409)
}

export default function Commit() {
  const { batch } = useLoaderData<typeof loader>()
  return <CommitPage batch={batch} reply={useActionData<typeof action>()} />
}
