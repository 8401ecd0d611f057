/** Begins an import: takes the file and who it is about. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/modules/registry/import/ui/paths.ts'
import { UploadPage } from '#app/modules/registry/import/ui/upload-page.tsx'
import { uploadChoices } from '#app/modules/registry/import/wizard.queries.server.ts'
import { receiveUpload } from '#app/modules/registry/import/wizard.upload.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { refuseForm } from '#app/platform/http/form.server.ts'
import { localeOf, requireCan } from '#app/platform/http/respond.server.ts'
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
  return uploadChoices(db, actor, localeOf(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, db } = await open(request)
  const received = await receiveUpload(db, actor, request)
  if (!received.ok) return refuseForm(received.reply, 422)
  return redirect(paths.mapping(received.batchId))
}

export default function NewImport() {
  return <UploadPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
