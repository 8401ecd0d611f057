/** The bureau ends a researcher's service. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endResearcher } from '#app/modules/studios/researchers/researchers.commands.server.ts'
import {
  endResearcherForm,
  endResearcherView,
  researcherPath,
  researcherRefusalOf,
} from '#app/modules/studios/researchers/researchers.form.server.ts'
import '#app/modules/studios/researcher-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openResearcherPage } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'researcher.end')

async function open(args: LoaderFunctionArgs) {
  const opened = await openResearcherPage(args, 'studios:call')
  return { ...opened, view: endResearcherView(opened.researcher, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, researcher, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: endResearcherForm, view, words },
    commit: async (value) => {
      const done = await endResearcher(db, actor, { ...value, id: researcher.id }, today)
      if (!done.ok) return researcherRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(researcherPath(researcher), 'researcher.toast_ended'),
      }
    },
  })
}

export default function EndResearcher() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
