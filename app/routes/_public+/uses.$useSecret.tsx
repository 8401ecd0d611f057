/** By a teacher's own address: whether they use what they saw at a visit. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sayUse } from '#app/modules/studios/activities/confirm.commands.server.ts'
import { useForm, useView } from '#app/modules/studios/activities/use.view.server.ts'
import { UsePage } from '#app/modules/studios/activities/use-page.tsx'
import { database } from '#app/platform/database/client.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { readForm, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { notFound, requireFound, wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'use.title', data?.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await database()
  return requireFound(await useView(db, params.useSecret ?? '', wordsOf(request)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await database()
  const secret = params.useSecret ?? ''
  requireFound(await useView(db, secret, wordsOf(request)))
  const read = readForm(await request.formData(), useForm.schema)
  if (!read.ok) return refuseForm(read.reply)
  const done = await sayUse(db, { secret, use: read.value.use, note: read.value.note ?? '' })
  return done.ok ? data({ errors: {}, values: {}, received: true }) : notFound()
}

export default function UseOfVisit() {
  const reply = useActionData<ActReply & { received?: boolean }>()
  return <UsePage view={useLoaderData<typeof loader>()} reply={reply} />
}
