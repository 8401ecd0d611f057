/** The bureau calls a cohort off. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  callOffForm,
  callOffView,
  cohortPath,
  cohortRefusalOf,
} from '#app/modules/principals/cohorts/cohort.form.server.ts'
import { callOffCohort } from '#app/modules/principals/cohorts/cohorts.commands.server.ts'
import '#app/modules/principals/words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openCohort } from './principals-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'cohort.act_call_off')

async function open(args: LoaderFunctionArgs) {
  const opened = await openCohort(args, 'principals:run')
  return { ...opened, view: callOffView(opened.cohort, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, cohort, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: callOffForm, view, words },
    commit: async (value) => {
      const done = await callOffCohort(db, actor, { ...value, id: cohort.id })
      if (!done.ok) return cohortRefusalOf(done, [])
      return { ok: true, answer: await redirectWithToast(cohortPath(cohort), 'cohort.toast_changed') }
    },
  })
}

export default function CallOffCohort() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
