/** Begins an import: takes the file and who it is about. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import '#app/modules/registry/import/ui/words.tsx'
import { paths } from '#app/modules/registry/import/ui/paths.ts'
import { uploadView } from '#app/modules/registry/import/wizard.queries.server.ts'
import { receiveUpload } from '#app/modules/registry/import/wizard.upload.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { refuseForm } from '#app/platform/forms/read-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { requireCan, wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'imports.start')

async function open(request: Request) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'staff:import'))
  const { db } = await database()
  return { actor, db }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, db } = await open(request)
  return uploadView(db, actor, wordsOf(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, db } = await open(request)
  const received = await receiveUpload(db, actor, request)
  if (!received.ok) return refuseForm(received.reply, 422)
  return redirect(paths.mapping(received.batchId))
}

export default function NewImport() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
