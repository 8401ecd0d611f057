/** Days of researchers at the reader's school, which confirms them. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HostedResearch } from '#app/modules/studios/researchers/hosted-page.tsx'
import { hostedLogsView } from '#app/modules/studios/researchers/logs.view.server.ts'
import { hostedLogs } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { answerOneLog } from './answer-log.server.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'research_log.hosted')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStudios(request, 'studios:host')
  return hostedLogsView(await hostedLogs(db, actor), words)
}

export async function action({ request }: ActionFunctionArgs) {
  return answerOneLog(request, { ...(await openStudios(request, 'studios:host')), view: UNDRAWN })
}

export default function HostedResearchRoute() {
  return <HostedResearch view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
