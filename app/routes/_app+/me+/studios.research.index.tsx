/** One's own duty as a researcher; days that wait for the school can be taken back. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawLog } from '#app/modules/studios/researchers/logs.commands.server.ts'
import { OwnResearch } from '#app/modules/studios/researchers/own-research-page.tsx'
import { logRefusalOf, withdrawLogForm } from '#app/modules/studios/researchers/researchers.form.server.ts'
import { ownResearchView } from '#app/modules/studios/researchers/researchers.view.server.ts'
import { RESEARCH_PATH } from '#app/modules/studios/researchers/tell-researchers.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnResearch } from './own-research.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'researcher.own')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, researcher, today, words } = await openOwnResearch(request)
  return ownResearchView(db, researcher, today, words)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, words } = await openOwnResearch(request)
  return runForm(request, actor, {
    ...{ spec: withdrawLogForm, view: UNDRAWN, words },
    commit: async ({ log, ...value }) => {
      const done = await withdrawLog(db, actor, { ...value, id: log })
      if (!done.ok) return logRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(RESEARCH_PATH, 'research_log.toast_withdrawn') }
    },
  })
}

export default function MyResearch() {
  return <OwnResearch view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
