/** Begins an import: what the file is about, then the file and whose it is. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isFor } from '#app/composition/reading.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { refuseForm } from '#app/platform/forms/read-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { requireCan, requireFound, wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { subjectsFor } from '#app/platform/imports/subject.ts'
import { ChoicePage } from '#app/platform/imports/ui/choice-page.tsx'
import { paths } from '#app/platform/imports/ui/paths.ts'
import { subjectChoices, uploadView } from '#app/platform/imports/wizard.queries.server.ts'
import { receiveUpload } from '#app/platform/imports/wizard.upload.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'imports.start')

/** The subject that the address names; where the reader has one only, it is that. Null: still to be chosen. */
async function open(request: Request) {
  const actor = await requireActor(request)
  requireCan(isFor(actor, 'importer'))
  const { db } = await database()
  const mine = subjectsFor(actor)
  const wanted = new URL(request.url).searchParams.get('subject')
  const named = wanted === null ? null : requireFound(mine.find(({ name }) => name === wanted))
  const [only] = mine
  return { actor, db, subject: named ?? (mine.length === 1 && only ? only : null) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, db, subject } = await open(request)
  const words = wordsOf(request)
  if (!subject) return { view: null, choices: subjectChoices(actor, words.t) }
  return { view: await uploadView(db, actor, subject, words), choices: [] }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, db, subject } = await open(request)
  if (!subject) return redirect(paths.start)
  const received = await receiveUpload(db, actor, subject, request)
  if (!received.ok) return refuseForm(received.reply, 422)
  return redirect(paths.mapping(received.batchId))
}

export default function NewImport() {
  const { view, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return view ? <FormPage view={view} reply={reply} /> : <ChoicePage choices={choices} />
}
