/** Somebody's hours for who checks them; their cycle is set here. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setCycle } from '#app/modules/training/cycle.commands.server.ts'
import {
  cycleForm,
  cycleRefusalOf,
  cycleView,
  personHoursView,
} from '#app/modules/training/person.view.server.ts'
import { PersonHours } from '#app/modules/training/ui/person-hours.tsx'
import { yearIn } from '#app/modules/training/year-in.ts'
import type { Action } from '#app/platform/access/roles.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openTraining } from './training-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'training.entry', data?.title)

async function open({ request, params }: LoaderFunctionArgs, action?: Action) {
  const opened = await openTraining(request, action)
  const { db, actor, today, words } = opened
  const asked = { personId: requireId(params.personId), year: yearIn(opened.params) }
  return { ...opened, ...asked, view: requireFound(await personHoursView(db, actor, asked, today, words)) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, personId, today, words, view } = await open(args, 'training:check')
  return runForm(args.request, actor, {
    ...{ spec: cycleForm, view: view.cycle ?? cycleView(null, words), words },
    commit: async (value) => {
      const done = await setCycle(db, actor, { ...value, personId }, today)
      if (!done.ok) return cycleRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(`/training/people/${personId}`, 'training.toast_cycle'),
      }
    },
  })
}

export default function PersonTraining() {
  return <PersonHours view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
