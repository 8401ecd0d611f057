/** The bureau dissolves a studio. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dissolveStudio } from '#app/modules/studios/studios/dissolve.commands.server.ts'
import {
  dissolveForm,
  dissolveRefusalOf,
  dissolveView,
} from '#app/modules/studios/studios/dissolve.form.server.ts'
import { activitiesAhead } from '#app/modules/studios/studios/dissolve.queries.server.ts'
import '#app/modules/studios/words.tsx'
import { can } from '#app/platform/access/actor.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudioPage } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'studios.title')

async function open(args: LoaderFunctionArgs) {
  const opened = await openStudioPage(args, 'studios:call')
  requireCan(can(opened.actor, 'studios:call', opened.studio))
  return { ...opened, view: dissolveView(opened.studio, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, studio, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: dissolveForm, view, words, isDanger: () => true },
    consequences: async () => [
      words.t('studio.follows_members', { count: studio.members }),
      words.t('studio.follows_activities', { count: (await activitiesAhead(db, studio.id)).length }),
    ],
    commit: async (value) => {
      const done = await dissolveStudio(db, actor, { ...value, id: studio.id }, today)
      if (!done.ok) return dissolveRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(`/studios/${studio.id}`, 'studio.toast_dissolved') }
    },
  })
}

export default function DissolveStudio() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
