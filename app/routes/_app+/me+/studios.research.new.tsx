/** A researcher enters a day at a school. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reportLog } from '#app/modules/studios/researchers/logs.commands.server.ts'
import { logForm, logRefusalOf, logView } from '#app/modules/studios/researchers/researchers.form.server.ts'
import { RESEARCH_PATH } from '#app/modules/studios/researchers/tell-researchers.server.ts'
import '#app/modules/studios/researcher-words.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnResearch } from './own-research.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'research_log.new')

async function open(request: Request) {
  const opened = await openOwnResearch(request)
  return { ...opened, view: logView(opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, view } = await open(request)
  return withDraft(db, actor.accountId, request, view)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, researcher, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: logForm, view, words },
    commit: async ({ about, ...value }) => {
      const wish = { ...value, about: about ?? '', researcherId: researcher.id }
      const done = await reportLog(db, actor, wish, today)
      if (!done.ok) return logRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(RESEARCH_PATH, 'research_log.toast_reported') }
    },
  })
}

export default function NewLog() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
