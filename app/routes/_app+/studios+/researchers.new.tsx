/** The bureau names a researcher. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bureausOf } from '#app/modules/registry/index.server.ts'
import { nameResearcher } from '#app/modules/studios/researchers/researchers.commands.server.ts'
import {
  nameForm,
  nameView,
  researcherPath,
  researcherRefusalOf,
} from '#app/modules/studios/researchers/researchers.form.server.ts'
import '#app/modules/studios/researcher-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'researcher.name_one')

async function open(request: Request) {
  const opened = await openStudios(request, 'studios:call')
  const bureaus = await bureausOf(opened.db, opened.actor, 'studios:call')
  return { ...opened, view: nameView(bureaus, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: nameForm, view, words },
    commit: async (wish) => {
      const done = await nameResearcher(db, actor, wish, today)
      if (!done.ok) return researcherRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(researcherPath(done), 'researcher.toast_named') }
    },
  })
}

export default function NameResearcher() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
