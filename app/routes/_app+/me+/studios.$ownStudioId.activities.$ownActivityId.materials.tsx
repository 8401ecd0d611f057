/** A member brings a material to an activity. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { activityCrumb } from '#app/modules/studios/activities/activity.form.server.ts'
import { MATERIAL_MOST_MEGABYTES, MEGABYTE } from '#app/modules/studios/materials/material.ts'
import { addMaterial } from '#app/modules/studios/materials/materials.commands.server.ts'
import {
  materialForm,
  materialFormView,
  materialRefusalOf,
} from '#app/modules/studios/materials/materials.form.server.ts'
import '#app/modules/studios/own-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { openOwnActivity } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'material.add')

async function open(args: LoaderFunctionArgs) {
  const opened = await openOwnActivity(args)
  const { db, studio, activity, today, words } = opened
  const megabytes = (await policiesAt(db, studio.orgId, today)).use('studios.material_megabytes').value
  return { ...opened, view: materialFormView(studio, activity, megabytes, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, activity, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: materialForm, view, words },
    mostBytes: MATERIAL_MOST_MEGABYTES * MEGABYTE,
    commit: async ({ file: _, ...wish }, file) => {
      const done = await addMaterial(db, actor, { ...wish, activityId: activity.id, file }, today)
      if (!done.ok) return materialRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(activityCrumb(activity).href, 'material.toast_added'),
      }
    },
  })
}

export default function AddMaterial() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
