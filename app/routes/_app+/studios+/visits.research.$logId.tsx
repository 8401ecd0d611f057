/** The school says why a researcher's day there is not so. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseView } from '#app/modules/studios/researchers/researchers.form.server.ts'
import { findHostedLog } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import '#app/modules/studios/researcher-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { answerOneLog } from './answer-log.server.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'research_log.refuse')

async function open({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.logId)
  const opened = await openStudios(request, 'studios:host')
  const log = requireFound(await findHostedLog(opened.db, opened.actor, id))
  return { ...opened, view: refuseView(log, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  return answerOneLog(args.request, await open(args))
}

export default function RefuseLog() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
