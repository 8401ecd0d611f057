/** One public notice; posting objects to it. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { objectionForm } from '#app/platform/approvals/forms.ts'
import { noticeView } from '#app/platform/approvals/notice.view.server.ts'
import { findNotice } from '#app/platform/approvals/notices.queries.server.ts'
import { objectTo } from '#app/platform/approvals/objections.commands.server.ts'
import { NoticePage } from '#app/platform/approvals/ui/notice-pages.tsx'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { readForm, refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { requireFound, requireId, wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'notice.title', data?.title)

async function open({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  const { db } = await database()
  return { db, found: requireFound(await findNotice(db, requireId(params.noticeId), today())) }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { found } = await open({ params })
  return withRowsOnce(noticeView(found, wordsOf(request)), context)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, found } = await open({ params })
  const form = await request.formData()
  const read = readForm(form, objectionForm.schema)
  if (!read.ok) return refuseForm(read.reply)
  const done = await objectTo(
    db,
    { noticeId: found.id, address: context.clientAddress, ...read.value },
    today(),
  )
  const status = !done.ok && done.reason === 'too_often' ? 429 : 409
  if (!done.ok) return refuseForm(refusal(form, `notice.error_${done.reason}`), status)
  return data({ errors: {}, values: {}, received: true })
}

export default function PublicNotice() {
  const reply = useActionData<ActReply & { received?: boolean }>()
  return <NoticePage view={useLoaderData<typeof loader>()} reply={reply} />
}
